package org.eoslab.objective;

class QuadraticTest implements ObjectiveContract {
    @Override
    public Objective objective() {
        return new Quadratic(3, 1, -0.5, 0);
    }
}
