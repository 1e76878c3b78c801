package org.eoslab.model.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eoslab.claim.Finding;
import org.eoslab.claim.Verdict;
import org.eoslab.claim.rigorous.ProofProgress;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Run;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.eoslab.run.Timeline;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaProofTest {
    /** Rounding of a loss that is the square of a difference of numbers near 1. */
    private static final double TINY = 1e-20;

    /** The two numbers of an interval in a finding. */
    static double[] ends(String interval) {
        return Arrays.stream(interval.replaceAll("[\\[\\]]", "").split(", "))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    private static Experiment experiment(String loss, double x, double y, double eta, long steps) {
        Map<String, Object> start = new LinkedHashMap<>();
        start.put("x", x);
        start.put("y", y);
        return Catalogue.load()
                .experiment(Map.of("model", "formula", "loss", loss, "start", start, "eta", eta, "steps", steps));
    }

    private static List<Finding> prove(Experiment experiment) {
        return experiment
                .model()
                .rigorous(experiment.settings())
                .orElseThrow()
                .check(experiment.steps(), 50, ProofProgress.NONE)
                .findings();
    }

    /** Runs that do not amplify rounding much: the doubles end in or within rounding of the intervals, with the same events. */
    @ParameterizedTest
    @CsvSource({
        "(1 - x*y)^2/2, 5, 0.15, 0.1, 20",
        "(1 - x^2*y^2)^2/4, 2, 0.3, 0.1, 10",
        "x^2 + 4*y^2, 1, 1, 0.251, 300",
        "log(cosh(x*y)), 0.5, 4.5, 0.125, 300",
        "sqrt(1 + x^2)*exp(y^2) - log(2 + x), 0.5, 0.7, 0.2, 100"
    })
    void provesWhatDoublesShow(String loss, double x, double y, double eta, long steps) {
        Experiment experiment = experiment(loss, x, y, eta, steps);
        List<Finding> findings = prove(experiment);
        assertThat(findings).extracting(Finding::verdict).containsOnly(Verdict.PROVED);
        Run run = Run.of(experiment, Recording.ALL, List.of());
        Table table = run.trajectory().table();
        for (int claim = 0; claim < 2; claim++) {
            double[] ends = ends(findings.get(claim).attained());
            double value = table.get(claim == 0 ? "loss" : "sharpness", (int) steps);
            assertThat(ends[1] - ends[0]).isLessThanOrEqualTo(1e-12 * Math.abs(ends[1]));
            assertThat(value)
                    .isBetween(ends[0] - 1e-9 * Math.abs(ends[0]) - TINY, ends[1] + 1e-9 * Math.abs(ends[1]) + TINY);
        }
        Timeline timeline = run.trajectory().timeline();
        assertThat(findings.get(2).attained())
                .startsWith(timeline.crossUp().size() + " up")
                .contains(", " + timeline.crossDown().size() + " down");
        for (int step = 0; step < steps; step++) {
            double fall = table.get("loss", step) - table.get("loss", step + 1);
            if (Math.abs(fall) > 1e-9 * table.get("loss", step)) {
                assertThat(falls(findings.get(3).attained(), step)).isEqualTo(fall > 0);
            }
        }
    }

    private static boolean falls(String ranges, int step) {
        return Arrays.stream(ranges.split(", "))
                .filter(r -> r.contains(" to "))
                .map(r -> r.split(" to "))
                .anyMatch(r -> Integer.parseInt(r[0]) <= step && step < Integer.parseInt(r[1]));
    }

    /** Intervals around equal decimals do not say which is larger. */
    @Test
    void nothingIsProvedAcrossAKink() {
        List<Finding> findings = prove(experiment("max(x, y) + x^2", 0.3, 0.1, 0.1, 3));
        assertThat(findings).allSatisfy(f -> assertThat(f.verdict()).isEqualTo(Verdict.PROVED));
        assertThat(prove(experiment("max(x, y) + x^2", 0.3, 0.3, 0.1, 3)))
                .allSatisfy(f -> assertThat(f.verdict()).isEqualTo(Verdict.UNDECIDED))
                .allSatisfy(f -> assertThat(f.note()).contains("cannot be decided"));
    }

    @Test
    void whatCannotBeEnclosedIsUndecidedWithTheReason() {
        assertThat(prove(experiment("sin(x) + y^2", 1, 1, 0.1, 10)))
                .allSatisfy(finding -> assertThat(finding.verdict()).isEqualTo(Verdict.UNDECIDED))
                .allSatisfy(finding ->
                        assertThat(finding.note()).isEqualTo("with 50 digits at step 0: sin cannot be enclosed"));
        Experiment adam = experiment("x^2 + y^2", 1, 1, 0.1, 10).with(Map.of("optimizer", "adam"));
        assertThat(prove(adam))
                .allSatisfy(
                        finding -> assertThat(finding.note()).isEqualTo("optimizer: adam is not enclosed; only gd is"));
    }
}
