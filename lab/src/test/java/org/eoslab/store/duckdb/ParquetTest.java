package org.eoslab.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParquetTest {
    /** A whole row group of DuckDB, and a rest. */
    private static final int ROWS = 122_880 + 20_000;

    @TempDir
    private Path folder;

    @Test
    void theBytesOfAWholeRunDoNotDependOnItsParts() throws IOException {
        byte[] whole = merged("whole", ROWS);
        assertThat(Arrays.mismatch(merged("as-they-come", 8192), whole)).isNegative();
        for (int seed = 0; seed < 2; seed++) {
            int most = 30_000;
            byte[] resumed =
                    merged("resumed-" + seed, new Random(seed).ints(40, 1, most).toArray());
            assertThat(Arrays.mismatch(resumed, whole)).as("seed %d", seed).isNegative();
        }
    }

    @Test
    void everyRowOfEveryPartComesOnceAndInOrder() throws IOException {
        Path file = folder.resolve("merged.parquet");
        Parquet.merge(parts("ragged", new Random(7).ints(60, 1, 9000).toArray()), file);
        Table read = Parquet.read(List.of(file));
        Table made = table(0, ROWS);
        assertThat(read.names()).isEqualTo(made.names());
        for (String name : made.names()) {
            assertThat(read.column(name)).containsExactly(made.column(name));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"what?", "all*", "[ab]", "a[", "quote's"})
    void aPathWithSignsOfPatternsIsThatOneFile(String name) throws IOException {
        Path file = Files.createDirectory(folder.resolve(name)).resolve(name + ".parquet");
        for (String other : List.of("whatX", "allX", "a", "b", "aX")) {
            Path beside = Files.createDirectory(folder.resolve(other));
            Parquet.write(table(0, 7), beside.resolve(other + ".parquet"));
        }
        Parquet.write(table(0, 3), file);
        assertThat(Parquet.read(List.of(file)).column("step")).containsExactly(0, 1, 2);
        Path merged = folder.resolve(name + "-merged");
        Parquet.merge(List.of(file, file), merged);
        assertThat(Parquet.read(List.of(merged)).rows()).isEqualTo(6);
    }

    private byte[] merged(String name, int... lengths) throws IOException {
        Path file = folder.resolve(name + ".parquet");
        Parquet.merge(parts(name, lengths), file);
        return Files.readAllBytes(file);
    }

    /** Parts of these lengths, again and again. */
    private List<Path> parts(String name, int... lengths) throws IOException {
        List<Path> parts = new ArrayList<>();
        for (int row = 0; row < ROWS; ) {
            int end = Math.min(ROWS, row + lengths[parts.size() % lengths.length]);
            Path part = folder.resolve(name + "-" + row + ".part");
            Parquet.write(table(row, end), part);
            parts.add(part);
            row = end;
        }
        return parts;
    }

    private static Table table(int from, int to) {
        Table table = new Table(List.of("step", "loss", "phase"), Recording.ALL, 0);
        IntStream.range(from, to).forEach(i -> table.add(new double[] {i, Math.sin(i), i / 1000 % 7}));
        return table;
    }
}
