package org.eoslab.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.State;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.Lanczos;
import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.linalg.Vectors;
import org.eoslab.objective.FiniteSum;
import org.eoslab.torch.network.Activation;
import org.eoslab.torch.network.Network;
import org.eoslab.torch.network.Sequential;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What a network's objective owes besides its derivatives: chunks, batches, formats, memory. */
class NetworkObjectiveTest {
    /** Sums of a few hundred terms of order one in another order. */
    private static final double REORDERED = 1e-13;

    /** The same in single precision, 2⁻²⁴ a rounding. */
    private static final double SINGLE = 1e-4;

    private static final int EXAMPLES = 10;
    private static final RandomData DATA = RandomData.gaussian(EXAMPLES, List.of(3L), 2);
    private static final Network NETWORK = Sequential.perceptron(Activation.TANH, 3, 5, 2);

    private static NetworkObjective objective(Precision precision, Chunks chunks) {
        return new NetworkObjective(NETWORK, DATA, Loss.HALF_SQUARED, precision, chunks);
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "3, 0", "3, 6", "3, 10", "10, 0", "100, 10"})
    void chunksChangeNothing(int examples, int kept) {
        agree(
                objective(Precision.FLOAT64, new Chunks(examples, kept)),
                objective(Precision.FLOAT64, new Chunks(EXAMPLES, EXAMPLES)),
                REORDERED);
    }

    /** By one forward pass what a batch of each alone has, of every loss; of some of the examples too. */
    @ParameterizedTest
    @EnumSource(Loss.class)
    void theLossOfEachExampleIsThatOfItAlone(Loss loss) {
        NetworkObjective all = new NetworkObjective(NETWORK, DATA, loss, Precision.FLOAT64, new Chunks(3, EXAMPLES));
        double[] w = NETWORK.initial(3);
        double[] losses = all.losses(w);
        assertThat(losses).hasSize(EXAMPLES);
        for (int i = 0; i < EXAMPLES; i++) {
            assertThat(losses[i]).isCloseTo(all.batch(new int[] {i}).value(w), within(REORDERED));
        }
        assertThat(Arrays.stream(losses).sum() / EXAMPLES).isCloseTo(all.value(w), within(REORDERED));
        assertThat(((FiniteSum) all.batch(new int[] {7, 2})).losses(w)).containsExactly(losses[7], losses[2]);
    }

    @Test
    void singlePrecisionAgreesToItsRounding() {
        Chunks chunks = new Chunks(EXAMPLES, EXAMPLES);
        agree(objective(Precision.FLOAT32, chunks), objective(Precision.FLOAT64, chunks), SINGLE);
    }

    @Test
    void aProductInSinglePrecisionIsAsGoodAsItSays() {
        Network network = Sequential.perceptron(Activation.TANH, 30, 60, 60, 4);
        RandomData data = RandomData.gaussian(200, List.of(30L), 4);
        Chunks chunks = new Chunks(100, 200);
        NetworkObjective single = new NetworkObjective(network, data, Loss.HALF_SQUARED, Precision.FLOAT32, chunks);
        NetworkObjective exact = new NetworkObjective(network, data, Loss.HALF_SQUARED, Precision.FLOAT64, chunks);
        for (long seed = 0; seed < 20; seed++) {
            double[] w = network.initial(seed);
            SymmetricOperator rounded = single.hessian(w);
            EigenPairs top = Lanczos.seeded(seed).largest(exact.hessian(w), 1, EigenPairs.NONE);
            double[] product = new double[w.length];
            double[] error = new double[w.length];
            exact.hessian(w).apply(top.vectors()[0], product);
            rounded.apply(top.vectors()[0], error);
            assertThat(Vectors.distance(product, error))
                    .isBetween(0x1p-30 * top.largest(), rounded.rounding() * top.largest());
        }
    }

    private static void agree(NetworkObjective one, NetworkObjective other, double tolerance) {
        double[] w = NETWORK.initial(1);
        double[] u = NETWORK.initial(2);
        double[] v = NETWORK.initial(3);
        double[] a = new double[w.length];
        double[] b = new double[w.length];
        assertThat(one.value(w)).isCloseTo(other.value(w), within(tolerance));
        assertThat(one.gradient(w, a)).isCloseTo(other.gradient(w, b), within(tolerance));
        assertThat(a).containsExactly(b, within(tolerance));
        SymmetricOperator first = one.hessian(w);
        SymmetricOperator second = other.hessian(w);
        for (int product = 0; product < 2; product++) {
            first.apply(u, a);
            second.apply(u, b);
            assertThat(a).containsExactly(b, within(tolerance));
        }
        one.thirdDerivative(w, u, v, a);
        other.thirdDerivative(w, u, v, b);
        assertThat(a).containsExactly(b, within(tolerance));
    }

    @Test
    void hessiansAtTwoPointsDoNotDisturbEachOther() {
        NetworkObjective objective = objective(Precision.FLOAT64, new Chunks(EXAMPLES, EXAMPLES));
        double[] w = NETWORK.initial(1);
        double[] u = NETWORK.initial(2);
        double[] alone = new double[w.length];
        objective.hessian(w).apply(u, alone);
        SymmetricOperator here = objective.hessian(w);
        SymmetricOperator there = objective.hessian(NETWORK.initial(3));
        double[] product = new double[w.length];
        here.apply(u, product);
        there.apply(u, product);
        objective.gradient(NETWORK.initial(4), new double[w.length]);
        w[0] += 1;
        here.apply(u, product);
        assertThat(product).isEqualTo(alone);
    }

    @Test
    void gradientIsTheMeanOfThoseOfItsBatches() {
        NetworkObjective objective = objective(Precision.FLOAT64, new Chunks(2, 2));
        double[] w = NETWORK.initial(1);
        double[] all = new double[w.length];
        double[] mean = new double[w.length];
        double[] batch = new double[w.length];
        objective.gradient(w, all);
        for (int[] indices : new int[][] {{9, 0, 4, 2, 7}, {1, 3, 5, 6, 8}}) {
            objective.batch(indices).gradient(w, batch);
            for (int i = 0; i < mean.length; i++) {
                mean[i] += batch[i] / 2;
            }
        }
        assertThat(mean).containsExactly(all, within(REORDERED));
    }

    @Test
    void refusesAnExampleThatIsNotThere() {
        NetworkObjective objective = objective(Precision.FLOAT64, new Chunks(2, 2));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> objective.batch(new int[] {EXAMPLES}))
                .withMessage("example 10: must be from 0 to 9");
    }

    @Test
    void memoryStaysFlatOver50000Steps() {
        NetworkObjective objective = objective(Precision.FLOAT32, new Chunks(4, 4));
        GradientDescent descent = new GradientDescent(objective, 0.1);
        State state = descent.start(NETWORK.initial(1));
        double[] product = new double[state.parameters().length];
        long settled = 0;
        while (state.step() < 50_000) {
            descent.step(state);
            if (state.step() % 10 == 0) {
                objective.hessian(state.parameters()).apply(state.gradient(objective), product);
            }
            if (state.step() == 10_000) {
                settled = Pointer.physicalBytes();
            }
        }
        // Lost tensors would be some 150 kB a step, 6 GB over the 40,000 (without scopes 1.5 GB in 10,000 were seen).
        assertThat(Pointer.physicalBytes() - settled).isLessThan(64L << 20);
    }
}
