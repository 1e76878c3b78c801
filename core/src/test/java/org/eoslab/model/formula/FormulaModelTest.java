package org.eoslab.model.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Run;
import org.eoslab.run.Outcome;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaModelTest {
    /** Of numbers with seven digits or more in the reference. */
    private static final double LAST_DIGIT = 1e-9;

    private static Map<String, Object> file(String loss, Map<String, ?> start, double eta, long steps) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("model", "formula");
        file.put("loss", loss);
        file.put("start", start);
        file.put("eta", eta);
        file.put("steps", steps);
        return file;
    }

    private static Map<String, Object> start(double x, double y) {
        Map<String, Object> start = new LinkedHashMap<>();
        start.put("x", x);
        start.put("y", y);
        return start;
    }

    private static Experiment experiment(Map<String, ?> file) {
        return Catalogue.load().experiment(file);
    }

    private static Run run(Map<String, ?> file) {
        return Run.of(experiment(file), Recording.ALL, List.of());
    }

    private static double last(Run run, String column) {
        Table table = run.trajectory().table();
        return table.get(column, table.rows() - 1);
    }

    /** Computed independently in plain doubles. */
    @ParameterizedTest
    @CsvSource({"0.5, 4.5", "0.5, 5", "0.5, 6", "0.1, 7"})
    void logCoshEndsJustBelowTheEdge(double x, double y) {
        Run run = run(file("log(cosh(x*y))", start(x, y), 0.125, 20_000));
        assertThat(0.125 * last(run, "sharpness")).isCloseTo(1.976447511, within(LAST_DIGIT));
        assertThat(last(run, "y")).isCloseTo(3.97637776, within(1e-8));
    }

    @ParameterizedTest
    @CsvSource({"1, 3, 0.963689", "0.5, 4, 1.938900"})
    void logCoshOfAFlatStartNeverCrosses(double x, double y, double end) {
        Run run = run(file("log(cosh(x*y))", start(x, y), 0.125, 20_000));
        assertThat(0.125 * last(run, "sharpness")).isCloseTo(end, within(1e-6));
        assertThat(run.trajectory().timeline().firstCrossing()).isEqualTo(-1);
    }

    @Test
    void aQuadraticHasItsLimit() {
        Map<String, Object> start = Map.of("w", List.of(1, 1));
        assertThat(last(run(file("w[1]^2 + 4*w[2]^2", start, 0.249, 5000)), "loss"))
                .isLessThan(1e-30);
        Run above = run(file("w[1]^2 + 4*w[2]^2", start, 0.251, 5000));
        assertThat(last(above, "loss")).isGreaterThan(1e30);
        assertThat(last(above, "w2")).isNotZero();
        assertThat(run(file("w[1]^2 + 4*w[2]^2", start, 0.251, 200_000))
                        .trajectory()
                        .outcome())
                .isEqualTo(Outcome.DIVERGED);
    }

    @Test
    void aSquareFlipsForEver() {
        Table table =
                run(file("theta^2", Map.of("theta", 3), 1, 1000)).trajectory().table();
        for (int row = 0; row <= 1000; row++) {
            assertThat(table.get("theta", row)).isEqualTo(row % 2 == 0 ? 3 : -3);
            assertThat(table.get("loss", row)).isEqualTo(9);
        }
    }

    /** The same model, whose derivatives were written by hand; the rounding differs, and its growth is what the tolerance has. */
    @Test
    void agreesWithTheModelWrittenByHand() {
        Map<String, Object> formula = file("(1 - x*y)^2/2", start(5, 0.15), 0.1, 500);
        Run hand = run(Map.of("model", "wang"));
        Run own = run(formula);
        for (String column : List.of("x", "y", "loss", "sharpness")) {
            assertThat(last(own, column)).as(column).isCloseTo(last(hand, column), within(1e-9));
        }
        assertThat(own.trajectory().timeline().crossUp())
                .isEqualTo(hand.trajectory().timeline().crossUp());
    }

    @Test
    void columnsBeginWithTheParameters() {
        Run run = run(file("mean((w - c)^2) + b^2", Map.of("w", List.of(1, 2, 3), "b", 1), 0.1, 1), "c", 2);
        assertThat(run.trajectory().table().names())
                .contains("w1", "w2", "w3", "b", "loss", "gradientNorm", "sharpness", "residual");
    }

    private static Run run(Map<String, Object> file, String constant, double value) {
        file.put("constants", Map.of(constant, value));
        return run(file);
    }

    @Test
    void itsRecordRepeatsIt() {
        Map<String, Object> file = file("mean((w - c)^2) + beta2^4", Map.of("w", List.of(1, 2.5), "beta2", 1), 0.1, 50);
        file.put("constants", Map.of("c", 0.25));
        Run first = run(file);
        Experiment again = experiment(first.experiment().toMap());
        assertThat(again.settings()).isEqualTo(first.experiment().settings());
        assertThat(last(Run.of(again, Recording.ALL, List.of()), "beta2")).isEqualTo(last(first, "beta2"));
    }

    /** As a page has them. */
    @Test
    void settingsOnOneLevelAreTheSame() {
        Map<String, Object> file = file("mean((w - c)^2) + beta2^4", Map.of("w", List.of(1, 2.5), "beta2", 1), 0.1, 50);
        file.put("constants", Map.of("c", 0.25));
        Experiment experiment = experiment(file);
        Map<String, Object> flat = new LinkedHashMap<>(experiment.settings().flat());
        flat.put("model", "formula");
        assertThat(experiment(flat).settings()).isEqualTo(experiment.settings());
        flat.put("q", 1);
        assertThatThrownBy(() -> experiment(flat)).hasMessageStartingWith("key q: unknown");
    }

    @Test
    void aStartAndAConstantCanBeSet() {
        Map<String, Object> file = file("(x - mu)^2", Map.of("x", 0), 0.5, 1);
        file.put("constants", Map.of("mu", 1));
        Experiment changed = experiment(file).with(Map.of("start.x", 7, "constants.mu", 3));
        Table table = Run.of(changed, Recording.ALL, List.of()).trajectory().table();
        assertThat(table.get("x", 0)).isEqualTo(7);
        assertThat(table.get("x", 1)).isEqualTo(3);
    }

    @Test
    void aListIsAMeanAndSgdDrawsItsTerms() {
        Map<String, Object> file = file("", Map.of("x", 0), 0.5, 40);
        file.put("loss", List.of("(x - 1)^2", "(x - 3)^2"));
        Run whole = run(file);
        assertThat(whole.trajectory().table().get("loss", 0)).isEqualTo(5);
        assertThat(last(whole, "x")).isEqualTo(2);
        file.put("optimizer", "sgd");
        file.put("batch", 1);
        Table drawn = run(file).trajectory().table();
        for (int row = 1; row < drawn.rows(); row++) {
            assertThat(drawn.get("x", row)).isIn(1.0, 3.0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "polyak",
        "nesterov",
        "rmsprop",
        "adam",
        "normalised",
        "sqrt-loss",
        "gradient-flow",
        "constrained",
        "predicted",
        "central-flow"
    })
    void everyOptimiserRuns(String optimizer) {
        Map<String, Object> file = file("(1 - x*y)^2/2 + (x - y)^4/8", start(1.5, 0.3), 0.05, 200);
        file.put("optimizer", optimizer);
        Run run = run(file);
        assertThat(run.trajectory().outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(last(run, "loss")).isLessThan(run.trajectory().table().get("loss", 0));
    }

    /** Computed apart: the drift along the valley of Arora, Li and Panigrahi. */
    @ParameterizedTest
    @CsvSource({"normalised, 1.00524", "sqrt-loss, 0.54842"})
    void driftsAlongTheValley(String optimizer, double x) {
        Map<String, Object> file = file("(1 + x^2)*y^2", start(1.5, 0.2), 0.01, 20_000);
        file.put("optimizer", optimizer);
        assertThat(last(run(file), "x")).isCloseTo(x, within(5e-6));
    }

    /** The flow keeps x² − y², and ends at xy = 1, where S = x² + y². */
    @Test
    void theGfsSharpnessIsThatOfTheClosedForm() {
        Map<String, Object> file = file("(1 - x*y)^2/2", start(2, 0.3), 0.1, 10);
        file.put("measures", "gfs-sharpness,trace");
        file.put("measuresEvery", 5);
        Table table = run(file).trajectory().table();
        for (int row : new int[] {0, 5, 10}) {
            double conserved = Math.pow(table.get("x", row), 2) - Math.pow(table.get("y", row), 2);
            assertThat(table.get("gfsSharpness", row)).isCloseTo(Math.hypot(conserved, 2), within(1e-8));
        }
        assertThat(table.get("gfsSharpness", 3)).isNaN();
    }

    /** Along y it takes a time of 1e9, in steps that the curvature along x, 1e6, keeps at 1e-6: nobody could wait for that. */
    @Test
    void aFlowThatDoesNotEndIsGivenUp() {
        Map<String, Object> file = file("500000*x^2 + y^2/1e9", start(1, 1), 1e-7, 0);
        file.put("measures", "gfs-sharpness");
        assertThat(run(file).trajectory().table().get("gfsSharpness", 0)).isNaN();
    }

    /** Lanczos beyond 300 parameters, the dense solver below: the Hessian is diagonal, its largest entry known. */
    @ParameterizedTest
    @CsvSource({"3", "40", "350"})
    void sharpnessOfManyParameters(int n) {
        List<Double> ones = Collections.nCopies(n, 1.0);
        Map<String, Object> file = file("sum(w^2) + 2*w[2]^2", Map.of("w", ones), 0.1, 3);
        file.put("tolerance", 1e-10);
        file.put("every", 1);
        assertThat(last(run(file), "sharpness")).isCloseTo(6, within(1e-8));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x^2 + muu | loss: x^2 + muu: unknown name muu at character 7; the nearest is mu",
                "x^2 + | loss: x^2 +: expected a number, a name or ( at character 6 instead of the end",
                "mu^2 | start: x is not in the loss",
                "x^2 | constants: mu is not in the loss",
                "mu*[x] - 1 | loss: mu*[x] - 1: it is a vector of 1 entries; sum(…) or mean(…) makes it a number"
            })
    void saysWhatIsWrong(String loss, String message) {
        Map<String, Object> file = file(loss, Map.of("x", 1), 0.1, 1);
        file.put("constants", Map.of("mu", 1));
        assertThatThrownBy(() -> run(file)).isInstanceOf(InputException.class).hasMessage(message);
    }

    @Test
    void saysWhatIsWrongWithTheStart() {
        assertWrong(Map.of(), "missing: start (the parameters with their values, such as {x: 0.5, w: [1, 2]})");
        assertWrong(Map.of("e", 1), "start: e is a name of the language; call it otherwise");
        assertWrong(
                Map.of("loss", 1), "start: loss is the name of a column of every run; call the parameter otherwise");
        assertWrong(Map.of("2x", 1), "start: 2x is not a name; it must be letters, digits and _, a letter first");
        Map<String, Object> twice = start(1, 1);
        twice.put("w1", 1);
        twice.put("w", List.of(1, 2));
        assertWrong(twice, "start.w1 is given twice, once perhaps as an entry of a list");
        assertWrong(Map.of("x", "one"), "x: one is not allowed; it must be a finite number");
        Map<String, Object> file = file("x", Map.of("x", 1), 0.1, 1);
        file.put("start", 5);
        assertThatThrownBy(() -> run(file))
                .hasMessage(
                        "start: 5 is not allowed; it must be the parameters with their values, such as {x: 0.5, w: [1, 2]}");
    }

    private static void assertWrong(Map<String, ?> start, String message) {
        assertThatThrownBy(() -> run(file("x^2", start, 0.1, 1)))
                .isInstanceOf(InputException.class)
                .hasMessage(message);
    }

    @Test
    void sgdNeedsTerms() {
        Map<String, Object> file = file("x^2", Map.of("x", 1), 0.1, 1);
        file.put("optimizer", "sgd");
        assertThatThrownBy(() -> run(file))
                .hasMessage("optimizer: sgd is not allowed; this model's loss is not a mean over examples");
    }

    @Test
    void underflowIsSaidWithItsStep() {
        Map<String, Object> file = file("x^2 + y", start(1, 0), 0.3, 1100);
        int zero = 0;
        for (double x = 1; x != 0; x -= 0.3 * (2 * x)) {
            zero++;
        }
        assertThat(run(file).remarks())
                .contains("x has become exactly 0 by underflow at step " + zero
                        + "; from there the run is not that of exact arithmetic, which digits: 60 comes nearer to");
        // x is 2^-t, and stays at 2^-1074 where its half is rounded up again.
        assertThat(run(file("x^2 + y", start(1, 0), 0.25, 1100)).remarks())
                .contains(
                        "x has fallen below 2.2e-308, where doubles lose their digits, at step 1023; from there the run is not"
                                + " that of exact arithmetic, which digits: 60 comes nearer to");
        // The gradient x·y^2 at x = y = 1e-150 is 1e-450.
        Run gradient = run(file("x^2*y^2 + z", Map.of("x", 1e-150, "y", 1e-150, "z", 1), 0.25, 2));
        assertThat(gradient.remarks().get(0))
                .startsWith("2 entries of the gradient have become exactly 0 by underflow at step 0;");
        assertThat(run(file("x^2 + y", start(0, 0), 0.25, 10)).remarks()).isEmpty();
    }

    @Test
    void standingStillKinksAndTheEndOfTheDomainAreSaid() {
        assertThat(run(file("x^2/2", Map.of("x", 3), 1, 10)).remarks())
                .containsExactly("the gradient is exactly 0 from step 1 on, so nothing moves any more but by memory");
        Run kink = run(file("abs(x)", Map.of("x", 0.25), 0.25, 10));
        assertThat(kink.trajectory().outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(kink.remarks())
                .containsExactly(
                        "the gradient is exactly 0 from step 1 on, so nothing moves any more but by memory",
                        "the loss has kinks (abs): at one its derivatives are those of docs/formulas.md, and the sharpness says"
                                + " nothing of a step across");
        Run domain = run(file("x + log(x)", Map.of("x", 0.5), 0.25, 10));
        assertThat(domain.remarks())
                .containsExactly(
                        "the loss has no value at step 1: a log, root or power is outside its domain, or infinities cancel");
        assertThat(run(file("x^4", Map.of("x", 3), 1, 100)).remarks().get(0))
                .startsWith("diverged: after step ")
                .endsWith(" a parameter is beyond the range of doubles, 1.8e308");
    }
}
