package org.eoslab.torch.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Run;
import org.eoslab.experiment.optimizer.OptimizerSetting;
import org.eoslab.run.Column;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code measures: opposing} of networks. */
class OpposingTest {
    private static final long STEPS = 12;

    private static Run run(Map<String, Object> changes) {
        Catalogue catalogue = Catalogue.load();
        Map<String, Object> all = new HashMap<>(
                Map.of("width", 8, "steps", STEPS, "dtype", "float64", "every", 10, "readings", "none", "eta", 0.05));
        all.putAll(changes);
        Experiment experiment =
                catalogue.experiment(catalogue.preset("chebyshev-3")).with(all);
        return Run.of(experiment, Recording.ALL, List.of());
    }

    static List<String> rules() {
        return OptimizerSetting.names();
    }

    /** Every column of a run is the same with the measure and without. */
    @ParameterizedTest
    @MethodSource("rules")
    void lookingChangesNoBitOfTheRun(String rule) {
        Map<String, Object> changes = new HashMap<>(Map.of("optimizer", rule));
        if (rule.equals("sgd")) {
            changes.put("batch", 5);
        }
        Run plain = run(changes);
        changes.putAll(Map.of("measures", "opposing", "measuresEvery", 3));
        Run seen = run(changes);
        assertThat(seen.trajectory().end().parameters())
                .containsExactly(plain.trajectory().end().parameters());
        Table table = plain.trajectory().table();
        for (Column column : table.columns()) {
            assertThat(seen.trajectory().table().column(column.name()))
                    .as(column.name())
                    .containsExactly(table.column(column.name()));
        }
        double[] antiphase = seen.trajectory().table().column("opposingAntiphase");
        for (int t = 0; t <= STEPS; t += 3) {
            assertThat(antiphase[t]).isIn(0.0, 1.0);
        }
    }

    /** What a reading says of the step after it is what the run then does. */
    @Test
    void theNextStepIsTheOneThatTheRunTakes() {
        Table table = run(Map.of("measures", "opposing", "measuresEvery", 1))
                .trajectory()
                .table();
        List<String> of = List.of("1", "2", "3", "4", "5");
        for (int t = 0; t < STEPS; t++) {
            int now = t;
            for (String there : List.of("risen", "fallen")) {
                String here = there.equals("risen") ? "nextRisen" : "nextFallen";
                assertThat(of.stream()
                                .mapToDouble(i -> table.get(here + i, now))
                                .toArray())
                        .containsExactly(of.stream()
                                .mapToDouble(i -> table.get(there + i, now + 1))
                                .toArray());
                assertThat(of.stream()
                                .mapToDouble(i -> table.get(here + "Change" + i, now))
                                .toArray())
                        .containsExactly(of.stream()
                                .mapToDouble(i -> table.get(there + "Change" + i, now + 1))
                                .toArray());
            }
        }
    }

    /** Of twenty examples five are in a group; those that rise do so by more than the whole loss does. */
    @Test
    void theGroupsAreOnEitherSideOfTheWholeLoss() {
        Table table = run(Map.of("measures", "opposing", "measuresEvery", 1))
                .trajectory()
                .table();
        assertThat(table.has("risen5")).isTrue();
        assertThat(table.has("risen6")).isFalse();
        double[] loss = table.column("loss");
        double[] rise = table.column("opposingRise");
        double[] fall = table.column("opposingFall");
        for (int t = 0; t < STEPS; t++) {
            double change = loss[t + 1] - loss[t];
            assertThat(rise[t]).isGreaterThanOrEqualTo(change);
            assertThat(fall[t]).isLessThanOrEqualTo(change);
        }
        assertThat(Arrays.stream(table.column("opposingGradientCosine")).allMatch(c -> Math.abs(c) <= 1 + 1e-12))
                .isTrue();
    }

    /** Random pixels in the official format stand for images. */
    @Test
    void oneImageHasNoOpposite(@TempDir Path folder) throws IOException {
        byte[] images = new byte[40 * 3073];
        new Random(5).nextBytes(images);
        for (int i = 0; i < 40; i++) {
            images[i * 3073] = (byte) (i % 10);
        }
        Path set = Files.createDirectories(folder.resolve("cifar-10-batches-bin"));
        Files.write(set.resolve("data_batch_1.bin"), images);
        Map<String, Object> settings = Map.of("measures", "opposing", "data", folder.toString(), "steps", 2);
        assertThat(cifar(settings, 40).trajectory().table().get("risen10", 0)).isBetween(0.0, 39.0);
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> cifar(settings, 1))
                .withMessage("measures: opposing is not allowed; it compares examples, and the data have 1");
    }

    private static Run cifar(Map<String, Object> settings, int images) {
        Catalogue catalogue = Catalogue.load();
        Experiment experiment = catalogue
                .experiment(catalogue.preset("cifar-fc-1000"))
                .with(Map.of("images", images, "width", 8))
                .with(settings);
        return Run.of(experiment, Recording.ALL, List.of());
    }
}
