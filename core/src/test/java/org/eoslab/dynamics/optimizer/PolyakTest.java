package org.eoslab.dynamics.optimizer;

import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.StabilityContract;
import org.eoslab.dynamics.StepSize;
import org.eoslab.objective.Objective;
import org.junit.jupiter.api.Test;

class PolyakTest implements StabilityContract {
    private static final double ETA = 0.3;
    private static final double BETA = 0.9;

    @Override
    public Dynamics on(Objective objective) {
        return Momentum.polyak(objective, StepSize.constant(ETA), BETA);
    }

    @Test
    void followsItsClosedForm() {
        for (double curvature : new double[] {0.01, 0.5, 3, 12}) {
            Modes.check(on(Modes.quadratic(curvature)), 1 + BETA - ETA * curvature, BETA, 1 - ETA * curvature);
        }
    }
}
