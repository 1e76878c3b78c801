package org.eoslab.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.eoslab.claim.Finding;
import org.eoslab.claim.Verdict;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Run;
import org.eoslab.model.scalar.ScalarNetwork;
import org.eoslab.run.Outcome;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published numbers: each preset reproduces them to the digits that the specification gives. */
class SmallPresetsTest {
    private static final Catalogue CATALOGUE = Catalogue.load();

    private static Run run(String preset, Map<String, ?> changes) {
        return Run.of(CATALOGUE.experiment(CATALOGUE.preset(preset)).with(changes), Recording.ALL, List.of());
    }

    private static Finding finding(Run run, String id) {
        return run.findings().stream()
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static double last(Run run, String column) {
        Table table = run.trajectory().table();
        return table.get(column, table.rows() - 1);
    }

    @ParameterizedTest
    @CsvSource({
        "zhu-fast, Zhu.S",
        "kreisler, Kreisler.GFS",
        "chen-bruna, ChenBruna.period2",
        "chen-bruna-period4, ChenBruna.period4",
        "chen-bruna-chaos, ChenBruna.chaos",
        "chen-bruna-divergence, divergence",
        "chen-bruna-2d, ChenBruna.balance",
        "wang, catapult",
        "wang-tanh, catapult",
        "agarwala, Agarwala.T",
        "linear-nd, rotation"
    })
    void showsWhatItIsFor(String preset, String claim) {
        Run run = run(preset, Map.of());
        assertThat(finding(run, claim).verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(run.findings()).noneMatch(f -> f.verdict() == Verdict.FAILS || f.verdict() == Verdict.NOT_REACHED);
        assertThat(run.divergedUnexpectedly()).isFalse();
    }

    @Test
    void zhuEndsJustBelowTheThreshold() {
        Run slow = run("zhu", Map.of());
        assertThat(finding(slow, "Zhu.S").verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(0.01 * last(slow, "sharpness")).isCloseTo(1.99995, within(5e-6));
        Run fast = run("zhu-fast", Map.of());
        assertThat(0.05 * last(fast, "gfsSharpness")).isCloseTo(1.9988, within(5e-5));
        double x = last(fast, "x");
        double y = last(fast, "y");
        assertThat(0.05 * 2 * (x * x + y * y)).isCloseTo(1.9988, within(5e-5));
    }

    @Test
    void kreislersFlowSharpness() {
        Run run = run("kreisler", Map.of());
        assertThat(0.2 * run.trajectory().table().get("gfsSharpness", 0)).isCloseTo(2.530, within(5e-4));
        assertThat(0.2 * last(run, "gfsSharpness")).isCloseTo(1.9855, within(5e-5));
    }

    @ParameterizedTest
    @CsvSource({"1.02, 0.92261, 1.06263", "1.1, 0.81455, 1.11606", "1.2, 0.73129, 1.13954"})
    void chenAndBrunasOrbits(double eta, double low, double high) {
        for (String preset : List.of("chen-bruna", "chen-bruna-2d")) {
            Run run = run(preset, Map.of("eta", eta));
            Table table = run.trajectory().table();
            double[] two = {last(run, "x"), table.get("x", table.rows() - 2)};
            assertThat(Math.min(two[0], two[1])).isCloseTo(low, within(5e-6));
            assertThat(Math.max(two[0], two[1])).isCloseTo(high, within(5e-6));
            assertThat(finding(run, "ChenBruna.period2").verdict()).isEqualTo(Verdict.HOLDS);
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1.4, 1.5, 1.6, 1.8, 1.9, 2.0})
    void chaos(double eta) {
        Finding chaos = finding(run("chen-bruna-chaos", Map.of("eta", eta)), "ChenBruna.chaos");
        assertThat(chaos.verdict()).isEqualTo(Verdict.HOLDS);
    }

    /** At ημ = 2 the map is −T₃ of Chebyshev on [−2, 2]: Lyapunov exponent ln 3. Mean of 20,000 samples of variance ≈ 2: 0.01; five. */
    @Test
    void theLyapunovExponentOfTheChebyshevMap() {
        Finding chaos = finding(run("chen-bruna-chaos", Map.of("eta", 2.0)), "ChenBruna.chaos");
        assertThat(chaos.margin()).isCloseTo(Math.log(3), within(0.05));
    }

    @Test
    void aPeriodicWindowIsNoChaos() {
        Finding chaos = finding(run("chen-bruna-chaos", Map.of("eta", 1.7)), "ChenBruna.chaos");
        assertThat(chaos.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(chaos.note()).contains("period 6");
    }

    @Test
    void divergenceIsExpectedOnlyBeyondTwo() {
        Run expected = run("chen-bruna-divergence", Map.of());
        assertThat(expected.trajectory().outcome()).isEqualTo(Outcome.DIVERGED);
        assertThat(expected.divergedUnexpectedly()).isFalse();
        Run unexpected = run("chen-bruna-2d", Map.of("eta", 1.5));
        assertThat(unexpected.trajectory().outcome()).isEqualTo(Outcome.DIVERGED);
        assertThat(unexpected.divergedUnexpectedly()).isTrue();
    }

    @Test
    void agarwalasTangentKernel() {
        assertThat(last(run("agarwala", Map.of()), "T")).isCloseTo(1.99748, within(5e-6));
        // η sets only the scale of θ.
        assertThat(last(run("agarwala", Map.of("eta", 0.1)), "T")).isCloseTo(1.99748, within(5e-6));
    }

    @Test
    void theRotatedCopyCrossesWhereCanonicalDoes() {
        Run canonical = run("canonical", Map.of());
        for (long dimension : new long[] {2, 9}) {
            Run copy = run("linear-nd", Map.of("dimension", dimension, "seed", 5));
            assertThat(copy.trajectory().timeline().crossUp())
                    .isEqualTo(canonical.trajectory().timeline().crossUp())
                    .startsWith(121L)
                    .hasSize(13);
            assertThat(finding(copy, "rotation").verdict()).isEqualTo(Verdict.HOLDS);
            double sharpness = last(canonical, "sharpness");
            assertThat(last(copy, "sharpness")).isCloseTo(sharpness, within(1e-10 * sharpness));
        }
    }

    /** β₁ passes 1e-900 and comes back: the rotated copy keeps it too. */
    @Test
    void theRotatedCopyDoesNotUnderflow() {
        Run copy = run(
                "linear-nd",
                Map.of(
                        "dimension",
                        3,
                        "lambda1",
                        20,
                        "lambda2",
                        0.01,
                        "eta",
                        0.1,
                        "beta1",
                        0.001,
                        "beta2",
                        0.02,
                        "steps",
                        10_000));
        assertThat(copy.trajectory().timeline().crossDown()).contains(6873L);
        assertThat(finding(copy, "rotation").verdict()).isEqualTo(Verdict.HOLDS);
    }

    @Test
    void kreislerTakesAnyDepth() {
        Run run = run("kreisler", Map.of("weights", "[1.5, 0.9, 0.8]", "eta", 0.1, "steps", 500));
        assertThat(run.trajectory().table().names()).contains("w3").doesNotContain("w4");
        assertThat(finding(run, "Kreisler.GFS").verdict()).isEqualTo(Verdict.HOLDS);
    }

    /** Log-uniform weights in [0.3, 3.3], η·GFS between 1 and 2√2: the claim never fails. */
    @Test
    void flowSharpnessNeverRisesFromRandomStarts() {
        Random random = new Random(11);
        int whole = 0;
        for (int i = 0; i < 200; i++) {
            int depth = 2 + random.nextInt(4);
            double[] weights = random.doubles(depth, -1.2, 1.2).map(Math::exp).toArray();
            double eta = (1 + 1.8 * random.nextDouble()) / new ScalarNetwork(depth, 1).gfsSharpness(weights);
            Run run = run("kreisler", Map.of("weights", Arrays.toString(weights), "eta", eta, "steps", 300));
            Finding finding = finding(run, "Kreisler.GFS");
            assertThat(finding.verdict()).as(Arrays.toString(weights)).isNotEqualTo(Verdict.FAILS);
            whole += finding.verdict() == Verdict.HOLDS && finding.note().isEmpty() ? 1 : 0;
        }
        assertThat(whole).isGreaterThan(100);
    }

    /** The sharpness of Chen and Bruna's experiment: it rises past 2/η, drops to near 0, and recovers slowly. */
    @Test
    void theNeuronCollapsesAndRecovers() {
        Table table = run("relu-neuron", Map.of()).trajectory().table();
        double[] scaled =
                Arrays.stream(table.column("sharpness")).map(s -> 3.85 * s).toArray();
        double[] loss = table.column("loss");
        assertThat(scaled[0]).isLessThan(0.1);
        assertThat(Arrays.stream(scaled, 0, 60).max().orElseThrow()).isGreaterThan(4);
        assertThat(Arrays.stream(scaled, 70, 1300).max().orElseThrow()).isLessThan(0.2);
        assertThat(Arrays.stream(loss, 70, 1300).min().orElseThrow()).isGreaterThan(0.24);
        assertThat(Arrays.stream(scaled, 1400, 1500).max().orElseThrow()).isGreaterThan(2);
    }
}
