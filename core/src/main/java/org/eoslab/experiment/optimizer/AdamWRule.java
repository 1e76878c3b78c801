package org.eoslab.experiment.optimizer;

import java.util.List;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.linalg.EigenSolver;
import org.eoslab.objective.Objective;

/** {@code adamw}: Adam whose {@code weightDecay} is decoupled: it shrinks the weights by themselves, past the preconditioner. */
record AdamWRule() implements Rule {
    @Override
    public String name() {
        return "adamw";
    }

    @Override
    public List<Setting<?>> settings() {
        return new AdamRule().settings();
    }

    @Override
    public Dynamics dynamics(Settings settings, Objective objective, EigenSolver solver, int eigenvalues) {
        return AdamRule.adaptive(settings, objective, settings.get(OptimizerSetting.WEIGHT_DECAY));
    }

    @Override
    public boolean decouplesDecay() {
        return true;
    }

    @Override
    public boolean commutesWithRotations() {
        return false;
    }
}
