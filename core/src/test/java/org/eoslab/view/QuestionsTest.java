package org.eoslab.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Preset;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page is told while a formula is typed, and of a run. */
class QuestionsTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    /** Of a step of numbers near 1. */
    private static final double ROUNDING = 1e-14;

    private static final Questions QUESTIONS = new Questions(CATALOGUE);

    private static Map<String, Object> panel(String preset) {
        Preset chosen = CATALOGUE.preset(preset);
        Map<String, Object> panel = new LinkedHashMap<>();
        panel.put("model", chosen.model());
        panel.putAll(CATALOGUE.experiment(chosen).settings().flat());
        return panel;
    }

    private static Map<String, Object> typed(String preset, Map<String, Object> changes) {
        Map<String, Object> panel = panel(preset);
        panel.putAll(changes);
        return panel;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> ask(String name, Map<String, Object> experiment) {
        return (Map<String, Object>)
                QUESTIONS.ask(name, Map.of("experiment", experiment)).apply(new Cancellation());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> values(Map<String, Object> schema) {
        return (Map<String, Object>) schema.get("values");
    }

    @SuppressWarnings("unchecked")
    private static List<String> in(Map<String, Object> schema, String section) {
        return ((List<Map<String, Object>>) schema.get("settings"))
                .stream()
                        .filter(s -> s.get("section").equals(section))
                        .map(s -> String.valueOf(s.get("name")))
                        .toList();
    }

    @Test
    void eachNameOfAFormulaBecomesAParameterAndThoseThatItHasNoMoreGo() {
        Map<String, Object> schema = ask("schema", typed("formula", Map.of("loss", "(x*z - target)^2/2", "eta", 0.03)));
        assertThat(schema).containsEntry("name", "formula").containsEntry("naming", "loss");
        assertThat(in(schema, "start")).containsExactly("x", "target", "z");
        assertThat(values(schema))
                .containsEntry("x", 0.5)
                .containsEntry("target", 0.5)
                .containsEntry("z", 1.0)
                .containsEntry("eta", 0.03)
                .doesNotContainKey("y");
    }

    @Test
    void aParameterHeldAsAConstantStaysOneWhileTheFormulaChanges() {
        Map<String, Object> panel = typed("formula", Map.of("loss", "(x*y - c)^2/2"));
        panel.put("constants.c", 2.0);
        Map<String, Object> schema = ask("schema", panel);
        assertThat(in(schema, "constants")).containsExactly("constants.c");
        Map<String, Object> again = new LinkedHashMap<>(values(schema));
        again.put("model", "formula");
        again.put("loss", "(x*y*u - c)^2/2");
        assertThat(values(ask("schema", again)))
                .containsEntry("constants.c", 2.0)
                .containsEntry("u", 0.5);
    }

    /** What it answers is a panel like any other, the run that it gives is that of the file with the same contents. */
    @Test
    void whatIsAnsweredCanBeAskedAgainAndPlayed() {
        Map<String, Object> panel = values(ask("schema", typed("formula", Map.of("loss", "log(cosh(a*b)) + beta2^2"))));
        panel = new LinkedHashMap<>(panel);
        panel.put("model", "formula");
        assertThat(panel).containsKeys("a", "b", "start.beta2", "beta2");
        assertThat(values(ask("schema", panel))).containsAllEntriesOf(withoutModel(panel));
        @SuppressWarnings("unchecked")
        Map<String, Object> path = (Map<String, Object>) ask("play", panel).get("path");
        assertThat(path).containsKeys("step", "a", "b", "beta2");
    }

    private static Map<String, Object> withoutModel(Map<String, Object> panel) {
        Map<String, Object> rest = new LinkedHashMap<>(panel);
        rest.remove("model");
        return rest;
    }

    @Test
    void aNamedFormulaKeepsItsNameAndItsClaimsUntilItsLossIsAnother() {
        assertThat(ask("schema", typed("subquadratic", Map.of("eta", 3.0)))).containsEntry("name", "subquadratic");
        Map<String, Object> other = ask("schema", typed("subquadratic", Map.of("loss", "log(cosh(x)) + y^2/2")));
        assertThat(other).containsEntry("name", "formula");
        assertThat(in(other, "start")).containsExactly("x", "y");
    }

    /** The panel of every preset is answered as it is: nothing is lost by asking. */
    @Test
    void thePanelOfEveryLivePresetIsAnsweredAsItIs() {
        for (Preset preset : CATALOGUE.presets()) {
            Map<String, Object> panel = panel(preset.name());
            if (CATALOGUE.model(preset.model()).live()) {
                Map<String, Object> schema = ask("schema", panel);
                assertThat(schema).as(preset.name()).containsEntry("name", preset.model());
                assertThat(values(schema)).as(preset.name()).isEqualTo(withoutModel(panel));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x*/y^2      | at character 3
            log(cosh(x) | at character 12
            x^2 $ 3     | at character 5
            foo(x) + 1  | at character 1
            3.5         | has no parameters
            """)
    void whatIsWrongWithAFormulaIsSaidWithItsPlace(String loss, String said) {
        assertThatThrownBy(() -> ask("schema", typed("formula", Map.of("loss", loss))))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith("loss: ")
                .hasMessageContaining(said);
    }

    /** Gradient descent on x²/2 ends in its minimum, and at η above 2 the loss grows without end. */
    @Test
    void aRunSaysWhatItEndsInAndHowCurvedItsStepsWere() {
        Map<String, Object> bowl = typed("formula", Map.of("loss", "x^2/2", "eta", 0.5, "steps", 100, "x", 1.0));
        Map<String, Object> settled = values(ask("schema", bowl));
        assertThat(ended(settled)).containsEntry("kind", "minimum");
        assertThat(ended(with(settled, "eta", 2.5))).containsEntry("kind", "growing");
        assertThat(ended(with(settled, "eta", 2.0))).containsEntry("kind", "orbit");
        @SuppressWarnings("unchecked")
        Map<String, ThinnedColumn> columns = (Map<String, ThinnedColumn>)
                ask("play", with(settled, "eta", 0.5)).get("columns");
        assertThat(columns.get("directionalSmoothness").value()[0]).isEqualTo(1);
        assertThat(columns.get("relativeProgress").value()[0]).isEqualTo(-0.75);
    }

    private static Map<String, Object> with(Map<String, Object> values, String name, Object value) {
        Map<String, Object> panel = new LinkedHashMap<>(values);
        panel.put("model", "formula");
        panel.put(name, value);
        return panel;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> ended(Map<String, Object> values) {
        return (Map<String, Object>) ask("play", with(values, "steps", 100)).get("ending");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> part(Map<String, Object> tree, String name) {
        return (Map<String, Object>) tree.get(name);
    }

    /** x − η·x(x² − μ), the step of L = (x² − μ)²/4. */
    private static double step(double x, double eta, double mu) {
        return x - eta * x * (x * x - mu);
    }

    @Test
    void aWalkOnOneParameterIsItsFirstAndLastSteps() {
        Map<String, Object> walk = ask("walk", typed("chen-bruna", Map.of("eta", 1.3, "mu", 0.8, "steps", 500)));
        double x = 0.9;
        for (int i = 0; i <= 500; i++) {
            if (i <= 60) {
                assertThat(((double[]) walk.get("first"))[i]).isCloseTo(x, within(ROUNDING));
            }
            x = step(x, 1.3, 0.8);
        }
        for (String part : List.of("first", "last")) {
            double[] places = (double[]) walk.get(part);
            assertThat(places).hasSize(61);
            for (int i = 0; i + 1 < places.length; i++) {
                assertThat(places[i + 1]).isCloseTo(step(places[i], 1.3, 0.8), within(ROUNDING));
            }
        }
        assertThat((double[]) ask("walk", typed("chen-bruna", Map.of("eta", 3, "steps", 500)))
                        .get("last"))
                .isEmpty();
        assertThat(ask("walk", panel("canonical"))).isEmpty();
        assertThat(ask("walk", typed("chen-bruna", Map.of("optimizer", "adam"))))
                .isEmpty();
    }

    @Test
    void anOrbitIsSampledAtStepsInARow() {
        Map<String, Object> samples = part(ask("play", panel("chen-bruna-period4")), "samples");
        ThinnedColumn x = (ThinnedColumn) samples.get("x");
        long[] steps = x.step();
        Set<Long> places = new TreeSet<>();
        for (int i = steps.length - 8; i < steps.length; i++) {
            places.add(Math.round(x.value()[i] * 1e6));
            assertThat(x.value()[i])
                    .isCloseTo(step(x.value()[i - 1], 1.25, 1), within(steps[i] == steps[i - 1] + 1 ? ROUNDING : 1));
        }
        assertThat(places).hasSize(4);
        assertThat(ask("play", panel("subquadratic")).get("samples")).isNotNull();
        assertThat(ask("play", panel("canonical")).get("samples")).isNull();
    }

    @Test
    @SuppressWarnings("unchecked")
    void aRunIsAskedForByTheRolesOfItsColumns() {
        Map<String, Object> body = Map.of(
                "experiment", typed("canonical", Map.of("steps", 50L)), "roles", List.of("loss", "loss-term", "phase"));
        Map<String, Object> play =
                (Map<String, Object>) QUESTIONS.ask("play", body).apply(new Cancellation());
        assertThat(((Map<String, Object>) play.get("columns")).keySet())
                .containsExactly("alpha", "beta1", "beta2", "loss", "oscillatoryLoss", "convergenceLoss", "phase");
    }

    /** On αβ₂ = 1, β₁ = 0 the loss is 0, and on the edge λ₁α² is 2/η, whichever way the start lies. */
    @ParameterizedTest
    @CsvSource({"canonical, 0.7", "canonical, -0.7", "linear-nd, 0.7"})
    @SuppressWarnings("unchecked")
    void theLandmarksAreWhereTheySay(String preset, double alpha) {
        Map<String, Object> overlays =
                ask("overlays", typed(preset, Map.of("alpha", alpha, "eta", 3.2, "lambda1", 0.9)));
        List<Map<String, Object>> landmarks = (List<Map<String, Object>>) overlays.get("landmarks");
        assertThat(landmarks).extracting(l -> l.get("kind")).containsExactly("minima", "edge");
        Map<String, double[]> minima = (Map<String, double[]>) landmarks.get(0).get("at");
        Minimalist model = new Minimalist(0.9, 0.001);
        for (int i = 0; i < minima.get("alpha").length; i++) {
            double[] w = {minima.get("alpha")[i], minima.get("beta1")[i], minima.get("beta2")[i]};
            assertThat(model.value(w)).isLessThan(ROUNDING);
            assertThat(w[0] * alpha).isPositive();
        }
        Map<String, double[]> edge = (Map<String, double[]>) landmarks.get(1).get("at");
        assertThat(edge).containsOnlyKeys("alpha");
        assertThat(0.9 * Math.pow(edge.get("alpha")[0], 2)).isCloseTo(2 / 3.2, within(ROUNDING));
    }

    /** Adam's threshold is another's: it has no edge in this plane. */
    @Test
    @SuppressWarnings("unchecked")
    void aRuleThatPreconditionsHasNoEdgeInThePlane() {
        Map<String, Object> overlays = ask("overlays", typed("canonical", Map.of("optimizer", "adam", "eta", 0.01)));
        assertThat((List<Map<String, Object>>) overlays.get("landmarks"))
                .extracting(l -> l.get("kind"))
                .containsExactly("minima");
    }

    /** Quickly all is as it is otherwise but for what makes other runs, which is said to be computing. */
    @ParameterizedTest
    @CsvSource({"2.6", "3.2", "1.9"})
    @SuppressWarnings("unchecked")
    void quickClaimsAreTheSameButForThoseThatMakeRuns(double eta) {
        Map<String, Object> record = typed("canonical", Map.of("eta", eta));
        List<Map<String, Object>> whole =
                (List<Map<String, Object>>) ask("claims", record).get("claims");
        Map<String, Object> answer = (Map<String, Object>) QUESTIONS
                .ask("claims", Map.of("experiment", record, "quick", true))
                .apply(new Cancellation());
        List<Map<String, Object>> quick = (List<Map<String, Object>>) answer.get("claims");
        assertThat(quick)
                .extracting(c -> c.get("id"))
                .isEqualTo(whole.stream().map(c -> c.get("id")).toList());
        for (int i = 0; i < quick.size(); i++) {
            if (List.of("F5", "L5.4").contains(quick.get(i).get("id"))) {
                assertThat(quick.get(i)).containsEntry("verdict", "computing").containsEntry("margin", null);
            } else {
                assertThat(quick.get(i)).isEqualTo(whole.get(i));
            }
        }
    }

    /** The sharpness is 2e9: the flow to the run's end takes some 2e9 gradients, and somebody waits. */
    @Test
    @SuppressWarnings("unchecked")
    void aFlowThatTakesForEverEndsWhereItIsGivenUp() {
        Map<String, Object> stiff = Map.of(
                "model", "formula", "loss", "1e9*x^2 + y^2", "start", Map.of("x", 1, "y", 1), "eta", 0.01, "steps", 50);
        Map<String, Object> record =
                new LinkedHashMap<>(CATALOGUE.experiment(stiff).settings().flat());
        record.put("model", "formula");
        Map<String, double[]> flow =
                (Map<String, double[]>) ask("overlays", record).get("flow");
        assertThat(flow.get("y")[0]).isEqualTo(1);
        assertThat(flow.get("y")[1]).isNaN();
    }
}
