package org.eoslab.dynamics.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;
import org.eoslab.objective.Quadratic;
import org.hipparchus.complex.Complex;

/** The closed form of a rule on ½λw²: w_t = A·z₁ᵗ + B·z₂ᵗ with the roots of z² − pz + q. */
final class Modes {
    /** A hundred steps of a few roundings each, times the growth of a mode: measured below 1e-12 of the largest |w|. */
    private static final double ROUNDING = 1e-11;

    private Modes() {}

    static Quadratic quadratic(double curvature) {
        return new Quadratic(curvature);
    }

    /** Checks a hundred steps from w₀ = 1; {@code first} is w₁. */
    static void check(Dynamics dynamics, double p, double q, double first) {
        Complex root = new Complex(p * p - 4 * q).sqrt();
        Complex z1 = root.add(p).divide(2);
        Complex z2 = root.negate().add(p).divide(2);
        Complex a = new Complex(first).subtract(z2).divide(z1.subtract(z2));
        Complex b = Complex.ONE.subtract(a);
        State state = dynamics.start(new double[] {1});
        double largest = 1;
        for (int t = 1; t <= 100; t++) {
            dynamics.step(state);
            Complex expected = a.multiply(z1.pow(t)).add(b.multiply(z2.pow(t)));
            double w = state.parameters()[0];
            largest = Math.max(largest, Math.abs(w));
            assertThat(w).as("step %d", t).isCloseTo(expected.getReal(), within(ROUNDING * largest));
        }
    }
}
