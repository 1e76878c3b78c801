package org.eoslab.model.minimalist.dynamics;

import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.DynamicsContract;

class MinimalistDescentTest implements DynamicsContract {
    private static final Minimalist MODEL = new Minimalist(1, 0.001);

    @Override
    public Dynamics dynamics() {
        return new MinimalistDescent(MODEL, 3.2, ClippingRule.Floor.of(1.81, 3.2, MODEL));
    }

    @Override
    public double[] start() {
        return new double[] {0.7, 0.005, 0.2};
    }
}
