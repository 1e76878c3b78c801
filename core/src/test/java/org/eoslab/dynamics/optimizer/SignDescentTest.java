package org.eoslab.dynamics.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.DynamicsContract;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.StepSize;
import org.eoslab.linalg.Vectors;
import org.eoslab.objective.Quadratic;
import org.eoslab.objective.TanhNetwork;
import org.junit.jupiter.api.Test;

/** Against the exact change of the loss on quadratics, whose generalised sharpness is their trace. */
class SignDescentTest implements DynamicsContract {
    private static final TanhNetwork NETWORK = TanhNetwork.chebyshev(3, 12, 8);

    @Override
    public Dynamics dynamics() {
        return new SignDescent(NETWORK, StepSize.constant(0.01));
    }

    @Override
    public double[] start() {
        return NETWORK.start(1);
    }

    /** L⁺ − L = −η‖g‖₁²(1 − η·tr/2) where no entry of the gradient is 0: the loss falls exactly below η·tr = 2. */
    @Test
    void fallsBelowItsEdgeAndRisesBeyond() {
        SplittableRandom random = new SplittableRandom(5);
        for (int trial = 0; trial < 100; trial++) {
            double[] eigenvalues = random.doubles(5, 0.1, 3).toArray();
            double trace = Arrays.stream(eigenvalues).sum();
            Quadratic loss = new Quadratic(eigenvalues);
            double[] w = random.doubles(5, 0.1, 1).toArray();
            double[] g = new double[5];
            double before = loss.gradient(w, g);
            double sum = Arrays.stream(g).map(Math::abs).sum();
            for (double part : new double[] {0.99, 1.01}) {
                double eta = 2 * part / trace;
                SignDescent rule = new SignDescent(loss, StepSize.constant(eta));
                State state = rule.start(w);
                rule.step(state);
                double change = loss.value(state.parameters()) - before;
                assertThat(change).isCloseTo(-eta * sum * sum * (1 - eta * trace / 2), within(1e-12 * sum * sum));
                assertThat(change > 0).isEqualTo(part > 1);
                assertThat(rule.stabilityThreshold(state) > trace).isEqualTo(part < 1);
            }
        }
    }

    /** Of all steps d it has the least ⟨g, d⟩ + max|dᵢ|²/(2η), which is −½η‖g‖₁². */
    @Test
    void isSteepestDescentInTheMaxNorm() {
        SplittableRandom random = new SplittableRandom(6);
        double eta = 0.3;
        double[] w = start();
        double[] g = new double[w.length];
        NETWORK.gradient(w, g);
        double sum = Arrays.stream(g).map(Math::abs).sum();
        State state = new State(w.clone(), new double[0]);
        new SignDescent(NETWORK, StepSize.constant(eta)).step(state);
        double[] step = state.parameters();
        Vectors.add(-1, w, step);
        double least = model(g, step, eta);
        assertThat(least).isCloseTo(-0.5 * eta * sum * sum, within(1e-12 * sum * sum));
        for (int trial = 0; trial < 1000; trial++) {
            double size = 2 * random.nextDouble();
            double[] d = step.clone();
            for (int i = 0; i < d.length; i++) {
                d[i] = size * (d[i] + eta * sum * random.nextGaussian() * random.nextInt(2));
            }
            assertThat(model(g, d, eta)).isGreaterThanOrEqualTo(least);
        }
    }

    private static double model(double[] g, double[] d, double eta) {
        double largest = Arrays.stream(d).map(Math::abs).max().orElseThrow();
        return Vectors.dot(g, d) + largest * largest / (2 * eta);
    }
}
