package org.eoslab.trajectory.flow;

import org.eoslab.dynamics.flow.CentralFlow;
import org.eoslab.linalg.dense.DenseEigenSolver;
import org.eoslab.objective.Minimalist;
import org.eoslab.trajectory.Probe;
import org.eoslab.trajectory.ProbeContract;

class CentralFlowProbeTest implements ProbeContract {
    @Override
    public CentralFlow dynamics() {
        return new CentralFlow(new Minimalist(1, 0.001), 3.2, new DenseEigenSolver(), 1, 4, 0.1);
    }

    @Override
    public Probe probe() {
        return new CentralFlowProbe(dynamics());
    }

    @Override
    public double[] start() {
        return new double[] {0.79, 0.001, 0.2};
    }
}
