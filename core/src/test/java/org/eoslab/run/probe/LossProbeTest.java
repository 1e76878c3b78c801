package org.eoslab.run.probe;

import org.eoslab.model.minimalist.dynamics.ClippingRule;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;
import org.eoslab.run.Probe;
import org.eoslab.run.ProbeContract;

class LossProbeTest implements ProbeContract {
    private static final Minimalist MODEL = new Minimalist(1, 0.001);

    @Override
    public MinimalistDescent dynamics() {
        return new MinimalistDescent(MODEL, 3.2, new ClippingRule.None());
    }

    @Override
    public Probe probe() {
        return new LossProbe(MODEL);
    }

    @Override
    public double[] start() {
        return new double[] {0.7, 0.005, 0.2};
    }
}
