package org.eoslab.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.dense.DenseEigenSolver;
import org.eoslab.model.agarwala.SecondOrderRegression;
import org.eoslab.model.scalar.ScalarNetwork;
import org.eoslab.model.wang.ScalarActivation;
import org.eoslab.model.wang.TwoLayerScalarNetwork;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Oracle: the dense solver, whose error is a few ulps of the matrix norm. */
class SharpnessEstimateTest {
    private static final DenseEigenSolver DENSE = new DenseEigenSolver();

    static Stream<SharpnessEstimate> losses() {
        Stream<SharpnessEstimate> networks =
                IntStream.of(2, 3, 4, 5, 8, 20).mapToObj(depth -> new ScalarNetwork(depth, 1));
        Stream<SharpnessEstimate> others = Stream.of(
                new ScalarNetwork(2, 1e-3),
                new ScalarNetwork(4, 3),
                new SecondOrderRegression(0.005),
                new SecondOrderRegression(1));
        Stream<SharpnessEstimate> layers = Stream.of(ScalarActivation.values()).map(TwoLayerScalarNetwork::new);
        return Stream.of(networks, others, layers).flatMap(s -> s);
    }

    @ParameterizedTest
    @MethodSource("losses")
    void isTheLargestEigenvalueOrNone(SharpnessEstimate loss) {
        Random random = new Random(1);
        double near = Double.NaN;
        int estimates = 0;
        for (int i = 0; i < 2000; i++) {
            double[] w = random.doubles(loss.dimension(), 0.2, 2.2).toArray();
            w[random.nextInt(w.length)] *= Math.pow(10, random.nextDouble(-3, 1));
            w[0] *= random.nextInt(4) == 0 ? -1 : 1;
            double estimate = loss.sharpness(w, near);
            if (Double.isNaN(estimate)) {
                continue;
            }
            near = estimate;
            estimates++;
            double exact = DENSE.largest(loss.hessian(w), 1, EigenPairs.NONE).largest();
            assertThat(estimate).isCloseTo(exact, within(SharpnessEstimate.ERROR * exact));
        }
        assertThat(estimates).isGreaterThan(100);
    }
}
