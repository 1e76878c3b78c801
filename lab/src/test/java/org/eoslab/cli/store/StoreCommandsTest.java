package org.eoslab.cli.store;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eoslab.cli.ProgramRun;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Run;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.eoslab.store.FolderStore;
import org.eoslab.store.RunWriter;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreCommandsTest {
    @TempDir
    private Path folder;

    private Table table;
    private String first;
    private String second;

    @BeforeEach
    void twoRuns() {
        first = save(3.2);
        second = save(3.0);
    }

    private String save(double eta) {
        Catalogue catalogue = Catalogue.load();
        Experiment experiment =
                catalogue.experiment(catalogue.preset("canonical")).with(Map.of("steps", 40, "eta", eta));
        table = Run.of(experiment, Recording.ALL, List.of()).trajectory().table();
        FolderStore store = FolderStore.open(folder, Clock.systemUTC());
        try (RunWriter writer = store.begin("canonical", experiment)) {
            writer.rows(table);
            writer.finish(
                    Map.of("outcome", "completed", "seconds", 0.5, "claims", List.of(Map.of("verdict", "holds"))));
            return writer.id();
        }
    }

    private ProgramRun eos(String... arguments) {
        String[] all = Arrays.copyOf(arguments, arguments.length + 2);
        all[arguments.length] = "--store";
        all[arguments.length + 1] = folder.toString();
        return ProgramRun.eos(all);
    }

    @Test
    void listsShowsComparesAndRemoves() throws IOException {
        assertThat(eos("runs").out()).contains(first, second, "completed", "1 hold");
        JsonNode list = new ObjectMapper().readTree(eos("runs", "ls", "--json").out());
        assertThat(list).hasSize(2);
        assertThat(eos("runs", "show", first).out()).contains("lambda1", "holds", "columns.parquet");
        assertThat(new ObjectMapper()
                        .readTree(eos("runs", "show", first, "--json").out())
                        .at("/experiment/eta")
                        .asDouble())
                .isEqualTo(3.2);
        ProgramRun compared = eos("runs", "compare", first, second);
        assertThat(compared.out()).contains("eta", "3.2", "last sharpness").doesNotContain("lambda1");
        assertThat(eos("runs", "rm", first).exitCode()).isZero();
        ProgramRun gone = eos("runs", "show", first);
        assertThat(gone.exitCode()).isEqualTo(2);
        assertThat(gone.err()).contains("nearest is " + second).hasLineCount(1);
    }

    @Test
    void answersQueriesAsTableJsonAndCsv() throws IOException {
        String sql = "SELECT run, count(*) AS n FROM rows WHERE run = '" + first + "' GROUP BY run";
        assertThat(eos("query", sql).out()).contains("run", "n", first, "41");
        assertThat(eos("query", sql, "--csv").out().strip().lines()).containsExactly("run,n", first + ",41");
        assertThat(new ObjectMapper()
                        .readTree(eos("query", sql, "--json").out())
                        .at("/0/n")
                        .asInt())
                .isEqualTo(41);
        ProgramRun wrong = eos("query", "DROP TABLE runs");
        assertThat(wrong.exitCode()).isEqualTo(2);
        assertThat(wrong.err()).contains("must be one SELECT").hasLineCount(1);
    }

    @Test
    void exportsCsvThatReadsBackExactly() throws IOException {
        Path file = folder.resolve("out.csv");
        assertThat(eos("export", second, "--format", "csv", "--out", file.toString())
                        .exitCode())
                .isZero();
        List<String> lines = Files.readAllLines(file);
        assertThat(lines.get(0)).isEqualTo(String.join(",", table.names()));
        assertThat(lines).hasSize(42);
        String[] last = lines.get(41).split(",");
        for (int c = 0; c < last.length; c++) {
            assertThat(Double.parseDouble(last[c]))
                    .isEqualTo(table.get(table.names().get(c), 40));
        }
    }

    @Test
    void exportsAStructuredNumpyArray() throws IOException {
        Path file = folder.resolve("out.npy");
        assertThat(eos("export", second, "--format", "npy", "--out", file.toString())
                        .exitCode())
                .isZero();
        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        int header = bytes.getShort(8);
        assertThat((10 + header) % 64).isZero();
        String text = new String(bytes.array(), 10, header, StandardCharsets.US_ASCII);
        assertThat(text)
                .startsWith("{'descr': [('step', '<f8'), ('time', '<f8')")
                .contains("'shape': (41,)")
                .endsWith("\n");
        int columns = table.names().size();
        assertThat(bytes.capacity()).isEqualTo(10 + header + 8 * columns * 41);
        bytes.position(10 + header);
        for (int row = 0; row < 41; row++) {
            for (String name : table.names()) {
                assertThat(bytes.getDouble()).isEqualTo(table.get(name, row));
            }
        }
    }

    @Test
    void anExportThatCannotBeWrittenIsOneLine() {
        ProgramRun program = eos(
                "export",
                second,
                "--format",
                "parquet",
                "--out",
                folder.resolve("no/where").toString());
        assertThat(program.exitCode()).isEqualTo(2);
        assertThat(program.err()).contains("--out").hasLineCount(1);
    }
}
