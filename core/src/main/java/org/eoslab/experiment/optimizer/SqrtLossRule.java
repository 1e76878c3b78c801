package org.eoslab.experiment.optimizer;

import java.util.List;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.optimizer.SquareRootDescent;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.experiment.setting.StepSizeSetting;
import org.eoslab.linalg.EigenSolver;
import org.eoslab.objective.Objective;

/** {@code sqrt-loss}: gradient descent on √(L − {@code lower}). */
record SqrtLossRule() implements Rule {
    /** The setting {@code lower}. */
    static final Setting<Double> LOWER = Setting.number(
                    "lower", "a lower bound of the loss", "a finite number", Double::isFinite, 0.0)
            .in(OptimizerSetting.SECTION);

    @Override
    public String name() {
        return "sqrt-loss";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(LOWER, StepSizeSetting.SCHEDULE, StepSizeSetting.CLIP);
    }

    @Override
    public Dynamics dynamics(Settings settings, Objective objective, EigenSolver solver, int eigenvalues) {
        return new SquareRootDescent(objective, StepSizeSetting.read(settings), settings.get(LOWER));
    }
}
