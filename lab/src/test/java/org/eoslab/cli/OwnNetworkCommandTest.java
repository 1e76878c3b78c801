package org.eoslab.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.eoslab.cli.option.ExitCode;
import org.eoslab.store.FolderStore;
import org.eoslab.store.StoredRun;
import org.eoslab.store.duckdb.DuckDb;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A network of layers on a table, from the file to the store. */
class OwnNetworkCommandTest {
    @TempDir
    private Path folder = Path.of("");

    @BeforeEach
    void table() throws IOException {
        StringBuilder text = new StringBuilder("name,a,b,y1,y2,kind,kind2\n");
        for (int i = 0; i < 80; i++) {
            double a = Math.sin(0.9 * i);
            double b = 100 + 20 * Math.cos(0.37 * i * i);
            text.append("row")
                    .append(i)
                    .append(',')
                    .append(a)
                    .append(',')
                    .append(b)
                    .append(',');
            text.append(a * a)
                    .append(',')
                    .append(b / 100 - a)
                    .append(',')
                    .append(a > 0 ? 2 : i % 2)
                    .append(',')
                    .append(a > 0.5 ? 2 : a > -0.3 ? 1 : 0)
                    .append('\n');
        }
        Files.writeString(folder.resolve("measurements.csv"), text);
    }

    private String file(String... lines) throws IOException {
        return Files.writeString(
                        folder.resolve("own.yaml"),
                        "model: network\n"
                                + (String.join("\n", lines).contains("data: ") ? "" : "data: measurements.csv\n")
                                + "eta: 0.05\nsteps: 40\n" + String.join("\n", lines) + "\n")
                .toString();
    }

    private JsonNode eos(String... arguments) throws IOException {
        ProgramRun result = ProgramRun.eos(arguments);
        assertThat(result.err()).isEmpty();
        return new ObjectMapper().readTree(result.out());
    }

    @Test
    void learnsColumnsOfATable() throws IOException, SQLException {
        String file = file(
                "layers: [linear 12, tanh, residual [linear 12, tanh], layer-norm, linear 2]",
                "features: [a, b]",
                "target: [y1, y2]",
                "test: 0.25");
        JsonNode run = eos("run", file, "--json", "--store", folder.toString());
        JsonNode states = run.get("states");
        JsonNode last = states.get(states.size() - 1);
        assertThat(last.get("loss").asDouble())
                .isLessThan(states.get(0).get("loss").asDouble());
        assertThat(last.get("testLoss").asDouble()).isPositive();
        assertThat(last.get("sharpness").asDouble()).isPositive();
        assertThat(run.get("files").toString()).contains("loss.png", "sharpness.png");
        StoredRun stored =
                FolderStore.open(folder, Clock.systemUTC()).find(run.get("id").asText());
        JsonNode again = eos("run", stored.folder().resolve("experiment.yaml").toString(), "--json", "--no-store");
        assertThat(again.get("states")).isEqualTo(states);
        // The same rows in Parquet are the same run.
        try (Connection connection = DuckDb.inMemory()) {
            DuckDb.execute(
                    connection,
                    "COPY (SELECT * FROM read_csv(" + DuckDb.literal(folder.resolve("measurements.csv")) + ")) TO "
                            + DuckDb.literal(folder.resolve("measurements.parquet")) + " (FORMAT parquet)");
        }
        JsonNode parquet =
                eos("run", file, "--json", "--no-store", "--set", "data=" + folder.resolve("measurements.parquet"));
        assertThat(parquet.get("states")).isEqualTo(states);
    }

    /** Lists of YAML on a line, over lines with comments, and in blocks. */
    @Test
    void layersAreWrittenAsAnyListOfYaml() throws IOException {
        String rest = "\nfeatures: [a, b]\ntarget: y1";
        JsonNode line = eos(
                "run",
                file("layers: [linear 6, residual [linear 6, tanh, residual [linear 6]], linear 1]" + rest),
                "--json",
                "--no-store");
        JsonNode lines = eos(
                "run",
                file(
                        "layers: [\n  linear 6,  # the first\n  residual [linear 6, tanh,\n    residual [linear 6]],\n  linear 1,\n]"
                                + rest),
                "--json",
                "--no-store");
        JsonNode block = eos(
                "run",
                file(
                        "layers:\n  - linear 6\n  - residual:\n    - linear 6\n    - tanh\n    - residual [linear 6]\n  - linear 1"
                                + rest),
                "--json",
                "--no-store");
        assertThat(line.get("settings").get("layers").asText())
                .isEqualTo("[linear 6, residual [linear 6, tanh, residual [linear 6]], linear 1]");
        assertThat(lines.get("settings")).isEqualTo(line.get("settings"));
        assertThat(block.get("settings")).isEqualTo(line.get("settings"));
        assertThat(lines.get("states")).isEqualTo(line.get("states"));
        assertThat(block.get("states")).isEqualTo(line.get("states"));
    }

    @Test
    void learnsLabelsToAnAccuracyAndSaysSo() throws IOException {
        String file = file(
                "layers: [linear 16, tanh, linear 3]",
                "features: [a, y1]",
                "target: kind2",
                "loss: cross-entropy",
                "until: trainAccuracy >= 0.9",
                "rows: 60");
        String[] run = {"run", file, "--no-store", "--set", "eta=1", "--set", "steps=3000"};
        ProgramRun text = ProgramRun.eos(run);
        assertThat(text.exitCode()).isEqualTo(ExitCode.OK);
        assertThat(text.out())
                .contains("with trainAccuracy >= 0.9")
                .contains("at its last reading: loss ", "train accuracy ");
        JsonNode json = eos("run", file, "--no-store", "--json", "--set", "eta=1", "--set", "steps=3000");
        JsonNode states = json.get("states");
        assertThat(states.get(states.size() - 1).get("trainAccuracy").asDouble())
                .isGreaterThanOrEqualTo(0.9);
        assertThat(json.get("until").get("step").asLong())
                .isEqualTo(json.get("steps").asLong());
    }

    /** The run of classes by name is that of their places in the order of the names, digit for digit. */
    @Test
    void learnsClassesByTheirNames() throws IOException {
        List<String> classes = List.of("setosa", "versicolor", "virginica");
        StringBuilder named = new StringBuilder("a,b,species\n");
        StringBuilder numbered = new StringBuilder("a,b,species\n");
        for (int i = 0; i < 60; i++) {
            int label = (7 * i + 2) % 3;
            String inputs = label + Math.sin(i) + "," + Math.cos(3 * i) + ",";
            named.append(inputs).append(classes.get(label)).append(" \n");
            numbered.append(inputs).append(label).append('\n');
        }
        Files.writeString(folder.resolve("named.csv"), named);
        Files.writeString(folder.resolve("numbered.csv"), numbered);
        Files.writeString(folder.resolve("test.csv"), "a,b,species\n2.1,0.3,virginica\n1.2,0.1,versicolor\n");
        Files.writeString(folder.resolve("test-numbered.csv"), "a,b,species\n2.1,0.3,2\n1.2,0.1,1\n");
        Files.writeString(folder.resolve("misspelt.csv"), "a,b,species\n2.1,0.3,virginica\n1.2,0.1,versicolour\n");
        String rest = "target: species\nloss: cross-entropy\nlayers: [linear 8, tanh, linear 3]";
        JsonNode names = eos("run", file("data: named.csv\ntestInputs: test.csv\n" + rest), "--json", "--no-store");
        JsonNode numbers =
                eos("run", file("data: numbered.csv\ntestInputs: test-numbered.csv\n" + rest), "--json", "--no-store");
        assertThat(names.get("states").get(0).has("testAccuracy")).isTrue();
        assertThat(names.get("states")).isEqualTo(numbers.get("states"));
        ProgramRun wrong =
                ProgramRun.eos("run", file("data: named.csv\ntestInputs: misspelt.csv\n" + rest), "--no-store");
        assertThat(wrong.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(wrong.err())
                .isEqualTo("eos: testInputs: " + folder.resolve("misspelt.csv")
                        + ": row 2 of column species is versicolour, a class that the training examples do not have;"
                        + " the nearest is versicolor" + System.lineSeparator());
        ProgramRun four =
                ProgramRun.eos("run", file("data: named.csv\n" + rest), "--no-store", "--set", "layers=[linear 4]");
        assertThat(four.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(four.err())
                .contains("layers: the network gives 4 numbers an example")
                .contains("names 3 classes, setosa, versicolor, virginica; end with linear 3");
    }

    @Test
    void goesOnAfterAnInterruptionAndFromAStep() throws IOException {
        String file = file("layers: [linear 8, tanh, linear 1]", "features: [a, b]", "target: y1", "test: 0.2");
        JsonNode whole = eos("run", file, "--json", "--store", folder.toString());
        JsonNode half = eos("run", file, "--steps", "20", "--json", "--store", folder.toString());
        JsonNode longer =
                eos("resume", half.get("id").asText(), "--steps", "40", "--json", "--store", folder.toString());
        assertThat(longer.get("states")).isEqualTo(whole.get("states"));
        JsonNode fork = eos(
                "fork",
                whole.get("id").asText(),
                "--at",
                "30",
                "--set",
                "eta=0.01",
                "--json",
                "--store",
                folder.toString());
        assertThat(fork.get("states").get(0).get("loss"))
                .isEqualTo(state(whole, 30).get("loss"));
    }

    /** The checksum is that of the bytes as they are in memory. */
    @Test
    void goesOnWithTheFilesThatItBeganWith() throws IOException, NoSuchAlgorithmException {
        Path table = folder.resolve("measurements.csv");
        String before = Files.readString(table);
        String file = file("layers: [linear 8, tanh, linear 1]", "features: [a, b]", "target: y1");
        String store = folder.resolve("store").toString();
        JsonNode run = eos("run", file, "--json", "--store", store);
        JsonNode inputs = run.get("inputs");
        assertThat(inputs).hasSize(1);
        assertThat(inputs.get("data").get("file").asText()).isEqualTo(table.toString());
        assertThat(inputs.get("data").get("sha256").asText())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(before.getBytes(UTF_8))));
        String id = run.get("id").asText();
        JsonNode longer = eos("resume", id, "--steps", "50", "--json", "--store", store);
        assertThat(longer.get("inputs")).isEqualTo(inputs);
        Files.writeString(table, before.replaceFirst("row7,", "row7,1"));
        for (String[] command : List.of(
                new String[] {"resume", id, "--steps", "60"},
                new String[] {"fork", id, "--at", "20", "--set", "eta=0.01"},
                new String[] {"sharpness", id, "--at", "20"})) {
            refused(command, store, " has changed since: its SHA-256 was ");
        }
        Files.delete(table);
        refused(new String[] {"fork", id, "--at", "20"}, store, ": there is no such file any more");
        Files.writeString(table, before);
        assertThat(eos("resume", id, "--steps", "50", "--json", "--store", store)
                        .get("states"))
                .isEqualTo(longer.get("states"));
    }

    private static void refused(String[] command, String store, String message) {
        String[] all = Arrays.copyOf(command, command.length + 2);
        all[command.length] = "--store";
        all[command.length + 1] = store;
        ProgramRun result = ProgramRun.eos(all);
        assertThat(result.exitCode()).isEqualTo(ExitCode.INPUT);
        assertThat(result.err().lines()).hasSize(1);
        assertThat(result.err()).contains(": data: ").contains(message);
    }

    /** Of files that are not given nothing is said. */
    @Test
    void saysNothingOfFilesThatAreNotGiven() throws IOException {
        String file = file("layers: [linear 1]", "features: [a, b]", "target: y1");
        assertThat(ProgramRun.eos("run", file, "--no-store").out())
                .contains("features = [a, b]")
                .doesNotContain("inputs =", "targets =", "testInputs =", "testTargets =");
        JsonNode settings = eos("run", file, "--no-store", "--json").get("settings");
        assertThat(settings.has("inputs")).isFalse();
        assertThat(settings.has("features")).isTrue();
    }

    private static JsonNode state(JsonNode run, int step) {
        for (JsonNode state : run.get("states")) {
            if (state.get("step").asInt() == step) {
                return state;
            }
        }
        throw new AssertionError("no step " + step);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "target: kindd; features: [a, b] | target: column kindd: unknown; the nearest is kind",
                "target: y1; features: [a, bb] | features: column bb: unknown; there are name, a, b, y1, y2, kind, kind2",
                "target: y1; features: [a, y1] | features: y1 is the target too; what is to be learned cannot be given",
                "target: y1; features: [a, a] | features: [a, a] is not allowed; it must be a list of names such as [x1, x2], or others for all that are not the target",
                "target: y1 | data: FOLDER/measurements.csv: row 1 of column name is row0; it must be a finite number, or features must name the columns to learn from",
                "target: y1; features: [a, name] | data: FOLDER/measurements.csv: row 1 of column name is row0; it must be a finite number",
                "features: [a, b] | missing: target (the columns of the table that are to be learned; there are name, a, b, y1, y2, kind, kind2)",
                "target: [y1, y2]; features: [a, b] | layers: the network gives 1 number an example and data: FOLDER/measurements.csv has 2 to learn; end with linear 2",
                "target: y1; features: a; data: nowhere.csv | data: nowhere.csv: there is no such file",
                "target: y1; features: a; data: empty.csv | data: FOLDER/empty.csv has no rows",
                "target: y1; features: a; data: bad.csv | data: FOLDER/bad.csv: row 2 of column a is oops; it must be a finite number",
                "target: y1; features: a; data: nan.csv | data: FOLDER/nan.csv: row 3 of column a is nan; it must be a finite number",
                "target: y1; features: a; data: gap.csv | data: FOLDER/gap.csv: row 1 of column y1 is empty; it must be a finite number; classes are whole numbers from 0, or names in every row of a single column",
                "target: name; features: a | layers: the network gives 1 number an example and the target of data: FOLDER/measurements.csv names 80 classes, row0, row1, row10, row11, row12 and 75 more; end with linear 80",
                "target: y1; features: a; data: own.yaml | data: FOLDER/own.yaml is not allowed; it must be a .csv, .tsv, .csv.gz, .parquet or .bin file; arrays are given by inputs and targets",
                "target: y1; features: a; layers: [linear 4, tanhh, linear 1] | layers: layer 2, tanhh: unknown; the nearest is tanh",
                "target: y1; features: a; layers: [linear 4, residual [linear 5], linear 1] | layers: layer 2 (residual [linear 5]) gets 4 numbers an example and its branch gives 5 numbers; they are added, so they must be the same",
                "target: kind; features: a; loss: cross-entropy; layers: [linear 2] | data: FOLDER/measurements.csv: row 2 has the label 2; it must be a whole number from 0 to 1, for the network has 2 outputs",
                "target: y2; features: a; loss: cross-entropy; layers: [linear 2] | has the label",
                "target: y1; features: a; until: losss < 1 | until: column losss: unknown; the nearest is loss",
                "target: y1; feature: a | key feature: unknown; the nearest is features",
            })
    void whatIsWrongIsOneLine(String keys, String message) throws IOException {
        Files.writeString(folder.resolve("empty.csv"), "a,y1\n");
        Files.writeString(folder.resolve("bad.csv"), "a,y1\n1,2\noops,3\n");
        Files.writeString(folder.resolve("nan.csv"), "a,y1\n1,2\n4,3\nnan,3\n");
        Files.writeString(folder.resolve("gap.csv"), "a,y1\n1,\n4,3\n");
        String text = keys.replace("; ", "\n") + "\n";
        for (Map.Entry<String, String> other : Map.of(
                        "data", "measurements.csv", "layers", "[linear 1]", "eta", "0.1", "steps", "2")
                .entrySet()) {
            text += text.contains(other.getKey() + ": ") ? "" : other.getKey() + ": " + other.getValue() + "\n";
        }
        Path file = Files.writeString(folder.resolve("own.yaml"), "model: network\n" + text);
        ProgramRun result = ProgramRun.eos("run", file.toString(), "--no-store");
        assertThat(result.err().lines()).hasSize(1);
        assertThat(result.err()).contains(message.replace("FOLDER", folder.toString()));
        assertThat(result.exitCode()).isEqualTo(ExitCode.INPUT);
    }
}
