package org.eoslab.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Run;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Wanted;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UntilTest {
    private static final Catalogue CATALOGUE = Catalogue.load();

    static List<String> presets() {
        return CATALOGUE.presets().stream()
                .filter(p -> CATALOGUE.model(p.model()).live())
                .map(p -> p.name())
                .toList();
    }

    private static Experiment preset(String name, Map<String, ?> changes) {
        return CATALOGUE.experiment(CATALOGUE.preset(name)).with(changes);
    }

    /** θ² with η = 0.25: θ halves at every step, L = 9/4ᵗ. */
    private static Experiment halving(String until) {
        return CATALOGUE.experiment(Map.of(
                "model",
                "formula",
                "loss",
                "theta^2",
                "start",
                Map.of("theta", 3),
                "eta",
                0.25,
                "steps",
                50,
                "until",
                until));
    }

    @ParameterizedTest
    @CsvSource({
        "loss < 0.05, 4", // 9/4³ = 0.14, 9/4⁴ = 0.035
        "loss <= 0.5625, 2",
        "loss < 0.5625, 3",
        "theta>=3, 0",
        "theta  <=  1.5e0, 1",
        "step > 7, 8",
        "loss < 0, -1",
    })
    void endsAtTheFirstStepThatMeetsIt(String until, long step) {
        Run run = Run.of(halving(until), Recording.ALL, List.of());
        assertThat(run.trajectory().outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(run.met()).isEqualTo(step < 0 ? OptionalLong.empty() : OptionalLong.of(step));
        assertThat(run.trajectory().end().step()).isEqualTo(step < 0 ? 50 : step);
        assertThat(run.trajectory().table().rows()).isEqualTo(step < 0 ? 51 : (int) step + 1);
    }

    @Test
    void itsLastStepIsKeptHoweverFewAre() {
        Run run = Run.of(halving("loss < 0.05"), new Recording.Every(10), List.of());
        assertThat(run.trajectory().table().steps()).containsExactly(0, 4);
        Run none = Run.of(halving("loss < 0.05"), new Recording.Steps(new long[] {1}), List.of());
        assertThat(none.trajectory().table().steps()).containsExactly(1);
        assertThat(none.met()).hasValue(4);
    }

    /** A column that every run records of its steps; θ → −θ turns the gradient round at once. */
    @Test
    void columnsOfStepsCanBeMet() {
        Run run = Run.of(halving("gradientCosine < 0").with(Map.of("eta", 0.75)), Recording.ALL, List.of());
        assertThat(run.met()).hasValue(0);
        assertThat(run.trajectory().table().names()).doesNotHaveDuplicates();
    }

    /** Where the curvature is read every 7 steps the condition is looked at there. */
    @Test
    void aColumnWithoutANumberDoesNotMeetIt() {
        Run run = Run.of(
                halving("sharpness > 0").with(Map.of("every", 7, "until", "products >= 0")), Recording.ALL, List.of());
        assertThat(run.met()).hasValue(0);
        Experiment growing = CATALOGUE.experiment(Map.of(
                "model",
                "formula",
                "loss",
                "x^4",
                "start",
                Map.of("x", 1),
                "eta",
                0.01,
                "steps",
                500,
                "every",
                7,
                "until",
                "sharpness < 6"));
        Run later = Run.of(growing, Recording.ALL, List.of());
        long step = later.met().orElseThrow();
        assertThat(step % 7).isZero();
        double[] sharpness = later.trajectory().table().column("sharpness");
        assertThat(IntStream.range(0, (int) step).filter(t -> sharpness[t] < 6)).isEmpty();
        assertThat(sharpness[(int) step]).isLessThan(6);
    }

    /** Of every model: the rows are those of the run without the condition, up to the step. */
    @ParameterizedTest
    @MethodSource("presets")
    void theStepsBeforeAreTheSame(String preset) {
        Table whole = Run.of(preset(preset, Map.of("steps", 20)), Recording.ALL, List.of())
                .trajectory()
                .table();
        // One of them diverges within a few steps.
        int step = Math.min(7, whole.rows() - 1);
        Run run = Run.of(preset(preset, Map.of("steps", 20, "until", "step >= " + step)), Recording.ALL, List.of());
        assertThat(run.met()).hasValue(step);
        Table table = run.trajectory().table();
        assertThat(table.rows()).isEqualTo(step + 1);
        for (String column : whole.names()) {
            for (int row = 0; row <= step; row++) {
                assertThat(table.get(column, row)).as(column).isEqualTo((Double) whole.get(column, row));
            }
        }
        assertThat(CATALOGUE.experiment(run.experiment().toMap()).until())
                .isEqualTo(run.experiment().until());
    }

    /** Also where a kernel, which knows no condition and no measure, makes the rows of sweeps. */
    @ParameterizedTest
    @MethodSource("presets")
    void aRowOfASweepIsTheRun(String preset) {
        for (Map<String, Object> changes : List.<Map<String, Object>>of(
                Map.of("steps", 20, "until", "step >= 7"),
                Map.of("steps", 20, "measures", "midpoint-sharpness", "measuresEvery", 5))) {
            Experiment experiment = preset(preset, changes);
            Table table =
                    Run.of(experiment, Recording.ALL, List.of()).trajectory().table();
            var row = preset(preset, Map.of("steps", 20))
                    .build()
                    .batch()
                    .of(new Wanted(List.of("step"), Double.NaN, false))
                    .run(List.of(experiment))
                    .get(0);
            int last = table.rows() - 1;
            for (String column : row.columns()) {
                int read = last;
                while (read > 0 && Double.isNaN(table.get(column, read))) {
                    read--;
                }
                assertThat(row.last(column)).as(column).isEqualTo(table.get(column, read));
            }
            assertThat(row.columns().contains("midpointSharpness")).isEqualTo(changes.containsKey("measures"));
        }
    }

    @Test
    void anUnknownColumnIsRefusedWithTheNearest() {
        assertThatThrownBy(() -> halving("lost < 1").build())
                .isInstanceOf(InputException.class)
                .hasMessage("until: column lost: unknown; the nearest is loss");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "loss",
                "loss = 3",
                "loss < ",
                "loss < x",
                "< 3",
                "loss << 3",
                "loss < NaN",
                "loss < 1 or step > 3",
                ""
            })
    void whatIsNoConditionIsRefused(String text) {
        assertThatThrownBy(() -> halving(text))
                .isInstanceOf(InputException.class)
                .hasMessage("until: " + text + " is not allowed; it must be " + Experiment.UNTIL.allowed());
    }

    @Test
    void everyModelHasIt() {
        CATALOGUE
                .models()
                .forEach(model -> assertThat(model.settings().stream().<String>map(Setting::name))
                        .as(model.name())
                        .contains("until", "weightDecay", "measures"));
    }
}
