package org.eoslab.model.literature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eoslab.claim.Finding;
import org.eoslab.claim.Verdict;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Preset;
import org.eoslab.experiment.Run;
import org.eoslab.run.Outcome;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Every work against numbers that were computed elsewhere, in plain doubles. */
class LiteratureTest {
    private static final Catalogue CATALOGUE = Catalogue.load();

    /** The numbers have that many digits. */
    private static final double SIX = 1e-6;

    private static final double FIVE = 1.01e-5;

    private static Run run(String preset, Map<String, ?> changes) {
        Experiment experiment = CATALOGUE.experiment(CATALOGUE.preset(preset)).with(changes);
        return Run.of(experiment, Recording.ALL, List.of());
    }

    private static double last(Run run, String column) {
        double[] values = run.trajectory().table().column(column);
        return values[values.length - 1];
    }

    private static Finding finding(Run run, String id) {
        return run.findings().stream()
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static void assertHolds(Run run, String id) {
        assertThat(finding(run, id).verdict()).as("%s", finding(run, id)).isEqualTo(Verdict.HOLDS);
        assertThat(finding(run, id).margin()).isNotNegative();
    }

    static List<String> presets() {
        return new LiteratureLibrary().presets().stream().map(Preset::name).toList();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void everyClaimOfEveryPresetHolds(String preset) {
        Run run = run(preset, Map.of());
        assertThat(run.findings()).isNotEmpty();
        assertThat(run.findings())
                .allMatch(f -> f.verdict() == Verdict.HOLDS
                        || run.trajectory().outcome() == Outcome.DIVERGED && f.verdict() == Verdict.NOT_APPLICABLE);
        assertThat(run.divergedUnexpectedly()).isFalse();
    }

    @ParameterizedTest
    @MethodSource("presets")
    void claimsAreAboutTheirOwnRuleAndLoss(String preset) {
        Run run = run(preset, Map.of("optimizer", "adam", "steps", 3L));
        assertThat(run.findings()).allMatch(f -> f.verdict() == Verdict.NOT_APPLICABLE);
        String loss = String.valueOf(run.experiment().settings().flat().get("loss"));
        String other = loss.startsWith("[") ? loss.replace("]", " + 0]") : loss + " + 0";
        Run changed = run(preset, Map.of("loss", other, "steps", 3L));
        assertThat(changed.findings()).allMatch(f -> f.note().startsWith("it is about loss: "));
    }

    @ParameterizedTest
    @CsvSource({"2.1, 0.389241, 0.658", "2.5, 0.888015, 0.057", "3, 1.287839, 0.045", "4, 1.915008, 0.445"})
    void subquadraticGrowthEndsOnACycle(double eta, double x, String multiplier) {
        Run run = run("subquadratic", Map.of("eta", eta));
        assertThat(Math.abs(last(run, "x"))).isCloseTo(x, within(SIX));
        assertHolds(run, "Ma.cycle");
        assertThat(finding(run, "Ma.cycle").attained()).endsWith("multiplier " + multiplier);
    }

    @Test
    void fasterGrowthDivergesAtStep7() {
        Run run = run("superquadratic", Map.of());
        assertThat(run.trajectory().outcome()).isEqualTo(Outcome.DIVERGED);
        assertThat(run.trajectory().end().step()).isEqualTo(7);
        assertThat(finding(run("subquadratic", Map.of("eta", 1.9)), "Ma.cycle").verdict())
                .isEqualTo(Verdict.NOT_APPLICABLE);
    }

    @ParameterizedTest
    @CsvSource({"0.2, 1.52004", "0.125, 1.50736", "0.1, 1.50464", "0.05, 1.50113", "0.02, 1.50018"})
    void trajectoriesAlign(double eta, double gap) {
        // From a start 1.3 times as sharp as the limit; the last step to it shrinks by 1 − η² about.
        double y = 1.3 * Math.sqrt(2 / eta);
        Run run = run("alignment", Map.of("eta", eta, "y", y, "steps", Math.round(40 / (eta * eta))));
        assertThat((2 / eta - last(run, "sharpness")) / eta).isCloseTo(gap, within(FIVE));
        assertHolds(run, "alignment");
    }

    @Test
    void allStartsAtTheEdgeEndAtOneSharpness() {
        for (double[] start : new double[][] {{0.5, 4.5}, {0.5, 5}, {0.1, 7}}) {
            Run run = run("alignment", Map.of("x", start[0], "y", start[1]));
            assertThat(0.125 * last(run, "sharpness")).isCloseTo(1.976447511, within(1e-9));
            assertHolds(run, "alignment");
        }
        assertThat(finding(run("alignment", Map.of("y", 4)), "alignment").verdict())
                .isEqualTo(Verdict.NOT_APPLICABLE);
    }

    @ParameterizedTest
    @CsvSource({
        "sharpness-drift, 20000, 1.00524, 1.01523",
        "sharpness-drift, 40000, 0.53204, 0.54036",
        "sharpness-drift-sqrt, 20000, 0.54842, 0.55182",
        "sharpness-drift-sqrt, 40000, 0.20174, 0.20300"
    })
    void driftsAlongTheMinima(String preset, long steps, double x, String flow) {
        Run run = run(preset, Map.of("steps", steps));
        assertThat(last(run, "x")).isCloseTo(x, within(FIVE));
        assertHolds(run, "Arora.drift");
        assertThat(finding(run, "Arora.drift").attained()).contains(flow + " of the flow");
    }

    /** At which step it is met is a matter of rounding: 86,926 and 88,382 by other orders of the same operations. */
    @Test
    void aZeroGradientIsAnOutcome() {
        Run run = run("sharpness-drift", Map.of("steps", 100_000L));
        double[] norms = run.trajectory().table().column("gradientNorm");
        int zero = 0;
        while (zero < norms.length && norms[zero] != 0) {
            zero++;
        }
        assertThat(zero).isBetween(80_000, 99_999);
        assertThat(run.trajectory().outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(run.remarks()).anyMatch(r -> r.contains("the gradient is exactly 0 from step "));
    }

    @Test
    void normalisationAndDecayEndAtTheFlattestMinimum() {
        Run run = run("scale-invariant", Map.of());
        Table table = run.trajectory().table();
        long[] steps = {0, 1000, 2000, 5000, 10_000};
        double[] theta2 = {0.843, 0.751, 0.581, 0.076, 0.0014};
        for (int i = 0; i < steps.length; i++) {
            int row = (int) steps[i];
            double norm = Math.sqrt(sum(table.get("w1", row), table.get("w2", row), table.get("w3", row)));
            assertThat(Math.abs(table.get("w2", row)) / norm).isCloseTo(theta2[i], within(i == 4 ? 6e-5 : 6e-4));
        }
        double[] sharpness = table.column("sharpness");
        assertThat(0.4 * sharpness[0]).isLessThan(1.53);
        double[] later = Arrays.stream(sharpness).skip(1000).map(x -> 0.4 * x).toArray();
        assertThat(Arrays.stream(later).min().orElseThrow()).isGreaterThan(1.57);
        assertThat(Arrays.stream(later).max().orElseThrow()).isLessThan(2.63);
    }

    private static double sum(double... values) {
        return Arrays.stream(values).map(x -> x * x).sum();
    }

    @Test
    void theUnderflowOfANormalisedLossIsSaid() {
        Run run = run("scale-invariant", Map.of("eta", 0.1, "w1", 0.3, "steps", 2000L));
        assertThat(run.trajectory().table().get("w1", 1253)).isNotZero();
        assertThat(run.trajectory().table().get("w1", 1254)).isZero();
        assertThat(run.remarks()).anyMatch(r -> r.startsWith("w1 has become exactly 0 by underflow at step 1254"));
    }

    @ParameterizedTest
    @CsvSource({"0.3, 1", "0.5, 1", "0.6, 0", "0.7, 0"})
    void batchesSelectTheMinimum(double eta, double expected) {
        for (long seed = 0; seed < 200; seed++) {
            Run run = run("non-uniformity", Map.of("eta", eta, "seed", seed));
            assertThat(last(run, "x")).as("seed %d", seed).isCloseTo(expected, within(1e-3));
            assertHolds(run, "Wu.selects");
        }
        assertThat(last(run("non-uniformity-gd", Map.of("eta", eta)), "x")).isCloseTo(1, within(1e-5));
    }

    @ParameterizedTest
    @CsvSource({"0.3, 1.2030, 1.192513", "0.55, 2.2055, 1.704105", "0.7, 2.8070, 0.602133", "0.99, 3.9699, 0.606831"})
    void catapultsFollowTheirMap(double eta, double start, double end) {
        Run run = run("lewkowycz", Map.of("eta", eta));
        assertThat(eta * 4.01).isCloseTo(start, within(6e-5));
        assertThat(eta * sum(last(run, "u"), last(run, "v"))).isCloseTo(end, within(SIX));
        assertHolds(run, "Lewkowycz.map");
        assertThat(finding(run, "catapult").verdict()).isEqualTo(start > 2.2 ? Verdict.HOLDS : Verdict.NOT_APPLICABLE);
    }

    @ParameterizedTest
    @CsvSource({"2, 31, 4.19, 1.990796", "3, 42, 7.57, 1.977686", "4, 73, 14.87, 1.633301"})
    void depthSharpens(int depth, long crossing, double largest, double end) {
        Run run = run("one-neuron-" + depth, Map.of());
        assertThat(run.trajectory().timeline().firstCrossing()).isEqualTo(crossing);
        assertThat(0.5
                        * Arrays.stream(run.trajectory().table().column("sharpness"))
                                .max()
                                .orElseThrow())
                .isCloseTo(largest, within(6e-3));
        assertThat(0.5 * last(run, "sharpness")).isCloseTo(end, within(SIX));
    }

    @ParameterizedTest
    @CsvSource({
        "1.9, 5.994, 0.1668",
        "2.2, 5.367, 0.186",
        "3.0, 1.7295, 0.5782",
        "3.4, -1.224, -0.817",
        "3.95, -0.2728, -3.665"
    })
    void largeStepsBalanceAFactorisation(double k, double x, double y) {
        Run run = run("factorisation", Map.of("eta", k / 36.0011));
        assertThat(last(run, "x")).isCloseTo(x, within(6e-4));
        assertThat(last(run, "y")).isCloseTo(y, within(6e-4));
        if (k > 2) {
            assertHolds(run, "Wang.factors");
        }
    }

    @Test
    void aFactorisationDivergesBeyondFour() {
        assertThat(run("factorisation", Map.of("eta", 4.05 / 36.0011))
                        .trajectory()
                        .outcome())
                .isEqualTo(Outcome.DIVERGED);
    }
}
