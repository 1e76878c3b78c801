package org.eoslab.experiment.optimizer;

import java.util.List;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.projected.ProjectedGradientDescent;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.experiment.setting.StepSizeSetting;
import org.eoslab.linalg.EigenSolver;
import org.eoslab.objective.Objective;
import org.eoslab.objective.SmoothObjective;

/** {@code constrained}: the constrained trajectory of Damian et al., projected onto the stable set at each step. */
record ConstrainedRule() implements Rule {
    /** Damian et al. repeat their projection a few times. */
    private static final int PROJECTIONS = 5;

    private static final double TOLERANCE = 1e-6;

    @Override
    public String name() {
        return "constrained";
    }

    @Override
    public List<Setting<?>> settings() {
        return List.of();
    }

    @Override
    public Dynamics dynamics(Settings settings, Objective objective, EigenSolver solver, int eigenvalues) {
        return around(settings.get(StepSizeSetting.ETA), smooth(objective), solver);
    }

    /** The constrained trajectory at step size {@code eta}. */
    static ProjectedGradientDescent around(double eta, SmoothObjective objective, EigenSolver solver) {
        return new ProjectedGradientDescent(objective, eta, solver, TOLERANCE, PROJECTIONS);
    }
}
