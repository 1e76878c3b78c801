package org.eoslab.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Run;
import org.eoslab.run.Recording;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The loss as a landscape, and where runs end along a setting, against formulas and single runs. */
class LandscapeTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final double ROUNDING = 1e-12;

    private static final Map<String, Object> CANONICAL = Map.of(
            "model",
            "minimalist",
            "lambda1",
            1,
            "lambda2",
            0.001,
            "eta",
            3.2,
            "start",
            Map.of("alpha", 0.7, "beta1", 0.005, "beta2", 0.2),
            "clip",
            "floor 1.81",
            "steps",
            1200);

    private static Map<String, Object> well(double eta, long steps) {
        return Map.of("model", "chen-bruna", "mu", 1, "x", 0.9, "eta", eta, "steps", steps);
    }

    private static Map<String, Object> axis(String name, double low, double high, int points) {
        return Map.of("name", name, "low", low, "high", high, "points", points);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> ask(String name, Map<String, Object> experiment, Map<String, ?> rest) {
        Map<String, Object> body = new HashMap<>(rest);
        body.put("experiment", experiment);
        return (Map<String, Object>) new Questions(CATALOGUE).ask(name, body).apply(new Cancellation());
    }

    private static double[] numbers(Map<String, Object> answer, String name) {
        return (double[]) Objects.requireNonNull(answer.get(name));
    }

    @Test
    void isTheLossAndTheSharpnessOfTheMinimalistModel() {
        Map<String, Object> answer =
                ask("landscape", CANONICAL, Map.of("x", axis("alpha", 0.5, 1.1, 7), "y", axis("beta1", -0.2, 0.2, 5)));
        double[] alphas = numbers(answer, "x");
        double[] betas = numbers(answer, "y");
        assertThat(alphas).hasSize(7).contains(0.5, 1.1);
        for (int row = 0; row < betas.length; row++) {
            for (int i = 0; i < alphas.length; i++) {
                double a = alphas[i];
                double b = betas[row];
                double rest = a * 0.2 - 1;
                int place = row * alphas.length + i;
                assertThat(numbers(answer, "loss")[place])
                        .isCloseTo(0.5 * a * a * b * b + 0.5 * 0.001 * rest * rest, within(ROUNDING));
                // The characteristic polynomial of the model's Hessian at its largest root.
                double s = numbers(answer, "sharpness")[place];
                double[][] h = {
                    {b * b + 0.001 * 0.04 - s, 2 * a * b, 0.001 * (2 * a * 0.2 - 1)},
                    {2 * a * b, a * a - s, 0},
                    {0.001 * (2 * a * 0.2 - 1), 0, 0.001 * a * a - s}
                };
                double determinant =
                        h[0][0] * h[1][1] * h[2][2] - h[0][1] * h[1][0] * h[2][2] - h[0][2] * h[1][1] * h[2][0];
                assertThat(determinant).isCloseTo(0, within(ROUNDING));
                assertThat(s).isGreaterThanOrEqualTo(a * a - ROUNDING);
            }
        }
        assertThat(answer).doesNotContainKey("next");
    }

    @Test
    void alongOneCoordinateItKnowsTheNextStep() {
        Map<String, Object> answer = ask("landscape", well(1.2, 10), Map.of("x", axis("x", -1.5, 1.5, 31)));
        for (int i = 0; i < 31; i++) {
            double x = numbers(answer, "x")[i];
            assertThat(numbers(answer, "loss")[i]).isCloseTo(0.25 * (x * x - 1) * (x * x - 1), within(ROUNDING));
            assertThat(numbers(answer, "sharpness")[i]).isCloseTo(3 * x * x - 1, within(ROUNDING));
            assertThat(numbers(answer, "next")[i]).isCloseTo(x * (1 + 1.2 - 1.2 * x * x), within(ROUNDING));
        }
    }

    /** Beyond the edge the orbit {x, y} has xy = 1/η and x² + y² = μ + 1/η. */
    @Test
    void orbitsAreThoseOfTheDoubleWell() {
        Map<String, Object> answer = ask("orbits", well(1, 2000), Map.of("axis", axis("eta", 0.9, 1.2, 4), "keep", 16));
        assertThat((long[]) answer.get("periods")).containsExactly(1, 0, 2, 2);
        List<?> orbits = (List<?>) Objects.requireNonNull(answer.get("orbits"));
        assertThat((double[]) orbits.get(0))
                .hasSize(16)
                .usingComparatorWithPrecision(1e-9)
                .containsOnly(1.0);
        for (int i = 2; i < 4; i++) {
            double eta = numbers(answer, "values")[i];
            double[] orbit = (double[]) orbits.get(i);
            assertThat(orbit[14] * orbit[15]).isCloseTo(1 / eta, within(1e-9));
            assertThat(orbit[14] * orbit[14] + orbit[15] * orbit[15]).isCloseTo(1 + 1 / eta, within(1e-9));
        }
    }

    @Test
    void anOrbitThatDivergesHasNoValues() {
        Map<String, Object> answer = ask("orbits", well(1, 400), Map.of("axis", axis("eta", 1, 2.5, 2), "keep", 16));
        assertThat((double[]) ((List<?>) Objects.requireNonNull(answer.get("orbits"))).get(1))
                .isEmpty();
    }

    @Test
    void aFamilyHasWhatSingleRunsHave() {
        Map<String, Object> answer = ask(
                "family",
                CANONICAL,
                Map.of("axis", axis("eta", 1, 4, 4), "targetLoss", 1e-4, "columns", List.of("sharpness", "loss")));
        Experiment base = CATALOGUE.ofPanel(CANONICAL);
        for (int i = 0; i < 4; i++) {
            Run run = Run.of(base.with(Map.of("eta", numbers(answer, "values")[i])), Recording.ALL, List.of());
            double[] loss = run.trajectory().table().column("loss");
            int target = 0;
            while (target < loss.length && loss[target] > 1e-4) {
                target++;
            }
            assertThat(((long[]) Objects.requireNonNull(answer.get("stepsToLoss")))[i])
                    .isEqualTo(target == loss.length ? -1 : target);
            assertThat(((long[]) Objects.requireNonNull(answer.get("firstCrossing")))[i])
                    .isEqualTo(run.trajectory().timeline().firstCrossing());
            Map<?, ?> last = (Map<?, ?>) Objects.requireNonNull(answer.get("last"));
            assertThat(((double[]) last.get("loss"))[i]).isEqualTo(loss[loss.length - 1]);
        }
    }

    @ParameterizedTest
    @CsvSource({"delta, 0, 1, 5", "alpha, 1, 0, 5", "alpha, 0, 1, 1", "alpha, 0, 1, 5000"})
    void refusesAnAxisThatIsNone(String name, double low, double high, int points) {
        assertThatThrownBy(() -> ask("landscape", CANONICAL, Map.of("x", axis(name, low, high, points))))
                .isInstanceOf(InputException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"landscape", "orbits", "family"})
    void refusesOneThatIsMissing(String question) {
        assertThatThrownBy(() -> ask(question, CANONICAL, Map.of()))
                .isInstanceOf(InputException.class)
                .hasMessageContaining("missing");
    }

    @Test
    void theWindowIsATreeInThePageToo() {
        Object window = ask("overlays", CANONICAL, Map.of()).get("window");
        assertThat(window).isInstanceOf(Map.class);
        assertThat((Double) ((Map<?, ?>) Objects.requireNonNull(window)).get("high"))
                .isCloseTo(2 / 0.49, within(ROUNDING));
    }
}
