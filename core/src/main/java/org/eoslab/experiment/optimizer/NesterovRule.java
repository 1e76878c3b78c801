package org.eoslab.experiment.optimizer;

import java.util.List;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.optimizer.Momentum;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.experiment.setting.StepSizeSetting;
import org.eoslab.linalg.EigenSolver;
import org.eoslab.objective.Objective;

/** {@code nesterov}: Nesterov's momentum, with {@code momentum}. */
record NesterovRule() implements Rule {
    @Override
    public String name() {
        return "nesterov";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(PolyakRule.MOMENTUM, StepSizeSetting.SCHEDULE, StepSizeSetting.CLIP);
    }

    @Override
    public Dynamics dynamics(Settings settings, Objective objective, EigenSolver solver, int eigenvalues) {
        return Momentum.nesterov(objective, StepSizeSetting.read(settings), settings.get(PolyakRule.MOMENTUM));
    }
}
