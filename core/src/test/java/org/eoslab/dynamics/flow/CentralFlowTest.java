package org.eoslab.dynamics.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.DynamicsContract;
import org.eoslab.dynamics.State;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.Vectors;
import org.eoslab.linalg.dense.DenseEigenSolver;
import org.eoslab.model.minimalist.dynamics.ClippingRule;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;
import org.eoslab.model.scalar.ScalarNetwork;
import org.eoslab.objective.SmoothObjective;
import org.junit.jupiter.api.Test;

/** Oracles: the closed form on the minimalist model's edge, and two independent copies of it. */
class CentralFlowTest implements DynamicsContract {
    private static final Minimalist MODEL = new Minimalist(1, 0.01);
    private static final double ETA = 3.2;
    private static final double EDGE = Math.sqrt(2 / ETA);

    private static CentralFlow of(SmoothObjective objective, int eigenvalues, int substeps) {
        return new CentralFlow(objective, ETA, new DenseEigenSolver(), eigenvalues, substeps, 0.1);
    }

    @Override
    public Dynamics dynamics() {
        return of(MODEL, 1, 4);
    }

    @Override
    public double[] start() {
        return new double[] {EDGE, 0, 0.2};
    }

    /** On the edge α stays, 1 − αβ₂ decays as exp(−λ₂α²t), and X = λ₂β₂(1 − αβ₂)/(λ₁α) balances the growth of α. */
    @Test
    void followsTheClosedFormOnTheEdgeToFirstOrder() {
        double coarse = edgeError(4);
        double fine = edgeError(16);
        assertThat(Math.log(coarse / fine) / Math.log(4)).isCloseTo(1, within(0.1));
        assertThat(fine).isLessThan(1e-3);
    }

    private static double edgeError(int substeps) {
        CentralFlow flow = of(MODEL, 1, substeps);
        State state = flow.start(new double[] {EDGE, 0, 0.2});
        double worst = 0;
        for (int t = 0; t < 200; t++) {
            flow.step(state);
            double residual = (1 - 0.2 * EDGE) * Math.exp(-MODEL.lambda2() * EDGE * EDGE * state.time());
            double[] w = state.parameters();
            worst = Math.max(worst, Math.abs(1 - w[0] * w[2] - residual));
            worst = Math.max(worst, Math.abs(w[0] - EDGE));
            double beta2 = (1 - residual) / EDGE;
            double covariance = MODEL.lambda2() * beta2 * residual / (MODEL.lambda1() * EDGE);
            worst = Math.max(worst, Math.abs(state.memory()[CentralFlow.TRACE] - covariance));
            assertThat(state.memory()[CentralFlow.RESIDUAL]).isLessThan(1e-12);
        }
        return worst;
    }

    @Test
    void twoCriticalEigenvaluesOfTwoCopiesMoveAsEachAlone() {
        CentralFlow both = of(new TwoCopies(MODEL), 2, 4);
        CentralFlow one = of(MODEL, 1, 4);
        State joint = both.start(new double[] {EDGE, 0.01, 0.2, EDGE, -0.02, 0.5});
        State first = one.start(new double[] {EDGE, 0.01, 0.2});
        State second = one.start(new double[] {EDGE, -0.02, 0.5});
        for (int t = 0; t < 200; t++) {
            both.step(joint);
            one.step(first);
            one.step(second);
            assertThat(joint.memory()[CentralFlow.TRACE])
                    .isCloseTo(first.memory()[CentralFlow.TRACE] + second.memory()[CentralFlow.TRACE], within(1e-9));
            for (int i = 0; i < 3; i++) {
                assertThat(joint.parameters()[i]).as("step %d", t).isCloseTo(first.parameters()[i], within(1e-9));
                assertThat(joint.parameters()[i + 3]).as("step %d", t).isCloseTo(second.parameters()[i], within(1e-9));
            }
        }
    }

    @Test
    void belowTheThresholdItIsGradientFlow() {
        SplittableRandom random = new SplittableRandom(3);
        for (int n = 0; n < 20; n++) {
            CentralFlow central = of(MODEL, 1 + n % 3, 2 + n % 4);
            GradientFlow flow = new GradientFlow(MODEL, ETA);
            double[] start = {random.nextDouble(0.2, 0.6), random.nextDouble(-0.1, 0.1), random.nextDouble(-0.2, 0.2)};
            State a = central.start(start);
            State b = flow.start(start);
            for (int t = 0; t < 10; t++) {
                central.step(a);
                flow.step(b);
                assertThat(a.memory()[CentralFlow.TRACE]).isZero();
                for (int i = 0; i < 3; i++) {
                    assertThat(a.parameters()[i]).as("step %d", t).isCloseTo(b.parameters()[i], within(1e-6));
                }
            }
        }
    }

    /** Also where eigenvalues are near the edge, by less than the margin, and on a network. */
    @Test
    void belowTheThresholdOfANetworkItIsGradientFlowToo() {
        ScalarNetwork network = new ScalarNetwork(4, 1);
        double[] start = {0.3, 0.8, 0.5, 0.9};
        double largest = 0;
        GradientFlow flow = new GradientFlow(network, 0.2);
        State b = flow.start(start);
        for (int t = 0; t <= 60; t++) {
            EigenPairs pairs = new DenseEigenSolver().largest(network.hessian(b.parameters()), 1, EigenPairs.NONE);
            largest = Math.max(largest, pairs.largest());
            flow.step(b);
        }
        assertThat(0.2 * largest).isLessThan(2);
        // The threshold 2/η is 10: with this margin every eigenvalue above 0.1 is taken for possibly critical.
        CentralFlow central = new CentralFlow(network, 0.2, new DenseEigenSolver(), 3, 4, 0.99);
        State a = central.start(start);
        State c = flow.start(start);
        for (int t = 0; t < 60; t++) {
            central.step(a);
            flow.step(c);
            assertThat(a.memory()[CentralFlow.TRACE]).isZero();
            assertThat(a.memory()[CentralFlow.CRITICAL]).isPositive();
            assertThat(Vectors.distance(a.parameters(), c.parameters()))
                    .as("step %d", t)
                    .isLessThan(1e-6);
        }
    }

    /**
     * From the balanced oscillation, β₁² = X, gradient descent oscillates about the central flow without spikes. The sums are 0.0017 apart
     * in the limit of short substeps, since one is over discrete and the other over continuous time: a step is 2 % of the time in which
     * the loss decays.
     */
    @Test
    void predictsTheTimeAverageOfTheLoss() {
        double beta1 = Math.sqrt(MODEL.lambda2() * 0.2 * (1 - 0.2 * EDGE) / (MODEL.lambda1() * EDGE));
        Dynamics descent = new MinimalistDescent(MODEL, ETA, new ClippingRule.None());
        CentralFlow central = of(MODEL, 1, 64);
        State gd = descent.start(new double[] {EDGE, beta1, 0.2});
        State flow = central.start(new double[] {EDGE, 0, 0.2});
        double actual = 0;
        double predicted = 0;
        for (int t = 0; t < 300; t++) {
            descent.step(gd);
            central.step(flow);
            actual += MODEL.value(gd.parameters());
            predicted += central.averageLoss(flow);
        }
        assertThat(predicted).isCloseTo(actual, within(0.002 * actual));
    }
}
