package org.eoslab.objective;

class TanhNetworkTest implements ObjectiveContract {
    @Override
    public Objective objective() {
        return TanhNetwork.chebyshev(4, 20, 10);
    }
}
