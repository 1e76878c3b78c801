package org.eoslab.model.minimalist.dynamics;

import org.eoslab.objective.Objective;
import org.eoslab.objective.ObjectiveContract;

class MinimalistTest implements ObjectiveContract {
    @Override
    public Objective objective() {
        return new Minimalist(1, 0.01);
    }
}
