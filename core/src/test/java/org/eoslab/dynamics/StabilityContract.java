package org.eoslab.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import org.eoslab.objective.Objective;
import org.eoslab.objective.Quadratic;
import org.junit.jupiter.api.Test;

/**
 * What a {@link Dynamics} owes whose threshold does not depend on the state: on a quadratic it stays bounded one per cent below
 * the threshold and grows without bound one per cent above. A flow, whose threshold is +∞, is bounded whatever the sharpness.
 */
public interface StabilityContract extends DynamicsContract {
    /** Steps enough for a growth of 1.02 a step, gradient descent's at one per cent above, to pass 10⁸. */
    int STEPS = 1000;

    /** The rule under test on another objective. */
    Dynamics on(Objective objective);

    @Override
    default Dynamics dynamics() {
        return on(new Quadratic(1, 0.3));
    }

    @Override
    default double[] start() {
        return new double[] {1, -2};
    }

    @Test
    default void isBoundedJustBelowTheThreshold() {
        double threshold = threshold();
        double curvature = threshold < Double.POSITIVE_INFINITY ? 0.99 * threshold : 1000;
        State state = start(curvature);
        Dynamics dynamics = on(new Quadratic(curvature, curvature / 3));
        double start = size(state);
        double largest = 0;
        for (int t = 0; t < STEPS; t++) {
            dynamics.step(state);
            largest = Math.max(largest, size(state));
        }
        assertThat(largest).isLessThan(100 * start);
        assertThat(size(state)).isLessThan(start);
    }

    @Test
    default void isUnboundedJustAboveTheThreshold() {
        double curvature = 1.01 * threshold();
        if (curvature == Double.POSITIVE_INFINITY) {
            return;
        }
        State state = start(curvature);
        Dynamics dynamics = on(new Quadratic(curvature, curvature / 3));
        double start = size(state);
        for (int t = 0; t < STEPS && state.isFinite(); t++) {
            dynamics.step(state);
        }
        assertThat(size(state)).satisfies(s -> assertThat(s < 1e8 * start).isFalse());
    }

    private double threshold() {
        return dynamics().stabilityThreshold(dynamics().start(start()));
    }

    private State start(double curvature) {
        return on(new Quadratic(curvature, curvature / 3)).start(start());
    }

    private static double size(State state) {
        double sum = 0;
        for (double w : state.parameters()) {
            sum += w * w;
        }
        return Math.sqrt(sum);
    }
}
