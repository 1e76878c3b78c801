package org.eoslab.experiment.optimizer;

import java.util.List;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.optimizer.Momentum;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.experiment.setting.StepSizeSetting;
import org.eoslab.linalg.EigenSolver;
import org.eoslab.objective.Objective;

/** {@code polyak}: Polyak's heavy ball, with {@code momentum}. */
record PolyakRule() implements Rule {
    /** The setting {@code momentum}. */
    static final Setting<Double> MOMENTUM =
            OptimizerSetting.fraction("momentum", "momentum of polyak and nesterov, beta1 of adam", 0.9);

    @Override
    public String name() {
        return "polyak";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(MOMENTUM, StepSizeSetting.SCHEDULE, StepSizeSetting.CLIP);
    }

    @Override
    public Dynamics dynamics(Settings settings, Objective objective, EigenSolver solver, int eigenvalues) {
        return Momentum.polyak(objective, StepSizeSetting.read(settings), settings.get(MOMENTUM));
    }
}
