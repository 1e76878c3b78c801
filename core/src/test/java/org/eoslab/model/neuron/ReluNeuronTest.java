package org.eoslab.model.neuron;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Oracles: the expectation over x, whose radius integrates to E‖x‖² = 2 and whose angle by the trapezium rule; the minimum in closed form. */
class ReluNeuronTest {
    private static final ReluNeuron NEURON = new ReluNeuron();

    /** The integrand has kinks in its first derivative, so the rule's error is of the order of the spacing squared, 1e-9. */
    private static final int ANGLES = 200_000;

    private static final double QUADRATURE = 1e-8;

    @Test
    void theLossIsTheExpectedSquaredError() {
        Random random = new Random(3);
        for (int i = 0; i < 30; i++) {
            double[] w = random.doubles(3, -2, 2).toArray();
            double sum = 0;
            for (int k = 0; k < ANGLES; k++) {
                double phi = 2 * Math.PI * k / ANGLES;
                double student = w[0] * Math.max(w[1] * Math.cos(phi) + w[2] * Math.sin(phi), 0);
                double error = student - Math.max(Math.cos(phi), 0);
                sum += error * error;
            }
            assertThat(NEURON.value(w)).isCloseTo(sum / ANGLES, within(QUADRATURE));
        }
    }

    @Test
    void atAMinimumTheSharpnessIsHalfTheSquaredWeights() {
        double[] minimum = {1.6, 1 / 1.6, 0};
        double[] gradient = new double[3];
        assertThat(NEURON.gradient(minimum, gradient)).isCloseTo(0, within(1e-15));
        assertThat(gradient).containsExactly(new double[3], within(1e-15));
        double[] top = {1 / 1.6, 1.6, 0};
        double[] product = new double[3];
        NEURON.hessian(minimum).apply(top, product);
        double sharpness = (1.6 * 1.6 + 1 / (1.6 * 1.6)) / 2;
        assertThat(product).containsExactly(new double[] {sharpness / 1.6, sharpness * 1.6, 0}, within(1e-14));
    }

    @Test
    void aDeadNeuronHasNoSlope() {
        double[] gradient = {1, 1, 1};
        assertThat(NEURON.gradient(new double[] {0.5, 0, 0}, gradient)).isEqualTo(0.25);
        assertThat(gradient).containsExactly(0, 0, 0);
    }
}
