package org.eoslab.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.eoslab.bench.trust.InstalledProgram;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands whose work Spark does, as they are typed: what they keep has the bytes that it has without Spark. */
class SparkCommandTest {
    private static final Path SPARK = Path.of("..", "spark");
    private static final String HERE = "local[2]";

    @TempDir
    private Path folder;

    @BeforeAll
    static void nameTheDriver() {
        assumeTrue(Files.exists(SPARK.resolve("target/class-path")), "skipped: the spark module is not built");
        System.setProperty("eos.spark", SPARK.toString());
    }

    @AfterAll
    static void forgetTheDriver() {
        System.clearProperty("eos.spark");
    }

    @Test
    void aNetworkRunsAndForksOnACluster() throws IOException {
        for (String store : List.of("here", "cluster")) {
            List<String> spark = store.equals("here") ? List.of() : List.of("--spark", HERE);
            must(store, spark, "run", "chebyshev-4", "--steps", "6", "--set", "every=2");
            String id = onlyRun(store);
            must(store, spark, "fork", id, "--at", "4", "--set", "eta=0.3", "--set", "steps=8");
        }
        assertThat(sums("cluster", "columns.parquet")).hasSize(2).isEqualTo(sums("here", "columns.parquet"));
    }

    @Test
    void aSweepRunsOnACluster() throws IOException {
        Path sweep = Files.writeString(folder.resolve("sweep.yaml"), """
                preset: canonical
                steps: 200
                sweep:
                  axes:
                    eta: {from: 1, to: 3, points: 7}
                """);
        for (String out : List.of("here", "cluster")) {
            List<String> spark = out.equals("here") ? List.of() : List.of("--spark", HERE);
            must(
                    "store",
                    spark,
                    "sweep",
                    sweep.toString(),
                    "--out",
                    folder.resolve(out).toString());
        }
        List<String> rows = sums("cluster", ".*\\.parquet");
        assertThat(rows).isNotEmpty().isEqualTo(sums("here", ".*\\.parquet"));
    }

    @Test
    void whatCannotBeSharedOutIsALine() {
        assertThat(run("store", List.of("--spark", HERE), "run", "canonical").err())
                .startsWith("eos: --spark: the loss of model minimalist is no sum over examples")
                .hasLineCount(1);
        InstalledProgram closed = run("store", List.of("--spark", "spark://127.0.0.1:1"), "run", "chebyshev-3");
        assertThat(closed.code()).isEqualTo(2);
        assertThat(closed.err()).contains("cannot be reached").hasLineCount(1);
    }

    private InstalledProgram run(String store, List<String> spark, String... command) {
        Stream<String> home = Stream.of("--store", folder.resolve(store).toString());
        Stream<String> all = command[0].equals("sweep") ? Stream.of() : home;
        return InstalledProgram.run(Stream.of(Stream.of(command), spark.stream(), all)
                .flatMap(s -> s)
                .toArray(String[]::new));
    }

    private void must(String store, List<String> spark, String... command) {
        InstalledProgram done = run(store, spark, command);
        assertThat(done.code()).as("%s: %s", List.of(command), done.err()).isIn(0, 1);
    }

    private String onlyRun(String store) throws IOException {
        try (Stream<Path> runs = Files.list(folder.resolve(store).resolve("runs"))) {
            return String.valueOf(runs.toList().get(0).getFileName());
        }
    }

    /** The checksums, as the store has written them down, of all files with such a name. */
    private List<String> sums(String below, String name) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(below))) {
            return files.filter(file -> file.endsWith("checksums.sha256"))
                    .flatMap(SparkCommandTest::lines)
                    .filter(line -> line.matches(".*[ /]" + name))
                    .sorted()
                    .toList();
        }
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
