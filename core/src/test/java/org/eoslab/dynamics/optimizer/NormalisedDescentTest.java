package org.eoslab.dynamics.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.DynamicsContract;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.StepSize;
import org.eoslab.expression.Derivatives;
import org.eoslab.expression.Expression;
import org.eoslab.expression.Scope;
import org.eoslab.objective.Formula;
import org.eoslab.objective.Objective;
import org.eoslab.objective.Quadratic;
import org.eoslab.run.Outcome;
import org.eoslab.run.Simulation;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Oracle: numbers computed apart from this program, and Arora, Li and Panigrahi's (2022) flows of the drift along the valley. */
class NormalisedDescentTest implements DynamicsContract {
    private static final double ETA = 0.01;

    /** Half a unit of the last digit of the oracle's numbers. */
    private static final double DIGITS = 5e-6;

    private static Objective valley() {
        return new Formula(new Derivatives(
                Expression.parse("(1 + x^2)*y^2"), new Scope().parameter("x").parameter("y")));
    }

    @Override
    public Dynamics dynamics() {
        return new NormalisedDescent(valley(), StepSize.constant(ETA));
    }

    @Override
    public double[] start() {
        return new double[] {1.5, 0.2};
    }

    private static State after(Dynamics dynamics, long steps, double... start) {
        State state = dynamics.start(start);
        assertThat(Simulation.advance(dynamics, state, steps)).isEqualTo(Outcome.COMPLETED);
        return state;
    }

    @Test
    void driftsToWhereTheValleyIsFlatter() {
        assertThat(after(dynamics(), 20_000, start()).parameters()[0]).isCloseTo(1.00524, within(DIGITS));
        assertThat(after(dynamics(), 40_000, start()).parameters()[0]).isCloseTo(0.53204, within(DIGITS));
    }

    @Test
    void staysWhereTheGradientIsExactlyZero() {
        assertThat(after(dynamics(), 10, 0.5, 0).parameters()).containsExactly(0.5, 0);
    }

    @Test
    void endsOnAnOrbitAlongTheSharpestDirection() {
        NormalisedDescent rule = new NormalisedDescent(new Quadratic(4, 2, 1), StepSize.constant(0.1));
        double[] one = after(rule, 100_000, 1, 1, 1).parameters();
        double[] two = after(rule, 100_001, 1, 1, 1).parameters();
        // On λw²/2 alone every step is η long: the two points are η apart.
        assertThat(Math.abs(one[0] - two[0])).isCloseTo(0.1, within(1e-9));
        assertThat(new double[] {Math.max(one[0], two[0]), Math.min(one[0], two[0])})
                .satisfies(ends -> {
                    assertThat(ends[0]).isPositive();
                    assertThat(ends[1]).isNegative();
                });
        assertThat(Math.abs(one[1]) + Math.abs(one[2])).isLessThan(1e-9);
    }

    @Test
    void theThresholdIsThatOfItsEffectiveStepSize() {
        State state = dynamics().start(start());
        double norm = Math.hypot(2 * 1.5 * 0.04, 2 * (1 + 2.25) * 0.2);
        assertThat(dynamics().stabilityThreshold(state)).isCloseTo(2 * norm / ETA, within(1e-9));
    }

    /** GD on √L: the same valley, where the drift follows −⅛ dλ₁/dx. */
    @Nested
    class OnTheRoot implements DynamicsContract {
        @Override
        public Dynamics dynamics() {
            return new SquareRootDescent(valley(), StepSize.constant(ETA), 0);
        }

        @Override
        public double[] start() {
            return new double[] {1.5, 0.2};
        }

        @Test
        void driftsToWhereTheValleyIsFlatter() {
            assertThat(after(dynamics(), 20_000, start()).parameters()[0]).isCloseTo(0.54842, within(DIGITS));
            assertThat(after(dynamics(), 40_000, start()).parameters()[0]).isCloseTo(0.20174, within(DIGITS));
        }

        @Test
        void staysAtTheLowerBound() {
            assertThat(after(dynamics(), 10, 0.5, 0).parameters()).containsExactly(0.5, 0);
        }

        @Test
        void aLossBelowTheBoundHasNoRoot() {
            SquareRootDescent rule = new SquareRootDescent(valley(), StepSize.constant(ETA), 1);
            State state = rule.start(start());
            assertThat(Simulation.advance(rule, state, 10)).isEqualTo(Outcome.DIVERGED);
        }
    }
}
