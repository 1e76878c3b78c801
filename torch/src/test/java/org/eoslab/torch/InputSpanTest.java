package org.eoslab.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.StepSize;
import org.eoslab.dynamics.optimizer.Momentum;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.Vectors;
import org.eoslab.linalg.dense.DenseEigenSolver;
import org.eoslab.objective.Objective;
import org.eoslab.torch.data.DataSet;
import org.eoslab.torch.network.Activation;
import org.eoslab.torch.network.Convolution;
import org.eoslab.torch.network.Flatten;
import org.eoslab.torch.network.Linear;
import org.eoslab.torch.network.Network;
import org.eoslab.torch.network.Pool;
import org.eoslab.torch.network.Sequential;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two images of twelve pixels. */
class InputSpanTest {
    private static final double ROUNDING = 1e-12;
    private static final Network NETWORK =
            new Sequential(List.of(new Flatten(), Sequential.perceptron(Activation.TANH, 12, 4, 2)));
    private static final DataSet DATA = RandomData.gaussian(2, List.of(3L, 4L), 2);

    private final InputSpan span = InputSpan.of(NETWORK, DATA);
    private final Objective whole = objective(NETWORK, DATA);
    private final Objective inside = objective(span.network(), span.data());

    private static Objective objective(Network network, DataSet data) {
        return new NetworkObjective(network, data, Loss.SQUARED, Precision.FLOAT64, new Chunks(2, 2));
    }

    private static double[] point(long seed) {
        return new SplittableRandom(seed)
                .doubles(NETWORK.dimension())
                .map(u -> 2 * u - 1)
                .toArray();
    }

    @Test
    void leavesOutTheDirectionsThatNoInputHas() {
        // 12·4 + 4 + 4·2 + 2 parameters, and 2·4 + 4 + 4·2 + 2 of them inside.
        assertThat(whole.dimension()).isEqualTo(62);
        assertThat(inside.dimension()).isEqualTo(22);
    }

    @Test
    void lossAndGradientAreTheSame() {
        for (long seed = 0; seed < 20; seed++) {
            double[] w = point(seed);
            double[] gradient = new double[62];
            double[] part = new double[22];
            double loss = whole.gradient(w, gradient);
            assertThat(inside.gradient(span.coordinates(w), part)).isCloseTo(loss, within(ROUNDING * loss));
            assertThat(Vectors.norm(part)).isCloseTo(Vectors.norm(gradient), within(ROUNDING * Vectors.norm(gradient)));
            assertThat(span.coordinates(gradient)).containsExactly(part, within(ROUNDING));
        }
    }

    /** The 22 eigenvalues inside are 22 of the 62, and the others are zeros. */
    @Test
    void eigenvaluesAreTheSameButForZeros() {
        DenseEigenSolver solver = new DenseEigenSolver();
        for (long seed = 0; seed < 5; seed++) {
            double[] w = point(seed);
            double[] all = solver.largest(whole.hessian(w), 62, EigenPairs.NONE).values();
            double[] some = Arrays.copyOf(
                    solver.largest(inside.hessian(span.coordinates(w)), 22, EigenPairs.NONE)
                            .values(),
                    62);
            Arrays.sort(all);
            Arrays.sort(some);
            assertThat(some).containsExactly(all, within(ROUNDING * all[61]));
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void trajectoriesAreTheSame(boolean momentum) {
        State one = dynamics(whole, momentum).start(point(1));
        State other = dynamics(inside, momentum).start(span.coordinates(point(1)));
        for (int step = 0; step < 100; step++) {
            dynamics(whole, momentum).step(one);
            dynamics(inside, momentum).step(other);
        }
        assertThat(one.loss(whole)).isLessThan(0.5 * whole.value(point(1)));
        assertThat(other.parameters()).containsExactly(span.coordinates(one.parameters()), within(ROUNDING));
    }

    private static Dynamics dynamics(Objective objective, boolean momentum) {
        StepSize eta = StepSize.constant(0.05);
        return momentum ? Momentum.polyak(objective, eta, 0.5) : new GradientDescent(objective, eta);
    }

    @Test
    void manyInputsAndThoseOfOtherFirstLayersStayAsGiven() {
        expectAsGiven(NETWORK, RandomData.gaussian(12, List.of(3L, 4L), 2));
        Network convolutional = new Sequential(List.of(
                new Convolution(1, 2, 3),
                Activation.TANH,
                new Pool(Pool.Kind.AVERAGE, 2),
                new Flatten(),
                Linear.of(8, 2)));
        expectAsGiven(convolutional, RandomData.gaussian(2, List.of(1L, 4L, 4L), 2));
    }

    private static void expectAsGiven(Network network, DataSet data) {
        InputSpan span = InputSpan.of(network, data);
        assertThat(span.network()).isSameAs(network);
        assertThat(span.data()).isSameAs(data);
        double[] w = network.initial(0);
        assertThat(span.coordinates(w)).isEqualTo(w);
    }
}
