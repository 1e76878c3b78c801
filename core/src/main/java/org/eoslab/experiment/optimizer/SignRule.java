package org.eoslab.experiment.optimizer;

import java.util.List;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.optimizer.SignDescent;
import org.eoslab.experiment.Settings;
import org.eoslab.experiment.setting.StepSizeSetting;
import org.eoslab.linalg.EigenSolver;
import org.eoslab.objective.Objective;
import org.eoslab.run.Column;
import org.eoslab.run.Probe;
import org.eoslab.run.probe.GeneralisedSharpness;
import org.eoslab.run.probe.MaxNormBall;

/** {@code sign}: steepest descent in the max norm, held against its generalised sharpness. */
record SignRule() implements Rule {
    @Override
    public String name() {
        return "sign";
    }

    @Override
    public Dynamics dynamics(Settings settings, Objective objective, EigenSolver solver, int eigenvalues) {
        return new SignDescent(objective, StepSizeSetting.read(settings));
    }

    @Override
    public List<Probe> readings(Dynamics dynamics) {
        return List.of(new GeneralisedSharpness(dynamics.objective(), new MaxNormBall()));
    }

    @Override
    public Column curvature(Dynamics dynamics) {
        return GeneralisedSharpness.COLUMN;
    }

    @Override
    public boolean commutesWithRotations() {
        return false;
    }
}
