package org.eoslab.experiment.optimizer;

import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.experiment.Settings;
import org.eoslab.experiment.setting.StepSizeSetting;
import org.eoslab.linalg.EigenSolver;
import org.eoslab.objective.Objective;

/** {@code gd}: gradient descent. */
record GradientDescentRule() implements Rule {
    @Override
    public String name() {
        return "gd";
    }

    @Override
    public Dynamics dynamics(Settings settings, Objective objective, EigenSolver solver, int eigenvalues) {
        return new GradientDescent(objective, StepSizeSetting.read(settings));
    }
}
