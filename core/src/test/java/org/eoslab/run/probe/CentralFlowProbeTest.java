package org.eoslab.run.probe;

import org.eoslab.dynamics.flow.CentralFlow;
import org.eoslab.linalg.dense.DenseEigenSolver;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.run.Probe;
import org.eoslab.run.ProbeContract;

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
