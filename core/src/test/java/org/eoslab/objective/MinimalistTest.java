package org.eoslab.objective;

class MinimalistTest implements ObjectiveContract {
    @Override
    public Objective objective() {
        return new Minimalist(1, 0.01);
    }
}
