package org.eoslab.model.agarwala;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.eoslab.Tolerances;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.State;
import org.junit.jupiter.api.Test;

/** The map of (ηz, ηT) against gradient descent on θ. */
class SecondOrderRegressionTest {
    @Test
    void aStepOfDescentIsTheMap() {
        Random random = new Random(3);
        for (int i = 0; i < 1000; i++) {
            double eta = 0.1 + random.nextDouble();
            SecondOrderRegression model = new SecondOrderRegression(0.01 + 0.99 * random.nextDouble());
            GradientDescent descent = new GradientDescent(model, eta);
            double[] theta = random.doubles(2, -2, 2).toArray();
            double[] point = {eta * model.residual(theta), eta * model.tangentKernel(theta)};
            double scale = 1 + Math.pow(Math.abs(point[0]) + point[1], 3);
            model.next(point);
            State state = descent.start(theta);
            descent.step(state);
            assertThat(eta * model.residual(state.parameters()))
                    .isCloseTo(point[0], within(Tolerances.CLOSED_FORM * scale));
            assertThat(eta * model.tangentKernel(state.parameters()))
                    .isCloseTo(point[1], within(Tolerances.CLOSED_FORM * scale));
        }
    }

    @Test
    void parametersHaveTheGivenResidualAndKernel() {
        SecondOrderRegression model = new SecondOrderRegression(0.005);
        double[] theta = model.parameters(0.02, 2.2);
        assertThat(model.residual(theta)).isCloseTo(0.02, within(Tolerances.CLOSED_FORM * 2.2));
        assertThat(model.tangentKernel(theta)).isCloseTo(2.2, within(Tolerances.CLOSED_FORM * 2.2));
    }
}
