package org.eoslab.dynamics.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.DynamicsContract;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.StepSize;
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
}
