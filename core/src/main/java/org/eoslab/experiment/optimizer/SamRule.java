package org.eoslab.experiment.optimizer;

import java.util.List;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.optimizer.SharpnessAwareMinimisation;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.experiment.setting.StepSizeSetting;
import org.eoslab.linalg.EigenSolver;
import org.eoslab.objective.Objective;

/** {@code sam}: sharpness-aware minimisation, with {@code rho}. */
public record SamRule() implements Rule {
    /** The setting {@code rho}: how far it looks along the gradient. */
    public static final Setting<Double> RHO = Setting.positive("rho", "how far sam looks along the gradient", 0.05)
            .in(OptimizerSetting.SECTION);

    @Override
    public String name() {
        return "sam";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(RHO, StepSizeSetting.SCHEDULE, StepSizeSetting.CLIP);
    }

    @Override
    public Dynamics dynamics(Settings settings, Objective objective, EigenSolver solver, int eigenvalues) {
        return new SharpnessAwareMinimisation(objective, StepSizeSetting.read(settings), settings.get(RHO));
    }
}
