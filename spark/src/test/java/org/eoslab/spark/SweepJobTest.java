package org.eoslab.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.eoslab.experiment.Catalogue;
import org.eoslab.sweep.RowBlock;
import org.eoslab.sweep.RowColumn;
import org.eoslab.sweep.Sweep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Oracle: the rows made without Spark. */
class SweepJobTest {
    private static final Map<String, Object> FILE = new HashMap<>(Map.of(
            "preset",
            "canonical",
            "steps",
            20_000,
            "sweep",
            new HashMap<>(Map.of(
                    "design",
                    "random",
                    "runs",
                    20_000,
                    "axes",
                    new HashMap<>(Map.of(
                            "eta", new HashMap<>(Map.of("from", 1, "to", 4)),
                            "clip",
                                    new HashMap<>(
                                            Map.of("values", new ArrayList<>(List.of("none", "floor 1.81"))))))))));

    @Test
    void rowsAreThoseMadeWithoutSpark(@TempDir Path folder) {
        Sweep sweep = Sweep.read(FILE, Catalogue.load());
        RowBlock expected = sweep.rows(0, sweep.runs());
        SparkSession spark = SparkSession.builder()
                .master("local[2]")
                .config("spark.ui.enabled", "false")
                .config("spark.driver.host", "127.0.0.1")
                .config("spark.driver.bindAddress", "127.0.0.1")
                .getOrCreate();
        try {
            String out = folder.resolve("rows").toString();
            SweepJob.write(spark, FILE, out);
            List<Row> rows = spark.read().parquet(out).orderBy("index").collectAsList();
            assertThat(sweep.partitions()).isGreaterThan(1);
            assertThat(rows).hasSize(expected.size());
            for (RowColumn column : expected.columns()) {
                assertThat(rows.stream()
                                .map(r -> (Object) r.getAs(column.name()))
                                .toList())
                        .as(column.name())
                        .isEqualTo(column.values());
            }
        } finally {
            spark.stop();
        }
    }

    /** A cluster manager takes an application that ends the process itself for a failed one; here it would end the tests. */
    @Test
    void returnsWhenItIsDone(@TempDir Path folder) throws IOException {
        Map<String, String> properties = Map.of(
                "spark.master",
                "local[1]",
                "spark.ui.enabled",
                "false",
                "spark.driver.host",
                "127.0.0.1",
                "spark.driver.bindAddress",
                "127.0.0.1");
        properties.forEach(System::setProperty);
        try {
            Path file = Files.writeString(
                    folder.resolve("sweep.yaml"),
                    "preset: canonical\nsteps: 10\nsweep: {axes: {eta: {from: 1, to: 4, points: 3}}}\n");
            Path out = folder.resolve("rows");
            SweepJob.main(new String[] {file.toString(), out.toString()});
            assertThat(out.resolve("_SUCCESS")).exists();
        } finally {
            properties.keySet().forEach(System::clearProperty);
        }
    }
}
