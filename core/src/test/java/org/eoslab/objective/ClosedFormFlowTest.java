package org.eoslab.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.ToDoubleFunction;
import org.eoslab.dynamics.flow.GradientFlow;
import org.eoslab.dynamics.flow.GradientFlowSolution;
import org.eoslab.linalg.dense.DenseEigenSolver;
import org.eoslab.model.agarwala.SecondOrderRegression;
import org.eoslab.model.linearnd.LinearNd;
import org.eoslab.model.linearnd.LinearNdTest;
import org.eoslab.model.scalar.DoubleWell;
import org.eoslab.model.scalar.ScalarNetwork;
import org.eoslab.model.wang.ScalarActivation;
import org.eoslab.model.wang.TwoLayerScalarNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Closed-form GFS sharpness against the flow itself, integrated numerically to where the gradient vanishes. */
class ClosedFormFlowTest {
    /** The integrator's accumulated error, and a distance of ‖∇L‖/λ_min from the minimum. */
    private static final double AGREEMENT = 1e-9;

    private static final double GRADIENT = 1e-12;
    private static final double HORIZON = 1e5;
    private static final int STARTS = 40;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 7})
    void scalarNetwork(int depth) {
        ScalarNetwork network = new ScalarNetwork(depth, 1.2);
        // Weights of one sign, some of the products above the target, some below; and two signs where depth allows.
        compare(network, network::gfsSharpness, depth, 0.4, 1.6);
        if (depth == 2 || depth == 3) {
            compare(network, network::gfsSharpness, depth, -1.5, 1.5);
        }
    }

    @Test
    void secondOrderRegression() {
        SecondOrderRegression model = new SecondOrderRegression(0.3);
        compare(model, model::gfsSharpness, 2, 0.5, 2);
    }

    @Test
    void doubleWell() {
        DoubleWell well = new DoubleWell(0.8);
        compare(well, w -> well.gfsSharpness(w[0]), 1, -2, 2);
    }

    @Test
    void linearModelInFiveDimensions() {
        LinearNd model = LinearNdTest.random(4, 7);
        Random random = new Random(8);
        for (int i = 0; i < STARTS; i++) {
            double[] start = random.doubles(5, -0.5, 0.5).toArray();
            start[0] = 0.5 + random.nextDouble();
            check(model, model::gfsSharpness, start);
        }
    }

    @ParameterizedTest
    @EnumSource
    void theFlowConservesTheImbalance(ScalarActivation activation) {
        TwoLayerScalarNetwork network = new TwoLayerScalarNetwork(activation);
        Random random = new Random(9);
        for (int i = 0; i < STARTS; i++) {
            double[] start = random.doubles(2, 0.5, 1.5).toArray();
            GradientFlowSolution end = GradientFlowSolution.of(
                    new GradientFlow(network, 1), start, GRADIENT, HORIZON, new DenseEigenSolver());
            assertThat(network.imbalance(end.parameters())).isCloseTo(network.imbalance(start), within(AGREEMENT));
        }
    }

    private static void compare(
            Objective objective, ToDoubleFunction<double[]> closedForm, int n, double low, double high) {
        Random random = new Random(n);
        for (int i = 0; i < STARTS; i++) {
            check(objective, closedForm, random.doubles(n, low, high).toArray());
        }
    }

    private static void check(Objective objective, ToDoubleFunction<double[]> closedForm, double[] start) {
        GradientFlowSolution end = GradientFlowSolution.of(
                new GradientFlow(objective, 1), start, GRADIENT, HORIZON, new DenseEigenSolver());
        assertThat(end.converged()).isTrue();
        double expected = end.sharpness();
        assertThat(closedForm.applyAsDouble(start))
                .as("from %s", start)
                .isCloseTo(expected, within(AGREEMENT * expected));
    }
}
