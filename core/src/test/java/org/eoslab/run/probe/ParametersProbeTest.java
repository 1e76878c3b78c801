package org.eoslab.run.probe;

import java.util.List;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.objective.Quadratic;
import org.eoslab.run.Probe;
import org.eoslab.run.ProbeContract;

class ParametersProbeTest implements ProbeContract {
    @Override
    public Probe probe() {
        return ParametersProbe.named(List.of("x", "y"));
    }

    @Override
    public Dynamics dynamics() {
        return new GradientDescent(new Quadratic(1, 0.5), 0.3);
    }

    @Override
    public double[] start() {
        return new double[] {1, 2};
    }
}
