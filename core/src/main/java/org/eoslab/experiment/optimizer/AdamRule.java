package org.eoslab.experiment.optimizer;

import java.util.List;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.optimizer.Adaptive;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.experiment.setting.StepSizeSetting;
import org.eoslab.linalg.EigenSolver;
import org.eoslab.objective.Objective;

/** {@code adam}: Adam, with {@code momentum} as its β₁, {@code beta2} and {@code epsilon}. */
record AdamRule() implements Rule {
    @Override
    public String name() {
        return "adam";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(
                PolyakRule.MOMENTUM,
                RmsPropRule.BETA2,
                RmsPropRule.EPSILON,
                StepSizeSetting.SCHEDULE,
                StepSizeSetting.CLIP);
    }

    @Override
    public Dynamics dynamics(Settings settings, Objective objective, EigenSolver solver, int eigenvalues) {
        return adaptive(settings, objective, 0);
    }

    /** Adam with a decoupled weight decay. */
    static Adaptive adaptive(Settings settings, Objective objective, double decay) {
        return new Adaptive(
                objective,
                StepSizeSetting.read(settings),
                settings.get(PolyakRule.MOMENTUM),
                settings.get(RmsPropRule.BETA2),
                settings.get(RmsPropRule.EPSILON),
                decay);
    }

    @Override
    public boolean commutesWithRotations() {
        return false;
    }
}
