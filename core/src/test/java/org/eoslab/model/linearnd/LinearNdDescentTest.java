package org.eoslab.model.linearnd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.math.MathContext;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.DynamicsContract;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.State;
import org.eoslab.model.minimalist.dynamics.ClippingRule;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;
import org.junit.jupiter.api.Test;

/** Footnote 1 of the paper: a rotated copy of a run is the run. */
class LinearNdDescentTest implements DynamicsContract {
    private static final Minimalist MINIMALIST = new Minimalist(1, 0.001);
    private static final double ETA = 3.2;
    private static final LinearNd ROTATED =
            new LinearNd(new double[][] {{0.6, 0.8}, {-0.8, 0.6}}, new double[] {1, 0.001}, new double[] {0, 1});

    /** The specification's bounds on α, β₂ and on β₁, relative: these dynamics are not chaotic, and doubles attain 1e-12. */
    private static final double AGREEMENT = 1e-10;

    private static final double AGREEMENT_BETA1 = 1e-7;
    private static final int STEPS = 6000;

    @Override
    public Dynamics dynamics() {
        return new LinearNdDescent(ROTATED, ETA, ClippingRule.Floor.of(1.81, ETA, MINIMALIST));
    }

    @Override
    public double[] start() {
        return new double[] {0.7, 0.6 * 0.005 - 0.8 * 0.2, 0.8 * 0.005 + 0.6 * 0.2};
    }

    /** Oracle: gradient descent on w itself, with Σ = QΛQᵀ as a matrix, in 80 decimal digits. */
    @Test
    void agreesWithDescentOnTheWeightsInManyDigits() {
        LinearNdDescent descent = (LinearNdDescent) dynamics();
        State state = descent.start(0.7, new double[] {0.005, 0.2});
        ManyDigits exact = new ManyDigits();
        for (int t = 1; t <= STEPS; t++) {
            descent.step(state);
            exact.step();
            double alpha = exact.alpha.doubleValue();
            double beta1 = exact.along("0.6", "0.8");
            double beta2 = exact.along("-0.8", "0.6");
            assertThat(state.parameters()[0]).isCloseTo(alpha, within(AGREEMENT * alpha));
            assertThat(descent.coordinate(1, state)).isCloseTo(beta2, within(AGREEMENT * beta2));
            assertThat(descent.coordinate(0, state))
                    .as("beta1 at %d", t)
                    .isCloseTo(beta1, within(AGREEMENT_BETA1 * Math.abs(beta1)));
        }
    }

    /** β₁ falls to 5e-18 at the first crossing, below the rounding of w: why the step is not taken on w. */
    @Test
    void plainDoublesOnTheWeightsAreAnotherRun() {
        MinimalistDescent two = new MinimalistDescent(MINIMALIST, ETA, new ClippingRule.None());
        State expected = two.start(new double[] {0.7, 0.005, 0.2});
        GradientDescent plain = new GradientDescent(ROTATED, ETA);
        State state = plain.start(start());
        double largest = 0;
        for (int t = 0; t < 500; t++) {
            two.step(expected);
            plain.step(state);
            largest = Math.max(largest, Math.abs(state.parameters()[0] - expected.parameters()[0]));
        }
        assertThat(largest).isGreaterThan(1e-3);
    }

    private static final class ManyDigits {
        private static final MathContext DIGITS = new MathContext(80);
        private static final BigDecimal RATE = new BigDecimal("3.2");
        private static final BigDecimal FLOOR =
                new BigDecimal("1.81").divide(RATE, DIGITS).sqrt(DIGITS);
        private static final BigDecimal S11 = new BigDecimal("0.36").add(new BigDecimal("0.00064"));
        private static final BigDecimal S12 = new BigDecimal("0.48").subtract(new BigDecimal("0.00048"));
        private static final BigDecimal S22 = new BigDecimal("0.64").add(new BigDecimal("0.00036"));
        private static final BigDecimal TEACHER1 = new BigDecimal("-0.8");
        private static final BigDecimal TEACHER2 = new BigDecimal("0.6");

        // The doubles of the run, exactly, so that both start from the same point.
        private BigDecimal alpha = new BigDecimal(0.7);
        private BigDecimal w1 = component("0.6", "-0.8");
        private BigDecimal w2 = component("0.8", "0.6");

        private static BigDecimal component(String q1, String q2) {
            return new BigDecimal(q1)
                    .multiply(new BigDecimal(0.005))
                    .add(new BigDecimal(q2).multiply(new BigDecimal(0.2)), DIGITS);
        }

        void step() {
            BigDecimal e1 = alpha.multiply(w1).subtract(TEACHER1, DIGITS);
            BigDecimal e2 = alpha.multiply(w2).subtract(TEACHER2, DIGITS);
            BigDecimal pull1 = S11.multiply(e1).add(S12.multiply(e2), DIGITS);
            BigDecimal pull2 = S12.multiply(e1).add(S22.multiply(e2), DIGITS);
            BigDecimal gradient = w1.multiply(pull1).add(w2.multiply(pull2), DIGITS);
            BigDecimal next = alpha.subtract(RATE.multiply(gradient), DIGITS).max(alpha.min(FLOOR));
            BigDecimal rate = RATE.multiply(alpha, DIGITS);
            w1 = w1.subtract(rate.multiply(pull1), DIGITS);
            w2 = w2.subtract(rate.multiply(pull2), DIGITS);
            alpha = next;
        }

        double along(String q1, String q2) {
            return new BigDecimal(q1)
                    .multiply(w1)
                    .add(new BigDecimal(q2).multiply(w2))
                    .doubleValue();
        }
    }
}
