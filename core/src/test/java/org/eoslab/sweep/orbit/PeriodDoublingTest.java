package org.eoslab.sweep.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.DoubleFunction;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.model.scalar.DoubleWell;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The double well of Chen and Bruna (2023) with μ = 1. */
class PeriodDoublingTest {
    private static final double ACCURACY = 2e-5;

    private static DoubleFunction<Orbit> orbits(long settling) {
        return eta -> {
            GradientDescent dynamics = new GradientDescent(new DoubleWell(1), eta);
            return Orbit.of(dynamics, dynamics.start(new double[] {0.9}), settling, 64, 0);
        };
    }

    /** Oracle: L''(1) = 2, so the minimum loses stability at ημ = 1; the orbit of period 2 loses it at √5 − 1. */
    @Test
    void firstDoublingsAreWhereTheyShouldBe() {
        // At a distance of 1e-5 from a doubling a deviation shrinks by about 2e-5 a step: e⁻²⁰ in a million steps.
        DoubleFunction<Orbit> settled = orbits(1_000_000);
        assertThat(PeriodDoubling.after(1, settled, 0.9, 1.1, ACCURACY)).isCloseTo(1, within(1e-4));
        assertThat(PeriodDoubling.after(2, settled, 1.1, 1.25, ACCURACY)).isCloseTo(Math.sqrt(5) - 1, within(1e-4));
    }

    /** The specification's table. */
    @ParameterizedTest
    @CsvSource({"0.9, 1", "1.02, 2", "1.1, 2", "1.2, 2", "1.25, 4", "1.5, 0"})
    void periodsOfTheCascade(double eta, int period) {
        assertThat(orbits(20_000).apply(eta).period(1e-9)).isEqualTo(period);
    }

    @Test
    void aDivergentRunHasNoOrbit() {
        assertThat(orbits(1000).apply(2.05).values()).isEmpty();
    }
}
