package org.eoslab.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Run;
import org.eoslab.experiment.setting.StepSizeSetting;
import org.eoslab.model.minimalist.MinimalistModel;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Oracle: the same settings as single runs. */
class SweepTest {
    private final Catalogue catalogue = Catalogue.load();

    private static Map<String, Object> file(Map<String, ?> section) {
        Map<String, Object> file = new LinkedHashMap<>(Map.of("preset", "canonical", "steps", 1000));
        file.put("sweep", section);
        return file;
    }

    private static Map<String, Object> wide(String design) {
        Map<String, Object> section = new LinkedHashMap<>();
        section.put("design", design);
        section.put("seed", 7);
        section.put(
                "axes",
                Map.of(
                        "eta", Map.of("from", 0.5, "to", 5, "points", 12),
                        "ratio", Map.of("from", 1e-4, "to", 0.5, "points", 12, "scale", "log"),
                        "clip", Map.of("values", List.of("none", "floor 1.81", "step 0.01", "norm 0.05"))));
        section.put("derived", Map.of("lambda2", "ratio * lambda1", "etaSharpness", "eta * finalSharpness"));
        section.put("columns", List.of("loss", "sharpness", "alpha", "beta1Exponent"));
        section.put("certificate-step", true);
        if (!design.equals("grid")) {
            section.put("runs", 576);
        }
        return section;
    }

    @Test
    void everyColumnIsASettingADerivedOneOrHasWords() {
        Map<String, Object> section = wide("grid");
        section.put("target-loss", 1e-6);
        Sweep sweep = Sweep.read(file(section), catalogue);
        Map<String, String> words = sweep.words();
        List<String> own = Stream.of(
                        sweep.axes().stream().map(Axis::name).toList(),
                        sweep.derivedSettings().keySet(),
                        sweep.derivedColumns().keySet())
                .flatMap(Collection::stream)
                .toList();
        assertThat(sweep.columns()).extracting(RowColumn::name).allMatch(c -> own.contains(c) != words.containsKey(c));
        assertThat(words)
                .containsEntry("finalSharpness", "sharpness S, at the last step")
                .containsEntry("stepsToLoss", "steps to the target loss")
                .doesNotContainKey("finalTrace");
    }

    @Test
    void aPlaceOfTheAxesIsTheExperimentOfTheRowThere() {
        Sweep sweep = Sweep.read(file(wide("random")), catalogue);
        RowBlock rows = sweep.rows(0, 20);
        for (int i = 0; i < rows.size(); i++) {
            int row = i;
            Object[] place = sweep.axes().stream()
                    .map(axis -> rows.column(axis.name()).values().get(row))
                    .toArray();
            assertThat(sweep.experimentAt(place))
                    .isEqualTo(sweep.experiments(row, row + 1).get(0));
        }
    }

    /** 200 rows of every design, each beside the single run of its settings. */
    @ParameterizedTest
    @ValueSource(strings = {"grid", "random", "sobol"})
    void rowsHaveTheBitsOfSingleRuns(String design) {
        Sweep sweep = Sweep.read(file(wide(design)), catalogue);
        RowBlock rows = sweep.rows(0, sweep.runs());
        Random random = new Random(3);
        for (int i = 0; i < 200 / 3; i++) {
            int index = random.nextInt(rows.size());
            Experiment experiment = sweep.experiments(index, index + 1).get(0);
            Run run = Run.of(experiment, Recording.ALL, List.of());
            Table table = run.trajectory().table();
            int last = table.rows() - 1;
            assertThat(value(rows, "lambda2", index))
                    .isEqualTo(experiment.settings().get(MinimalistModel.LAMBDA2));
            assertThat(value(rows, "outcome", index))
                    .isEqualTo(run.trajectory().outcome().label());
            assertThat(value(rows, "steps", index))
                    .isEqualTo(run.trajectory().end().step());
            assertThat(value(rows, "firstCrossing", index))
                    .isEqualTo(run.trajectory().timeline().firstCrossing());
            assertThat(value(rows, "cycles", index))
                    .isEqualTo((long) run.trajectory().timeline().cycles().size());
            assertThat(value(rows, "finalLoss", index)).isEqualTo(table.get("loss", last));
            assertThat(value(rows, "finalSharpness", index)).isEqualTo(table.get("sharpness", last));
            assertThat(value(rows, "finalAlpha", index)).isEqualTo(table.get("alpha", last));
            assertThat(value(rows, "finalBeta1Exponent", index)).isEqualTo(table.get("beta1Exponent", last));
            assertThat(value(rows, "etaSharpness", index))
                    .isEqualTo(experiment.settings().get(StepSizeSetting.ETA) * table.get("sharpness", last));
            assertThat(value(rows, "certificateStep", index))
                    .isEqualTo(run.certificate().map(c -> c.step()).orElse(-1L));
        }
        assertThat(new HashSet<>(rows.column("regime").values())).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"grid", "random", "sobol"})
    void rowsDependOnTheirIndexAlone(String design) {
        Sweep sweep = Sweep.read(file(wide(design)), catalogue);
        RowBlock all = sweep.rows(0, 60);
        List<Long> shuffled = new ArrayList<>(LongStream.range(0, 60).boxed().toList());
        java.util.Collections.shuffle(shuffled, new Random(1));
        for (long index : shuffled) {
            RowBlock one = sweep.rows(index, index + 1);
            for (RowColumn column : all.columns()) {
                assertThat(one.column(column.name()).values().get(0))
                        .isEqualTo(column.values().get((int) index));
            }
        }
    }

    @Test
    void partitionsCoverEveryRowOnce() {
        Sweep sweep = Sweep.read(
                file(Map.of("axes", Map.of("eta", Map.of("from", 1, "to", 4, "points", 50)), "target-loss", 1e-4)),
                catalogue);
        assertThat(sweep.partitionRows()).isEqualTo(200);
        List<Object> indices = new ArrayList<>();
        for (long p = 0; p < sweep.partitions(); p++) {
            indices.addAll(sweep.partition(p).column("index").values());
        }
        assertThat(indices).isEqualTo(LongStream.range(0, 50).boxed().toList());
    }

    @Test
    void stepsToLossIsTheFirstStepAtOrBelowIt() {
        Sweep sweep = Sweep.read(
                file(Map.of("axes", Map.of("eta", Map.of("from", 1, "to", 3, "points", 5)), "target-loss", 1e-4)),
                catalogue);
        RowBlock rows = sweep.rows(0, 5);
        for (int i = 0; i < 5; i++) {
            double[] loss = Run.of(sweep.experiments(i, i + 1).get(0), Recording.ALL, List.of())
                    .trajectory()
                    .table()
                    .column("loss");
            long first = LongStream.range(0, loss.length)
                    .filter(t -> loss[(int) t] <= 1e-4)
                    .findFirst()
                    .orElse(-1);
            assertThat(value(rows, "stepsToLoss", i)).isEqualTo(first);
        }
    }

    static Stream<Arguments> badSweeps() {
        return Stream.of(
                bad(
                        Map.of("from", 4, "to", 1, "points", 5),
                        "eta: from 4.0 to 1.0 is not allowed; to must be above from"),
                bad(Map.of("from", 1, "to", 2, "points", 5, "scale", "lag"), "eta: scale: lag is not allowed"),
                bad(
                        Map.of("from", -1, "to", 2, "points", 5, "scale", "log"),
                        "eta: from: -1.0 is not allowed on a log scale"),
                bad(Map.of("from", -1, "to", 2, "points", 5), "eta: -1 is not allowed; it must be > 0 and finite"),
                bad(Map.of("from", 1, "to", 2), "missing: sweep: axes: eta: points"),
                bad(
                        Map.of("from", 1, "to", 2, "point", 5),
                        "sweep: axes: eta: key point: unknown; the nearest is points"),
                bad(
                        Map.of("from", 1, "to", 2, "points", 900_000_000),
                        "900,000,000 runs are above its budget of 10,000,000"),
                Arguments.of(
                        Map.of("axes", Map.of("etta", Map.of("values", List.of(1)))),
                        "etta: unknown; the nearest is eta"));
    }

    private static Arguments bad(Map<String, Object> axis, String message) {
        return Arguments.of(Map.of("axes", Map.of("eta", axis)), message);
    }

    @ParameterizedTest
    @MethodSource("badSweeps")
    void refusesBadSweepsInOneLine(Map<String, Object> section, String message) {
        assertThatThrownBy(() -> Sweep.read(file(section), catalogue))
                .isInstanceOf(InputException.class)
                .hasMessageContaining(message)
                .hasMessageNotContaining("\n");
    }

    private static Object value(RowBlock rows, String column, int index) {
        return rows.column(column).values().get(index);
    }
}
