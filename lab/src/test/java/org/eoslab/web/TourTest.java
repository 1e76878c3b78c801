package org.eoslab.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eoslab.claim.Verdict;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.flow.GradientFlow;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Run;
import org.eoslab.model.minimalist.MinimalistModel;
import org.eoslab.model.minimalist.admissible.EosWindow;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.run.Outcome;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.eoslab.web.server.JsonBody;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What the tour of the explorer says, computed: each of its sentences states nothing, or has a check here. */
class TourTest {
    private static final Path STOPS = Path.of("src/main/web/src/tour/stops.json");
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final double LAMBDA1 = 1;
    private static final double LAMBDA2 = 0.001;
    private static final double[] START = {0.7, 0.005, 0.2};

    /** Explanations and invitations, which state nothing of a run. */
    private static final List<String> NO_CLAIMS = List.of(
            "Training takes steps of size η down a loss.",
            "Theory says that the steps are stable while the sharpness S, the steepest curvature, stays below 2/η: in the top plot,"
                    + " while ηS is below the dashed line at 2.",
            "Now it is your turn: drag a slider, or the ring in the plane that marks the start.");

    private final Map<String, Runnable> checks = new LinkedHashMap<>();

    TourTest() {
        checks.put(
                "With a small η nothing happens: ηS rises a little and settles below 2.",
                TourTest::smallStepsStayBelowTheEdge);
        checks.put(
                "The band on the slider of η is the EoS window: the learning rates that carry this start to the edge of stability.",
                TourTest::theWindowCarriesToTheEdge);
        checks.put(
                "Now η slides into the window.",
                () -> assertThat(3.2).isGreaterThan(window().low()).isLessThanOrEqualTo(window().high()));
        checks.put(
                "Sharpness grows by itself (progressive sharpening) until ηS crosses 2, and the theory says that training should"
                        + " blow up.",
                TourTest::sharpnessGrowsAcrossTheEdge);
        checks.put(
                "Past the line, β₁ starts to oscillate and the loss spikes.", TourTest::theLossSpikesAsBeta1Oscillates);
        checks.put(
                "But the oscillation pushes α down, and with it the sharpness: self-stabilisation.",
                TourTest::theOscillationLowersAlphaAndTheSharpness);
        checks.put(
                "Then it starts over, cycle after cycle.",
                () -> assertThat(cycles(canonical(3.2, 1100)).size()).isGreaterThanOrEqualTo(3));
        checks.put(
                "Seen in the plane, the run climbs towards the grey curve of solutions, bouncing at the dashed edge.",
                TourTest::theRunClimbsToTheSolutionsAlongTheEdge);
        checks.put(
                "Gradient flow, which takes infinitely small steps, would walk past the edge to a sharper solution.",
                TourTest::theFlowEndsSharperBeyondTheEdge);
        checks.put(
                "A larger η has a lower edge, so the run ends at a flatter solution: the learning rate chooses where training ends.",
                TourTest::largerStepsEndFlatter);
        checks.put(
                "Watch the cycles as η approaches the end of its window: there are more of them, and their spikes are smaller.",
                TourTest::cyclesAreMoreAndSmaller);
        checks.put(
                "Each claim of the paper is checked on this very run, with its margin and its worst step.",
                TourTest::theClaimsAreChecked);
    }

    private static Run canonical(double eta, long steps) {
        return Run.of(
                CATALOGUE
                        .experiment(CATALOGUE.preset("canonical"))
                        .with(Map.of("eta", eta, "steps", steps, "lambda1", LAMBDA1, "lambda2", LAMBDA2)),
                Recording.ALL,
                List.of());
    }

    private static Table table(Run run) {
        return run.trajectory().table();
    }

    private static EosWindow window() {
        return EosWindow.of(MinimalistModel.exact(
                CATALOGUE.experiment(CATALOGUE.preset("canonical")).settings()));
    }

    private static double highest(Table table, String column, int from) {
        return IntStream.range(from, table.rows())
                .mapToDouble(i -> table.get(column, i))
                .max()
                .orElseThrow();
    }

    private static double last(Table table, String column) {
        return table.get(column, table.rows() - 1);
    }

    private static List<?> cycles(Run run) {
        return run.trajectory().timeline().cycles();
    }

    private static int crossing(Run run) {
        return (int) run.trajectory().timeline().firstCrossing();
    }

    private static void smallStepsStayBelowTheEdge() {
        for (double eta : new double[] {1.2, 1.375, 1.55}) {
            Table table = table(canonical(eta, 6000));
            double first = eta * table.get("sharpness", 0);
            assertThat(eta * last(table, "sharpness")).isBetween(first, 2.0);
            assertThat(eta * highest(table, "sharpness", 0)).isLessThan(2);
            double before = table.get("sharpness", table.rows() - 1 - 1000);
            assertThat(last(table, "sharpness") / before).as("settled").isBetween(0.999, 1.001);
        }
    }

    private static void theWindowCarriesToTheEdge() {
        EosWindow window = window();
        for (double part : new double[] {0.02, 0.25, 0.5, 0.75, 1}) {
            double eta = window.low() + part * (window.high() - window.low());
            Run run = canonical(eta, 20_000);
            // At the end of the window the start is at the edge.
            assertThat(crossing(run)).as("η = %s crosses", eta).isNotNegative();
            assertThat(run.trajectory().outcome()).isEqualTo(Outcome.COMPLETED);
            assertThat(eta * last(table(run), "sharpness")).isBetween(1.9, 2.1);
        }
        assertThat(crossing(canonical(0.98 * window.low(), 20_000))).isNegative();
    }

    private static void sharpnessGrowsAcrossTheEdge() {
        Run run = canonical(3.2, 6000);
        Table table = table(run);
        int crossing = crossing(run);
        assertThat(crossing).isPositive();
        double sharpness = table.get("sharpness", crossing);
        assertThat(sharpness).isGreaterThan(table.get("sharpness", 0));
        assertThat(3.2 * table.get("sharpness", crossing - 1)).isLessThan(3.2 * sharpness);
        // On a quadratic a step multiplies the error by 1 − ηS.
        double beyond = 3.2 * highest(table, "sharpness", crossing);
        assertThat(Math.abs(1 - beyond)).isGreaterThan(1);
    }

    private static void theLossSpikesAsBeta1Oscillates() {
        Run run = canonical(3.2, 1100);
        Table table = table(run);
        int crossing = crossing(run);
        for (int i = crossing; i < crossing + 20; i++) {
            assertThat(Math.signum(table.get("beta1Significand", i)))
                    .isEqualTo(-Math.signum(table.get("beta1Significand", i + 1)));
        }
        assertThat(highest(table, "oscillatoryLoss", crossing))
                .isGreaterThan(1000 * table.get("oscillatoryLoss", crossing));
        // It rises, as without the oscillation it never would.
        assertThat(IntStream.range(crossing, table.rows() - 1)
                        .filter(i -> table.get("loss", i + 1) > table.get("loss", i))
                        .count())
                .isPositive();
        assertThat(last(table, "loss")).isLessThan(table.get("loss", 0));
    }

    private static void theOscillationLowersAlphaAndTheSharpness() {
        Table table = table(canonical(3.2, 1100));
        int spike = IntStream.range(0, table.rows())
                .reduce((a, b) -> table.get("oscillatoryLoss", b) > table.get("oscillatoryLoss", a) ? b : a)
                .orElseThrow();
        int before = IntStream.range(Math.max(0, spike - 40), spike)
                .reduce((a, b) -> table.get("alpha", b) > table.get("alpha", a) ? b : a)
                .orElseThrow();
        int after = Math.min(table.rows() - 1, spike + 10);
        assertThat(table.get("alpha", after)).isLessThan(table.get("alpha", before));
        assertThat(table.get("curvatureBeta1", after)).isLessThan(table.get("curvatureBeta1", before));
        assertThat(3.2 * table.get("curvatureBeta1", before)).isGreaterThan(2);
        assertThat(3.2 * table.get("curvatureBeta1", after)).isLessThan(2);
    }

    private static void theRunClimbsToTheSolutionsAlongTheEdge() {
        Run run = canonical(3.2, 6000);
        Table table = table(run);
        double edge = Math.sqrt(2 / 3.2);
        assertThat(table.get("alpha", 0) * table.get("beta2", 0)).isLessThan(0.2);
        for (int i = 1100; i < table.rows(); i += 100) {
            assertThat(table.get("beta2", i)).isGreaterThanOrEqualTo(table.get("beta2", i - 100));
            assertThat(table.get("alpha", i)).isBetween(0.9 * edge, 1.1 * edge);
        }
        assertThat(last(table, "alpha") * last(table, "beta2")).isBetween(0.9, 1.0);
        assertThat(run.trajectory().timeline().crossUp().size()).isGreaterThan(3);
    }

    private static void theFlowEndsSharperBeyondTheEdge() {
        Minimalist model = new Minimalist(LAMBDA1, LAMBDA2);
        double[] end = START.clone();
        new GradientFlow(model, 3.2 * 60_000).step(new State(end, new double[0]));
        assertThat(end[0] * end[2]).as("a solution").isBetween(0.999, 1.001);
        assertThat(LAMBDA1 * end[0] * end[0]).isGreaterThan(2 / 3.2);
        assertThat(LAMBDA1 * end[0] * end[0]).isGreaterThan(last(table(canonical(3.2, 6000)), "sharpness"));
    }

    private static void largerStepsEndFlatter() {
        List<Double> ends = new ArrayList<>();
        for (double eta : new double[] {3.2, 3.4, 3.6, 3.8, 4}) {
            ends.add(last(table(canonical(eta, 6000)), "sharpness"));
        }
        assertThat(ends).isSortedAccordingTo((a, b) -> Double.compare(b, a)).doesNotHaveDuplicates();
    }

    private static void cyclesAreMoreAndSmaller() {
        double[] etas = {3.2, 3.6, 3.9, 4};
        List<Run> runs =
                DoubleStream.of(etas).mapToObj(eta -> canonical(eta, 6000)).toList();
        assertThat(runs.stream().map(run -> cycles(run).size()))
                .isSorted()
                .first()
                .isNotEqualTo(cycles(runs.get(etas.length - 1)).size());
        assertThat(runs.stream().map(run -> highest(table(run), "oscillatoryLoss", 0)))
                .isSortedAccordingTo((a, b) -> Double.compare(b, a))
                .doesNotHaveDuplicates();
    }

    private static void theClaimsAreChecked() {
        Run run = canonical(3.2, 6000);
        assertThat(run.findings())
                .hasSizeGreaterThan(10)
                .allSatisfy(finding -> assertThat(finding.verdict()).isNotEqualTo(Verdict.FAILS));
        assertThat(run.findings().stream().filter(finding -> finding.verdict() == Verdict.HOLDS))
                .allSatisfy(finding -> assertThat(finding.margin()).isNotNegative());
    }

    private static List<String> sentences() throws IOException {
        List<String> sentences = new ArrayList<>();
        for (JsonNode stop : JsonBody.parse(Files.readString(STOPS))) {
            stop.path("text").forEach(sentence -> sentences.add(sentence.asText()));
        }
        return sentences;
    }

    @Test
    void eachSentenceStatesNothingOrIsComputed() throws IOException {
        assertThat(sentences())
                .containsExactlyInAnyOrderElementsOf(Stream.concat(NO_CLAIMS.stream(), checks.keySet().stream())
                        .toList());
    }

    @TestFactory
    Stream<DynamicTest> whatItStatesIsSo() {
        return checks.entrySet().stream()
                .map(check -> DynamicTest.dynamicTest(
                        check.getKey(), () -> check.getValue().run()));
    }
}
