package org.eoslab.dynamics;

import org.eoslab.objective.Objective;

class GradientDescentTest implements StabilityContract {
    @Override
    public Dynamics on(Objective objective) {
        return new GradientDescent(objective, 0.3);
    }
}
