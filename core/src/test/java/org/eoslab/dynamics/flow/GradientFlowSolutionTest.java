package org.eoslab.dynamics.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.eoslab.linalg.dense.DenseEigenSolver;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.junit.jupiter.api.Test;

/** Oracle: the closed form of the minimalist model (Lemma 5.1). */
class GradientFlowSolutionTest {
    private static final double RELATIVE = 1e-9;
    private static final double GRADIENT = 1e-13;

    @Test
    void agreesWithTheClosedFormFromAThousandStarts() {
        IntStream.range(0, 1000).parallel().forEach(GradientFlowSolutionTest::check);
    }

    private static void check(int seed) {
        Random random = new Random(seed);
        Minimalist model = new Minimalist(1, Math.exp(random.nextDouble(Math.log(1e-3), Math.log(0.05))));
        double[] start = {random.nextDouble(0.2, 2), random.nextDouble(-0.3, 0.3), random.nextDouble(0.01, 0.5)};
        GradientFlow flow = new GradientFlow(model, 1);
        GradientFlowSolution end = GradientFlowSolution.of(flow, start, GRADIENT, 1e9, new DenseEigenSolver());
        double exact = model.gfsSharpness(start[0], start[1], start[2]);
        assertThat(end.converged()).isTrue();
        assertThat(end.sharpness()).isCloseTo(exact, within(RELATIVE * exact));
        assertThat(GradientFlowTest.balance(end.parameters()))
                .isCloseTo(GradientFlowTest.balance(start), within(1e-10));
    }

    @Test
    void saysWhenTheTimeWasTooShort() {
        GradientFlow flow = new GradientFlow(new Minimalist(1, 0.001), 1);
        GradientFlowSolution end =
                GradientFlowSolution.of(flow, new double[] {0.7, 0.1, 0.2}, GRADIENT, 10, new DenseEigenSolver());
        assertThat(end.converged()).isFalse();
        assertThat(end.sharpness()).isNaN();
        assertThat(end.time()).isEqualTo(10);
    }
}
