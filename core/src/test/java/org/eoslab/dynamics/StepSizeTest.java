package org.eoslab.dynamics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.eoslab.Tolerances;
import org.eoslab.objective.Quadratic;
import org.junit.jupiter.api.Test;

class StepSizeTest {
    @Test
    void warmupIsLinearAndEndsAtEta() {
        Schedule warmup = new Schedule.Warmup(0.4, 4);
        assertThat(new double[] {warmup.eta(0), warmup.eta(1), warmup.eta(3), warmup.eta(4), warmup.eta(1000)})
                .containsExactly(new double[] {0.1, 0.2, 0.4, 0.4, 0.4}, within(Tolerances.CLOSED_FORM));
    }

    @Test
    void stepDecayMultipliesAtEachStage() {
        Schedule decay = new Schedule.StepDecay(1, 0.5, 10);
        assertThat(new double[] {decay.eta(9), decay.eta(10), decay.eta(29), decay.eta(30)})
                .containsExactly(1, 0.5, 0.25, 0.125);
    }

    @Test
    void cosineFallsFromEtaAndStaysPositive() {
        Schedule cosine = new Schedule.Cosine(2, 100);
        assertThat(cosine.eta(0)).isEqualTo(2);
        assertThat(cosine.eta(50)).isCloseTo(1, within(Tolerances.CLOSED_FORM));
        assertThat(cosine.eta(99)).isPositive().isEqualTo(cosine.eta(5000));
    }

    @Test
    void theClockAndTheThresholdFollowTheSchedule() {
        StepSize stepSize = new StepSize(new Schedule.StepDecay(1, 0.5, 2), Double.POSITIVE_INFINITY);
        GradientDescent dynamics = new GradientDescent(new Quadratic(0.1), stepSize);
        State state = dynamics.start(new double[] {1});
        DynamicsContract.advance(dynamics, state, 3);
        assertThat(state.time()).isEqualTo(2.5);
        assertThat(dynamics.stabilityThreshold(state)).isEqualTo(4);
        assertThat(state.parameters()[0]).isCloseTo(0.9 * 0.9 * 0.95, within(Tolerances.CLOSED_FORM));
    }

    @Test
    void clippingBoundsTheStepAndKeepsItsDirection() {
        StepSize stepSize = new StepSize(new Schedule.Constant(0.5), 2);
        GradientDescent dynamics = new GradientDescent(new Quadratic(1, 1), stepSize);
        State state = dynamics.start(new double[] {30, -40});
        dynamics.step(state);
        assertThat(state.parameters())
                .containsExactly(new double[] {30 - 0.6, -40 + 0.8}, within(100 * Tolerances.CLOSED_FORM));
        State inside = dynamics.start(new double[] {0.3, -0.4});
        dynamics.step(inside);
        assertThat(inside.parameters()).containsExactly(0.15, -0.2);
    }

    @Test
    void refusesWhatIsOutOfRange() {
        assertThatThrownBy(() -> StepSize.constant(0)).hasMessageContaining("eta = 0.0");
        assertThatThrownBy(() -> StepSize.constant(Double.NaN)).hasMessageContaining("eta = NaN");
        assertThatThrownBy(() -> new Schedule.Cosine(1, 0)).hasMessageContaining("steps = 0");
        assertThatThrownBy(() -> new Schedule.StepDecay(1, 0, 1)).hasMessageContaining("factor = 0.0");
        assertThatThrownBy(() -> new StepSize(new Schedule.Constant(1), -1)).hasMessageContaining("clip = -1.0");
    }
}
