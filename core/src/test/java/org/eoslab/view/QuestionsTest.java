package org.eoslab.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Preset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a page is told while a formula is typed, and of a run. */
class QuestionsTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
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
}
