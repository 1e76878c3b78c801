package org.eoslab.torch.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.IntStream;
import org.eoslab.Shared;
import org.eoslab.dynamics.State;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.Run;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.eoslab.torch.data.IdxWriter;
import org.eoslab.torch.script.Resources;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The model {@code network} on arrays and images; what tables it reads is tried by the program, which has what reads them. */
class OwnNetworkTest {
    private static final int EXAMPLES = 90;

    @TempDir
    private Path folder = Path.of("");

    private static double wave(int i) {
        return 3 + 2 * Math.sin(0.7 * i);
    }

    @BeforeEach
    void write() throws IOException {
        IdxWriter.doubles(folder, "x-idx2", OwnNetworkTest::wave, EXAMPLES, 4);
        IdxWriter.doubles(folder, "y-idx2", i -> Math.cos(0.3 * i), EXAMPLES, 2);
        IdxWriter.bytes(folder, "labels-idx1-ubyte", i -> wave(4 * i) > 3 ? 2 : i % 2, EXAMPLES);
        IdxWriter.bytes(folder, "images-idx3-ubyte", i -> 17 * i % 256, EXAMPLES, 8, 8);
    }

    private Experiment experiment(String... keysAndValues) {
        Map<String, Object> file = new HashMap<>(Map.of(
                "model",
                "network",
                "layers",
                "[linear 8, tanh, layer-norm, linear 2]",
                "inputs",
                folder.resolve("x-idx2").toString(),
                "targets",
                folder.resolve("y-idx2").toString(),
                "eta",
                0.1,
                "steps",
                30,
                "dtype",
                "float64"));
        for (int i = 0; i < keysAndValues.length; i += 2) {
            String value = keysAndValues[i + 1];
            file.put(
                    keysAndValues[i],
                    value.contains("-idx") ? folder.resolve(value).toString() : value);
        }
        return Catalogue.load().experiment(file);
    }

    private static Table table(Experiment experiment) {
        return Run.of(experiment, Recording.ALL, List.of()).trajectory().table();
    }

    @Test
    void learnsNumbersFromItsRecord() {
        Experiment experiment = experiment();
        Table table = table(experiment);
        assertThat(table.get("loss", 30)).isLessThan(0.9 * table.get("loss", 0)).isPositive();
        assertThat(table.names()).doesNotContain("trainAccuracy", "testLoss");
        Table again = table(Catalogue.load().experiment(experiment.toMap()));
        table.names().forEach(name -> assertThat(again.column(name)).as(name).containsExactly(table.column(name)));
    }

    @Test
    void learnsLabelsAndIsTested() {
        Table table = table(experiment(
                "targets",
                "labels-idx1-ubyte",
                "loss",
                "cross-entropy",
                "layers",
                "[linear 16, tanh, linear 3]",
                "test",
                "0.2",
                "until",
                "trainAccuracy >= 0.8",
                "steps",
                "2000",
                "eta",
                "0.5"));
        int last = table.rows() - 1;
        assertThat(table.get("trainAccuracy", last)).isGreaterThanOrEqualTo(0.8);
        // 18 of 90 are held back.
        double right = 18 * table.get("testAccuracy", last);
        assertThat(right).isCloseTo(Math.rint(right), within(1e-9)).isBetween(1.0, 18.0);
        assertThat(table.get("testLoss", last)).isPositive();
        assertThat(72 * table.get("trainAccuracy", 0))
                .isCloseTo(Math.rint(72 * table.get("trainAccuracy", 0)), within(1e-9));
    }

    /** Labels with a squared loss stand for one-hot numbers. */
    @Test
    void labelsAreOneHotWithAnyLoss() {
        Table table =
                table(experiment("targets", "labels-idx1-ubyte", "layers", "[linear 3]", "eta", "0.2", "steps", "200"));
        assertThat(table.get("loss", 200)).isLessThan(0.35);
        assertThat(table.get("trainAccuracy", 200)).isGreaterThan(0.5);
    }

    @Test
    void learnsImages() {
        Table table = table(experiment(
                "inputs",
                "images-idx3-ubyte",
                "targets",
                "labels-idx1-ubyte",
                "loss",
                "cross-entropy",
                "layers",
                "[conv 4 3 same, tanh, max-pool, residual [conv 4 3 same, tanh], average-pool, flatten, linear 3]",
                "testInputs",
                "images-idx3-ubyte",
                "testTargets",
                "labels-idx1-ubyte"));
        assertThat(table.get("loss", 30)).isLessThan(table.get("loss", 0));
        // The test set is the training set.
        for (int t = 0; t <= 30; t += 10) {
            assertThat(table.get("testLoss", t)).isCloseTo(table.get("loss", t), within(1e-12));
            assertThat(table.get("testAccuracy", t)).isEqualTo(table.get("trainAccuracy", t));
        }
    }

    /** Of targets of any size the same run, which raw ones of that size would not be. */
    @Test
    void standardisedTargetsHaveNoUnits() throws IOException {
        IdxWriter.doubles(folder, "large-idx2", i -> 500 + 100 * Math.cos(0.3 * i), EXAMPLES, 2);
        Table small = table(experiment("standardise", "all", "test", "0.2"));
        Table large = table(experiment("standardise", "all", "test", "0.2", "targets", "large-idx2"));
        for (String column : List.of("loss", "testLoss", "sharpness")) {
            assertThat(large.get(column, 30)).isCloseTo(small.get(column, 30), within(1e-9));
        }
        assertThat(table(experiment("targets", "large-idx2", "eta", "1e-7")).get("loss", 0))
                .isGreaterThan(1000 * large.get("loss", 0));
        assertThatThrownBy(
                        () -> experiment("targets", "labels-idx1-ubyte", "layers", "[linear 3]", "standardise", "all")
                                .build())
                .hasMessage(
                        "standardise: all is not allowed with targets that are labels or probabilities; used standardises the inputs");
    }

    /** The network of {@code cifar-fc} on the same images is the same run, to the last bit. */
    @Test
    void isTheImageModelWrittenAsLayers() {
        Path batch = Shared.path("data").resolve("cifar-10-batches-bin").resolve("data_batch_1.bin");
        assumeThat(Files.exists(batch)).as("%s is there", batch).isTrue();
        Map<String, Object> settings = Map.of("eta", 0.05, "steps", 20, "every", 5, "standardise", "used", "seed", 3);
        Map<String, Object> image = new HashMap<>(settings);
        image.putAll(Map.of(
                "model", "cifar-fc", "data", Shared.path("data").toString(), "images", 120, "width", 16, "depth", 3));
        Map<String, Object> own = new HashMap<>(settings);
        own.putAll(Map.of(
                "model",
                "network",
                "data",
                batch.toString(),
                "rows",
                120,
                "layers",
                "[flatten, linear 16, tanh, linear 16, tanh, linear 10]"));
        Table expected = table(Catalogue.load().experiment(image));
        Table actual = table(Catalogue.load().experiment(own));
        assertThat(actual.names()).isEqualTo(expected.names());
        expected.names()
                .forEach(name -> assertThat(actual.column(name)).as(name).containsExactly(expected.column(name)));
    }

    @Test
    void learnsArraysOfNumPys() {
        Table table = table(experiment(
                "inputs",
                Resources.data("images"),
                "targets",
                Resources.data("imageLabels"),
                "loss",
                "cross-entropy",
                "layers",
                "[conv 2 3 same, tanh, flatten, linear 4]"));
        assertThat(table.get("loss", 30)).isLessThan(table.get("loss", 0));
        assertThat(table.get("trainAccuracy", 30)).isBetween(0.25, 1.0);
    }

    /** The start is PyTorch's: uniform on ±1/√fan_in, from the seed, whatever else is set. */
    @Test
    void startsByTheSeed() {
        double[] start = experiment("layers", "[linear 400, tanh, linear 2]")
                .build()
                .start()
                .parameters();
        assertThat(experiment("layers", "[linear 400, tanh, linear 2]", "seed", "1")
                        .build()
                        .start()
                        .parameters())
                .isNotEqualTo(start);
        assertThat(experiment("layers", "[linear 400, tanh, linear 2]", "eta", "3")
                        .build()
                        .start()
                        .parameters())
                .isEqualTo(start);
        double largest = IntStream.range(0, 2000)
                .mapToDouble(i -> Math.abs(start[i]))
                .max()
                .orElseThrow();
        assertThat(largest).isBetween(0.495, 0.5);
        double mean = IntStream.range(0, 2000)
                .mapToDouble(i -> start[i] * start[i])
                .average()
                .orElseThrow();
        assertThat(mean).isCloseTo(0.25 / 3, within(0.01));
        double second = IntStream.range(2000, start.length)
                .mapToDouble(i -> Math.abs(start[i]))
                .max()
                .orElseThrow();
        assertThat(second).isBetween(0.0485, 0.05);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gd", "adamw", "sgd"})
    void hasTheSameBitsHoweverManyThreads(String rule) throws Exception {
        Experiment experiment = experiment(
                "optimizer",
                rule,
                "weightDecay",
                "0.01",
                "eta",
                "0.01",
                "dtype",
                "float32",
                "layers",
                "[linear 64, tanh, group-norm 4, residual [linear 64, gelu], linear 2]",
                "test",
                "0.1");
        List<Table> tables = new ArrayList<>();
        for (int threads : new int[] {1, 2, 5}) {
            ForkJoinPool pool = new ForkJoinPool(threads);
            try {
                tables.add(pool.submit(() -> table(experiment)).get());
            } finally {
                pool.shutdown();
            }
        }
        for (Table table : tables) {
            table.names()
                    .forEach(name -> assertThat(table.column(name))
                            .as(name)
                            .containsExactly(tables.get(0).column(name)));
        }
    }

    @Test
    void goesOnFromAnyStepWithTheSameBits() {
        Problem problem = experiment("optimizer", "adam", "eta", "0.01", "test", "0.3", "every", "5")
                .build();
        List<double[]> rows = new ArrayList<>();
        List<State> states = new ArrayList<>();
        problem.simulation().run(problem.start().copy(), 30, List.of((state, row) -> {
            states.add(state.copy());
            return rows.add(row.clone());
        }));
        for (int from : new int[] {0, 7, 10}) {
            List<double[]> rest = new ArrayList<>();
            problem.simulation().run(states.get(from), 30, List.of((state, row) -> rest.add(row.clone())));
            for (int i = 0; i < rest.size(); i++) {
                assertThat(rest.get(i)).as("from %d, step %d", from, from + i).isEqualTo(rows.get(from + i));
            }
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "layers | [linear 3] | layers: the network gives 3 numbers an example and targets: FOLDER/y-idx2 has 2 to learn; end with linear 2",
                "layers | [linear 2, flatten] | ",
                "inputs | images-idx3-ubyte | layers: layer 1 (linear 8) gets 1 x 8 x 8 numbers an example and takes a row of numbers; put flatten before it",
                "inputs | nowhere-idx2 | inputs: FOLDER/nowhere-idx2: there is no such file",
                "inputs | x.txt | inputs: x.txt is not allowed; it must be a .npy file, an array of a .npz as in file.npz:x, or an IDX file such as train-images-idx3-ubyte",
                "inputs | none | missing: data (a table or images with labels), or inputs and targets (arrays)",
                "targets | none | missing: targets (the targets to those inputs: numbers of the output's shape, or labels)",
                "data | x.csv | inputs: FOLDER/x-idx2 is not allowed with data: x.csv; one of them has the examples",
                "target | y1 | target: y1 has no effect with data: none; it acts with data: a file",
                "features | [a, b] | features: [a, b] has no effect with data: none; it acts with data: a file",
                "testInputs | x-idx2 | missing: testTargets (the targets of the test set)",
                "testTargets | y-idx2 | missing: testInputs (a test set in the format of the examples)",
                "mode | eval | mode: eval has no effect; only batch-norm has modes, and there is none",
                "layers | [linear 4, batch-norm, linear 2] | layers: layer 2 (batch-norm) mixes the examples of a batch in training mode, so that the loss is no mean over examples; mode: eval uses it in evaluation mode, and layer-norm and group-norm mix none",
                "standardise | half | standardise: half is not allowed; it must be one of used, all, none",
                "rows | 91 | rows: 91 is not allowed; inputs: FOLDER/x-idx2 has 90",
                "test | 0.001 | test: 0.001 is not allowed; of 90 examples it leaves none for the test set",
                "test | 0.999 | test: 0.999 is not allowed; of 90 examples it leaves none for training",
                "test | 1 | test: 1 is not allowed; it must be at least 0 and below 1",
                "targets | labels-idx1-ubyte | targets: FOLDER/labels-idx1-ubyte: example 1 has the label 2; it must be a whole number from 0 to 1, for the network has 2 outputs",
                "targets | short-idx2 | targets: FOLDER/short-idx2 has 3 examples and inputs: FOLDER/x-idx2 has 90; there must be as many",
                "inputs | nan-idx2 | inputs: FOLDER/nan-idx2: example 2 has NaN; it must be a finite number",
                "inputs | cut-idx2 | inputs: FOLDER/cut-idx2 has 24 bytes where its axes [90, 4] ask for 2880",
                "inputs | text-idx2 | inputs: FOLDER/text-idx2 is not an IDX file: it begins with 6e6f2069",
                "loss | cross-entropy | targets: FOLDER/y-idx2: example 0 has targets that add up to 1.955336489125606; with loss: cross-entropy they are probabilities and must add up to 1",
                "loss | binary-cross-entropy | targets: FOLDER/y-idx2: example 3 has -0.2272020946930869 to learn; with loss: binary-cross-entropy it must be from 0 to 1",
                "layers | [linear 1] | layers: the network gives 1 number an example, and loss: cross-entropy needs one a class, at least 2; binary-cross-entropy takes 1",
            })
    void whatIsWrongIsOneLine(String key, String value, String message) throws IOException {
        IdxWriter.doubles(folder, "short-idx2", i -> i, 3, 2);
        IdxWriter.doubles(folder, "nan-idx2", i -> i == 9 ? Double.NaN : i, 90, 4);
        IdxWriter.doubles(folder, "cut-idx2", i -> i, 3);
        byte[] cut = Files.readAllBytes(IdxWriter.doubles(folder, "cut-idx2", OwnNetworkTest::wave, 90, 4));
        Files.write(folder.resolve("cut-idx2"), Arrays.copyOf(cut, 12 + 24));
        Files.writeString(folder.resolve("text-idx2"), "no idx");
        if (message == null) {
            assertThat(experiment(key, value).build().start().parameters()).hasSize(10);
            return;
        }
        String expected = message.replace("FOLDER", folder.toString());
        assertThatThrownBy(() -> (message.contains("cross-entropy needs")
                                ? experiment(key, value, "loss", "cross-entropy")
                                : experiment(key, value))
                        .build())
                .isInstanceOf(InputException.class)
                .hasMessage(expected);
    }
}
