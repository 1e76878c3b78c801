package org.eoslab.figure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eoslab.claim.Finding;
import org.eoslab.claim.Verdict;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.junit.jupiter.api.Test;

/** What a figure says was seen is not said of data that do not show it. */
class FindingsTest {
    private static void holds(Finding finding) {
        assertThat(finding.verdict()).as(finding.attained()).isEqualTo(Verdict.HOLDS);
        assertThat(finding.margin()).isNotNegative();
    }

    private static void fails(Finding finding) {
        assertThat(finding.verdict()).as(finding.attained()).isEqualTo(Verdict.FAILS);
        assertThat(finding.margin() < 0 || Double.isNaN(finding.margin())).isTrue();
    }

    @Test
    void theRateIsNotToldWhereTheSurrogatePlunges() {
        holds(DecayFigure.rate("rate", List.of(DecayFigure.Decay.of("r", Map.of("lambda2", 0.0005)))));
        fails(DecayFigure.rate("rate", List.of(DecayFigure.Decay.of("r", Map.of("lambda2", 0.002)))));
    }

    @Test
    void everySecondStepOfALossWithLateSpikesRises() {
        double[] loss = IntStream.range(0, 1000)
                .mapToDouble(t -> Math.exp(-0.01 * t) * (t % 2 == 0 ? 1 : 2))
                .toArray();
        holds(ScalarFigures.everySecondStep(loss));
        loss[600] *= 10;
        fails(ScalarFigures.everySecondStep(loss));
    }

    @Test
    void aSharpnessThatComesBackAtOnceOrNeverDoesNotRecoverSlowly() {
        double[] scaled = new double[1000];
        Arrays.fill(scaled, 0.1);
        scaled[20] = 3;
        fails(CollapseFigure.collapse(scaled, 20));
        scaled[40] = 3;
        fails(CollapseFigure.collapse(scaled, 20));
        scaled[40] = 0.1;
        scaled[900] = 3;
        holds(CollapseFigure.collapse(scaled, 20));
        fails(CollapseFigure.collapse(scaled, -1));
    }

    @Test
    void theUnclippedRunOfThreeCrossingsIsNotTheOneOfMany() {
        holds(UnclippedFigures.cycles(
                PresetRuns.run("canonical", Map.of("clip", "none", "eta", 4.0, "steps", 15_000L))));
        fails(UnclippedFigures.cycles(PresetRuns.run("unclipped", Map.of())));
    }

    @Test
    void descentThatStaysWithTheFlowDoesNotFollowTheConstrainedTrajectory() {
        double[] step = IntStream.range(0, 3000).asDoubleStream().toArray();
        double[] near = Arrays.stream(step).map(t -> 0.01).toArray();
        double[] far = Arrays.stream(step).map(t -> 0.02).toArray();
        holds(FlowFigures.after(step, near, far, 100));
        fails(FlowFigures.after(step, far, near, 100));
    }

    @Test
    void aLossWithoutSpikesHasNone() {
        holds(NetworkFigures.spikes(loss(1, 0.9, 0.8, 1.2, 0.5), 1));
        fails(NetworkFigures.spikes(loss(1, 0.9, 0.8, 0.7, 0.5), 1));
        fails(NetworkFigures.spikes(loss(1, 0.9, 0.8, 1.2, 1.1), 1));
        fails(NetworkFigures.spikes(loss(1, 0.9, 0.8, 1.2, 0.5), -1));
    }

    private static Table loss(double... values) {
        Table table = new Table(List.of("step", "loss"), Recording.ALL, values.length - 1L);
        for (int t = 0; t < values.length; t++) {
            table.add(new double[] {t, values[t]});
        }
        return table;
    }

    @Test
    void theLargestStepIsNotSlowerWhereItIsTheFastest() {
        double[] etas = {0.1, 0.2, 0.3};
        holds(TradeOffFigure.slower(etas, new double[] {100, 80, 90}));
        fails(TradeOffFigure.slower(etas, new double[] {100, 80, 70}));
        fails(TradeOffFigure.slower(etas, new double[] {100, 80, Double.NaN}));
    }

    @Test
    void aRunThatComesToItsLossBelowTheEdgeIsNamed() {
        TradeOffFigure.Descent edge = new TradeOffFigure.Descent(0.1, 50, 2.1, 20);
        holds(TradeOffFigure.edge(List.of(edge, edge)));
        Finding below = TradeOffFigure.edge(List.of(edge, new TradeOffFigure.Descent(0.05, 50, 1.2, 20)));
        fails(below);
        assertThat(below.attained()).contains("0.05");
        fails(TradeOffFigure.edge(List.of(new TradeOffFigure.Descent(0.05, Double.NaN, Double.NaN, -1))));
    }
}
