package org.eoslab.dynamics.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.eoslab.Tolerances;
import org.eoslab.dynamics.DynamicsContract;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.StepSize;
import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.objective.FiniteSum;
import org.eoslab.objective.Objective;
import org.eoslab.objective.Quadratic;
import org.eoslab.objective.TanhNetwork;
import org.junit.jupiter.api.Test;

class StochasticGradientDescentTest implements DynamicsContract {
    private static final TanhNetwork NETWORK = TanhNetwork.chebyshev(4, 20, 5);

    private static StochasticGradientDescent sgd(int batch, long seed) {
        return new StochasticGradientDescent(NETWORK, StepSize.constant(0.1), new BatchSchedule(20, batch, seed));
    }

    @Override
    public StochasticGradientDescent dynamics() {
        return sgd(6, 1);
    }

    @Override
    public double[] start() {
        return NETWORK.start(3);
    }

    @Test
    void theFullBatchIsGradientDescent() {
        StochasticGradientDescent full = sgd(20, 5);
        GradientDescent gd = new GradientDescent(NETWORK, 0.1);
        State a = full.start(start());
        State b = gd.start(start());
        DynamicsContract.advance(full, a, 10);
        DynamicsContract.advance(gd, b, 10);
        assertThat(a.parameters()).containsExactly(b.parameters(), within(Tolerances.CLOSED_FORM));
    }

    /**
     * Examples ½hw² of one parameter.
     *
     * @param curvatures their h
     */
    private record Curved(double... curvatures) implements FiniteSum {
        @Override
        public int examples() {
            return curvatures.length;
        }

        @Override
        public Objective batch(int[] indices) {
            return new Quadratic(IntStream.of(indices)
                    .mapToDouble(i -> curvatures[i])
                    .average()
                    .orElseThrow());
        }

        private Objective all() {
            return batch(IntStream.range(0, examples()).toArray());
        }

        @Override
        public int dimension() {
            return 1;
        }

        @Override
        public double value(double[] w) {
            return all().value(w);
        }

        @Override
        public double gradient(double[] w, double[] gradient) {
            return all().gradient(w, gradient);
        }

        @Override
        public SymmetricOperator hessian(double[] w) {
            return all().hessian(w);
        }
    }

    /** The mean of w⁺² over the batches is ((1 − ηλ)² + η²s²(n − B)/(B(n − 1)))w²; at the mean-square edge w². */
    @Test
    void theMeanSquareIsKeptAtTheMeanSquareEdge() {
        Curved loss = new Curved(0.2, 0.6, 1, 1.4, 1.8);
        double mean = 1;
        double squares = (0.64 + 0.16 + 0 + 0.16 + 0.64) / 5;
        int draws = 20_000;
        for (int batch = 1; batch <= 5; batch++) {
            double noise = squares * (5 - batch) / (batch * 4.0);
            double eta = 2 * mean / (mean * mean + noise);
            double sum = 0;
            double fourth = 0;
            for (int seed = 0; seed < draws; seed++) {
                State state = new State(new double[] {1}, new double[0]);
                new StochasticGradientDescent(loss, StepSize.constant(eta), new BatchSchedule(5, batch, seed))
                        .step(state);
                double square = state.parameters()[0] * state.parameters()[0];
                sum += square / draws;
                fourth += square * square / draws;
            }
            double error = Math.sqrt(Math.max(0, fourth - sum * sum) / draws);
            assertThat(sum).as("batches of %d", batch).isCloseTo(1, within(5 * error + Tolerances.CLOSED_FORM));
        }
    }
}
