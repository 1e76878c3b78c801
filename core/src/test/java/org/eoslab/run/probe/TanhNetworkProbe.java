package org.eoslab.run.probe;

import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.objective.TanhNetwork;
import org.eoslab.run.ProbeContract;

/** The contract for a probe of a small network that gradient descent trains. */
interface TanhNetworkProbe extends ProbeContract {
    TanhNetwork NETWORK = TanhNetwork.chebyshev(3, 12, 10);

    @Override
    default Dynamics dynamics() {
        return new GradientDescent(NETWORK, 0.1);
    }

    @Override
    default double[] start() {
        return NETWORK.start(1);
    }
}
