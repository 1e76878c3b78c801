package org.eoslab.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.LongStream;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.State;
import org.eoslab.objective.Quadratic;
import org.eoslab.run.Column;
import org.eoslab.run.Probe;
import org.eoslab.run.Simulation;
import org.eoslab.run.Trajectory;
import org.eoslab.run.probe.LossProbe;
import org.eoslab.run.probe.SharpnessProbe;
import org.junit.jupiter.api.Test;

/** Runs whose sharpness, whose swapping and whose turning round are said step by step. */
class OpposingClaimTest {
    private static final long STEPS = 19;
    private static final double ROUNDING = 1e-15;

    /** Above the threshold of 2 from a step on, the groups turning round at others; the gradient turns round but at some. */
    private static Trajectory run(long crossing, List<Long> turned, List<Long> straight) {
        Dynamics dynamics = new GradientDescent(new Quadratic(0.1), 1);
        Probe said = new Probe() {
            @Override
            public List<Column> columns() {
                return List.of(
                        SharpnessProbe.SHARPNESS, Column.named("opposingAntiphase"), Column.named("gradientCosine"));
            }

            @Override
            public void measure(State state, double[] row, int offset) {
                row[offset] = state.step() >= crossing ? 2.5 : 1;
                row[offset + 1] = turned.contains(state.step()) ? 1 : 0;
                row[offset + 2] = straight.contains(state.step()) ? 1 : -1;
            }
        };
        return new Simulation(dynamics, List.of(new LossProbe(dynamics.objective()), said))
                .run(new double[] {1}, STEPS);
    }

    private static Finding check(long every, long crossing, Long... turned) {
        return OpposingClaim.of(every).check(run(crossing, List.of(turned), List.of()));
    }

    @Test
    void holdsByTheSmallerExcess() {
        Finding finding = check(1, 10, 3L, 11L, 12L, 13L, 14L, 15L, 16L, 17L, 18L);
        assertThat(finding.verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(finding.margin()).isCloseTo(0.3, within(ROUNDING));
        assertThat(finding.attained()).isEqualTo("8 of 10 readings from step 10 on");
        assertThat(finding.note()).isEqualTo("1 of 10 readings before");
    }

    @Test
    void failsWhereTheyTurnRoundAsOftenBefore() {
        Finding finding = check(1, 10, 0L, 1L, 2L, 3L, 4L, 5L, 10L, 11L, 12L, 13L, 14L, 15L);
        assertThat(finding.verdict()).isEqualTo(Verdict.FAILS);
        assertThat(finding.margin()).isZero();
        assertThat(check(1, 10, 10L, 11L, 12L, 13L).margin()).isCloseTo(-0.1, within(ROUNDING));
    }

    /** At every second step only: those in between, which a spike has, do not count. */
    @Test
    void readingsAtSpikesAreLeftOut() {
        Finding finding = check(2, 10, 1L, 3L, 11L, 13L, 15L, 17L, 10L, 12L, 14L);
        assertThat(finding.attained()).isEqualTo("3 of 5 readings from step 10 on");
        assertThat(finding.note()).isEqualTo("0 of 5 readings before");
        assertThat(finding.margin()).isCloseTo(0.1, within(ROUNDING));
    }

    /** After the crossing too: the oscillation has not grown yet, or a spike has ended it. */
    @Test
    void readingsWhereTheGradientKeepsItsDirectionAreTold() {
        List<Long> straight = List.of(2L, 10L, 11L, 12L, 19L);
        List<Long> turned = List.of(11L, 13L, 14L, 15L, 16L);
        Finding finding = OpposingClaim.of(1).check(run(10, turned, straight));
        assertThat(finding.verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(finding.attained()).isEqualTo("4 of 6 readings from step 10 on");
        assertThat(finding.note())
                .isEqualTo("0 of 10 readings before; 1 of 4 readings where the gradient does not turn");
        assertThat(finding.margin()).isCloseTo(4 / 6.0 - 0.5, within(ROUNDING));
        Finding none = OpposingClaim.of(1)
                .check(run(10, turned, LongStream.range(0, 16).boxed().toList()));
        assertThat(none.verdict()).isEqualTo(Verdict.NOT_REACHED);
        assertThat(none.note())
                .isEqualTo("from the first crossing, step 10, on the gradient turns round at 4 readings, fewer than 5;"
                        + " where it does not the groups do at 4 of 6 readings");
    }

    @Test
    void itNeedsTheGradientsOfWholeSteps() {
        Dynamics dynamics = new GradientDescent(new Quadratic(0.1), 1);
        Trajectory run = new Simulation(
                        dynamics, List.of(new LossProbe(dynamics.objective()), SharpnessProbe.of(dynamics)))
                .run(new double[] {1}, STEPS);
        assertThat(OpposingClaim.of(1).check(run).verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
    }

    @Test
    void aStartAboveHasNoControlAndItIsNotAboutARunThatNeverCrosses() {
        Finding above = check(1, 0, 0L, 1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L, 9L, 10L);
        assertThat(above.verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(above.margin()).isCloseTo(0.05, within(ROUNDING));
        assertThat(above.note()).isEqualTo("no reading before the edge to compare with");
        Finding never = check(1, 100, 2L);
        assertThat(never.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(never.note())
                .isEqualTo("it never reaches the edge: the threshold is never crossed; until the end 1 of 20 readings");
        assertThat(check(1, 16).verdict()).isEqualTo(Verdict.NOT_REACHED);
    }
}
