package org.eoslab.dynamics.projected;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.eoslab.dynamics.DynamicsContract;
import org.eoslab.dynamics.State;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.Vectors;
import org.eoslab.linalg.dense.DenseEigenSolver;
import org.eoslab.model.minimalist.dynamics.ClippingRule;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;
import org.eoslab.run.probe.SharpnessProbe;
import org.junit.jupiter.api.Test;

/** Oracles: the formula written out for the minimalist model's edge, and gradient descent itself. */
class PredictedDynamicsTest implements DynamicsContract {
    private static final Minimalist MODEL = new Minimalist(1, 0.001);
    private static final double ETA = 3.2;
    private static final double EDGE = Math.sqrt(2 / ETA);
    private static final ProjectedGradientDescent CONSTRAINED =
            new ProjectedGradientDescent(MODEL, ETA, new DenseEigenSolver(), 1e-13, 20);

    @Override
    public PredictedDynamics dynamics() {
        return new PredictedDynamics(CONSTRAINED);
    }

    @Override
    public double[] start() {
        return new double[] {EDGE + 1e-3, 1e-3, 0.2};
    }

    @Test
    void isTheFormulaWrittenOutOnTheEdge() {
        State state = new State(new double[] {EDGE + 1e-3, 1e-3, 0.2}, new double[] {EDGE, 0, 0.2, 1e-3, 1e-3, 0});
        double[] v = {1e-3, 1e-3, 0};
        double beta2 = 0.2;
        for (int t = 0; t < 300; t++) {
            double l2 = MODEL.lambda2();
            double l1 = MODEL.lambda1();
            double s = 2 * l1 * EDGE;
            double alpha = l2 * beta2 * (1 - EDGE * beta2) * s;
            double x = v[1];
            double y = s * v[0];
            double cross = l2 * (2 * EDGE * beta2 - 1);
            double a =
                    v[0] - ETA * (0.5 * (x * x - 2 * alpha / (s * s)) * s + l2 * beta2 * beta2 * v[0] + cross * v[2]);
            double b1 = v[1] - ETA * (l1 * EDGE * EDGE * v[1] + x * y);
            double b2 = v[2] - ETA * (cross * v[0] + l2 * EDGE * EDGE * v[2]);
            v = new double[] {a, b1, b2};
            beta2 += ETA * l2 * EDGE * (1 - EDGE * beta2);
            dynamics().step(state);
            double[] deviation = dynamics().deviation(state);
            for (int i = 0; i < 3; i++) {
                assertThat(deviation[i]).as("step %d", t).isCloseTo(v[i], within(1e-10));
            }
        }
    }

    @Test
    void theSharpnessThatIsReadIsTheIteratesAndNotTheReferences() {
        SharpnessProbe probe = new SharpnessProbe(MODEL, new DenseEigenSolver());
        State state = dynamics().start(start());
        for (int t = 0; t < 3; t++) {
            double read = probe.read(state).hessian().largest();
            double[] exact = new DenseEigenSolver()
                    .largest(MODEL.hessian(state.parameters()), 1, EigenPairs.NONE)
                    .values();
            assertThat(read).isCloseTo(exact[0], within(1e-12));
            assertThat(read).isGreaterThan(2 / ETA + 1e-4);
            dynamics().step(state);
        }
    }

    /** Up to third order in the deviation; over the first cycle, spike included, that is a few per cent of it. */
    @Test
    void predictsGradientDescentOverACycle() {
        MinimalistDescent descent = new MinimalistDescent(MODEL, ETA, new ClippingRule.None());
        State gd = descent.start(start());
        State predicted = dynamics().start(start());
        double largest = 0;
        double error = 0;
        for (int t = 0; t < 100; t++) {
            descent.step(gd);
            dynamics().step(predicted);
            largest = Math.max(
                    largest, Vectors.distance(gd.parameters(), dynamics().reference(predicted)));
            error = Math.max(error, Vectors.distance(gd.parameters(), predicted.parameters()));
        }
        assertThat(error).isLessThan(0.1 * largest);
    }
}
