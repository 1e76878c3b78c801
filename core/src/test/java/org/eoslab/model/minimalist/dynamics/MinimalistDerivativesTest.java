package org.eoslab.model.minimalist.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.eoslab.Tolerances;
import org.eoslab.linalg.dense.DenseEigenSolver;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.junit.jupiter.api.Test;

/** Oracle: automatic differentiation of the loss (Hipparchus) to third order. */
class MinimalistDerivativesTest {
    @Test
    void allDerivativesAgreeWithAutomaticDifferentiation() {
        DSFactory factory = new DSFactory(3, 3);
        Random random = new Random(1);
        for (int trial = 0; trial < 1000; trial++) {
            Minimalist model = new Minimalist(1 + random.nextDouble(), random.nextDouble());
            double[] w = random.doubles(3, -2, 2).toArray();
            DerivativeStructure loss = loss(model, factory, w);
            double scale = Tolerances.CLOSED_FORM * 32;
            double[] gradient = new double[3];
            assertThat(model.gradient(w, gradient)).isCloseTo(loss.getValue(), within(scale));
            double[][] hessian = DenseEigenSolver.matrix(model.hessian(w));
            double[] third = new double[3];
            for (int i = 0; i < 3; i++) {
                assertThat(gradient[i]).isCloseTo(derivative(loss, i), within(scale));
                for (int j = 0; j < 3; j++) {
                    assertThat(hessian[i][j]).isCloseTo(derivative(loss, i, j), within(scale));
                    model.thirdDerivative(w, unit(i), unit(j), third);
                    for (int k = 0; k < 3; k++) {
                        assertThat(third[k]).isCloseTo(derivative(loss, i, j, k), within(scale));
                    }
                }
            }
        }
    }

    private static DerivativeStructure loss(Minimalist model, DSFactory factory, double[] w) {
        DerivativeStructure alpha = factory.variable(0, w[0]);
        DerivativeStructure oscillation = alpha.multiply(factory.variable(1, w[1]));
        DerivativeStructure residual = alpha.multiply(factory.variable(2, w[2])).subtract(1);
        return oscillation
                .square()
                .multiply(0.5 * model.lambda1())
                .add(residual.square().multiply(0.5 * model.lambda2()));
    }

    private static double derivative(DerivativeStructure loss, int... indices) {
        int[] orders = new int[3];
        for (int i : indices) {
            orders[i]++;
        }
        return loss.getPartialDerivative(orders);
    }

    private static double[] unit(int i) {
        double[] unit = new double[3];
        unit[i] = 1;
        return unit;
    }
}
