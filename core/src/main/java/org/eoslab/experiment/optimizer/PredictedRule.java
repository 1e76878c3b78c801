package org.eoslab.experiment.optimizer;

import java.util.List;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.projected.PredictedDynamics;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.experiment.setting.StepSizeSetting;
import org.eoslab.linalg.EigenSolver;
import org.eoslab.objective.Objective;

/** {@code predicted}: the predicted dynamics of Damian et al. around the constrained trajectory. */
record PredictedRule() implements Rule {
    @Override
    public String name() {
        return "predicted";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of();
    }

    @Override
    public Dynamics dynamics(Settings settings, Objective objective, EigenSolver solver, int eigenvalues) {
        return new PredictedDynamics(
                ConstrainedRule.around(settings.get(StepSizeSetting.ETA), smooth(objective), solver));
    }
}
