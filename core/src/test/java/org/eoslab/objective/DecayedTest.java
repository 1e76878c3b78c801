package org.eoslab.objective;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.eoslab.Tolerances;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.State;
import org.eoslab.linalg.Vectors;
import org.eoslab.run.probe.SharpnessProbe;
import org.junit.jupiter.api.Test;

class DecayedTest implements ObjectiveContract {
    private static final double DECAY = 0.7;
    private static final TanhNetwork NETWORK = TanhNetwork.chebyshev(4, 20, 10);

    @Override
    public Objective objective() {
        return Decayed.of(NETWORK, DECAY);
    }

    @Test
    void isTheLossAndHalfTheSquare() {
        double[] w = point(3);
        double expected = NETWORK.value(w) + 0.5 * DECAY * Vectors.dot(w, w);
        assertThat(objective().value(w)).isCloseTo(expected, within(Tolerances.CLOSED_FORM * expected));
    }

    @Test
    void canWhatTheLossCan() {
        assertThat(Decayed.of(NETWORK, 0)).isSameAs(NETWORK);
        assertThat(objective()).isInstanceOf(FiniteSum.class).isNotInstanceOf(SmoothObjective.class);
        Objective smooth = Decayed.of(new Quadratic(3, 1), DECAY);
        assertThat(smooth).isInstanceOf(SmoothObjective.class).isNotInstanceOf(FiniteSum.class);
        assertThat(Decayed.in(smooth)).isEqualTo(DECAY);
        assertThat(Decayed.in(NETWORK)).isZero();
    }

    /** Every batch has the whole decay, so that the mean over batches is the loss with decay. */
    @Test
    void theMeanOverBatchesIsTheWhole() {
        FiniteSum sum = (FiniteSum) objective();
        double[] w = point(5);
        double mean = 0;
        for (int i = 0; i < sum.examples(); i++) {
            mean += sum.batch(new int[] {i}).value(w) / sum.examples();
        }
        assertThat(mean).isCloseTo(sum.value(w), within(Tolerances.CLOSED_FORM * mean));
    }

    /** Whoever measures the sharpness along a rule measures that of the loss, and the threshold is for that. */
    @Test
    void theSharpnessAlongARuleIsThatOfTheLoss() {
        Quadratic loss = new Quadratic(3, 1);
        GradientDescent descent = new GradientDescent(Decayed.of(loss, DECAY), 0.1);
        State state = descent.start(new double[] {1, 1});
        SharpnessProbe probe = SharpnessProbe.of(descent);
        double[] row = new double[probe.columns().size()];
        probe.measure(state, row, 0);
        assertThat(row[0]).isCloseTo(3, within(Tolerances.CLOSED_FORM));
        assertThat(descent.stabilityThreshold(state)).isCloseTo(20 - DECAY, within(Tolerances.CLOSED_FORM));
        assertThat(descent.objective().withoutDecay()).isSameAs(loss);
    }

    /** A probe asks for the loss, the rule for the loss with decay, in either order, and each has its own. */
    @Test
    void aStateHasBothOfAStep() {
        double[] w = point(7);
        double[] plain = new double[w.length];
        double[] with = new double[w.length];
        double loss = NETWORK.gradient(w, plain);
        double decayed = objective().gradient(w, with);
        for (boolean ruleFirst : new boolean[] {true, false}) {
            State state = new State(w.clone(), new double[0]);
            if (ruleFirst) {
                assertThat(state.gradient(objective())).containsExactly(with);
            }
            assertThat(state.loss(NETWORK)).isEqualTo(loss);
            assertThat(state.gradient(NETWORK)).containsExactly(plain);
            assertThat(state.loss(objective())).isEqualTo(decayed);
            assertThat(state.gradient(objective())).containsExactly(with);
            state.parameters()[0]++;
            state.advance(1);
            assertThat(state.loss(objective())).isEqualTo(objective().value(state.parameters()));
        }
    }
}
