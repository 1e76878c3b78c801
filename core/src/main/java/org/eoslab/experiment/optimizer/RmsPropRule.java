package org.eoslab.experiment.optimizer;

import java.util.List;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.optimizer.Adaptive;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.experiment.setting.StepSizeSetting;
import org.eoslab.linalg.EigenSolver;
import org.eoslab.objective.Objective;

/** {@code rmsprop}: RMSProp, with {@code beta2} and {@code epsilon}. */
record RmsPropRule() implements Rule {
    /** The setting {@code beta2}. */
    static final Setting<Double> BETA2 =
            OptimizerSetting.fraction("beta2", "decay of the mean square of rmsprop and adam", 0.999);

    /** The setting {@code epsilon}. */
    static final Setting<Double> EPSILON = Setting.positive(
                    "epsilon", "added to the root of the mean square by rmsprop and adam", 1e-8)
            .in(OptimizerSetting.SECTION);

    @Override
    public String name() {
        return "rmsprop";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(BETA2, EPSILON, StepSizeSetting.SCHEDULE, StepSizeSetting.CLIP);
    }

    @Override
    public Dynamics dynamics(Settings settings, Objective objective, EigenSolver solver, int eigenvalues) {
        return Adaptive.rmsprop(objective, StepSizeSetting.read(settings), settings.get(BETA2), settings.get(EPSILON));
    }

    @Override
    public boolean commutesWithRotations() {
        return false;
    }
}
