package org.eoslab.experiment.optimizer;

import java.util.List;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.Schedule;
import org.eoslab.dynamics.StepSize;
import org.eoslab.dynamics.optimizer.NormalisedDescent;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.experiment.setting.StepSizeSetting;
import org.eoslab.linalg.EigenSolver;
import org.eoslab.objective.Objective;

/** {@code normalised}: gradient descent whose every step is {@code eta} long; clipping does nothing to it. */
record NormalisedRule() implements Rule {
    @Override
    public String name() {
        return "normalised";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of(StepSizeSetting.SCHEDULE);
    }

    @Override
    public Dynamics dynamics(Settings settings, Objective objective, EigenSolver solver, int eigenvalues) {
        Schedule schedule = settings.get(StepSizeSetting.SCHEDULE).apply(settings.get(StepSizeSetting.ETA));
        return new NormalisedDescent(objective, new StepSize(schedule, Double.POSITIVE_INFINITY));
    }
}
