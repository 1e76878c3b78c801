package org.eoslab.dynamics;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What every {@link Dynamics} owes. Implement it with a rule and a typical start; see {@link StabilityContract} for more. */
public interface DynamicsContract {
    /** The rule under test. */
    Dynamics dynamics();

    /** A start from which ten steps stay finite and move; a new array each time. */
    double[] start();

    @Test
    default void tenStepsAreFourAndSixBitForBit() {
        State whole = dynamics().start(start());
        advance(dynamics(), whole, 10);
        State first = dynamics().start(start());
        advance(dynamics(), first, 4);
        State second = first.copy();
        advance(dynamics(), second, 6);
        assertThat(second.parameters()).isEqualTo(whole.parameters()).isNotEqualTo(start());
        assertThat(second.memory()).isEqualTo(whole.memory());
        assertThat(second.time()).isEqualTo(whole.time());
        assertThat(second.step()).isEqualTo(whole.step()).isEqualTo(10);
    }

    @Test
    default void aCopyIsIndependent() {
        State state = dynamics().start(start());
        advance(dynamics(), state, 4);
        State copy = state.copy();
        double[] parameters = state.parameters().clone();
        double[] memory = state.memory().clone();
        advance(dynamics(), copy, 1);
        assertThat(state.parameters()).isEqualTo(parameters);
        assertThat(state.memory()).isEqualTo(memory);
        assertThat(state.step()).isEqualTo(4);
    }

    @Test
    default void startCopiesItsArgument() {
        double[] parameters = start();
        State state = dynamics().start(parameters);
        dynamics().step(state);
        assertThat(parameters).isEqualTo(start());
        double[] reached = state.parameters().clone();
        parameters[0]++;
        assertThat(state.parameters()).isEqualTo(reached);
    }

    @Test
    default void everyStepAdvancesTheClock() {
        State state = dynamics().start(start());
        assertThat(state.step()).isZero();
        assertThat(state.time()).isZero();
        for (int t = 1; t <= 3; t++) {
            double before = state.time();
            dynamics().step(state);
            assertThat(state.step()).isEqualTo(t);
            assertThat(state.time()).isGreaterThan(before);
        }
    }

    @Test
    default void theThresholdIsPositive() {
        assertThat(dynamics().stabilityThreshold(dynamics().start(start()))).isPositive();
    }

    /** Takes {@code steps} steps. */
    static void advance(Dynamics dynamics, State state, int steps) {
        for (int t = 0; t < steps; t++) {
            dynamics.step(state);
        }
    }
}
