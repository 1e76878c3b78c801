package org.eoslab.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.eoslab.experiment.Catalogue;
import org.eoslab.sweep.RowBlock;
import org.eoslab.sweep.RowColumn;
import org.eoslab.sweep.Sweep;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sweep on two workers of which one is killed in the middle. Oracle: the rows made without Spark. */
class LostWorkerTest {
    private static final Map<String, Object> FILE = Map.of(
            "preset",
            "canonical",
            "steps",
            200_000,
            "sweep",
            Map.of("axes", Map.of("eta", Map.of("from", 2.6, "to", 4, "points", 12_000))));

    private static final String CLASS_PATH = "spark.executor.extraClassPath";

    /** Where the classes are still in folders: those are no jars to send, and the workers are on this machine. */
    @BeforeAll
    static void letExecutorsSeeTheClasses() {
        String folders = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> !path.endsWith(".jar"))
                .collect(Collectors.joining(File.pathSeparator));
        System.setProperty(CLASS_PATH, folders);
    }

    @AfterAll
    static void forget() {
        System.clearProperty(CLASS_PATH);
    }

    @Test
    void everyRowComesOnceThoughAWorkerIsKilled(@TempDir Path home) throws Exception {
        Sweep sweep = Sweep.read(FILE, Catalogue.load());
        List<Long> partitions = LongStream.range(0, sweep.partitions()).boxed().toList();
        assertThat(partitions).hasSizeGreaterThan(10);
        Map<Long, SweptPartition> arrived = new ConcurrentHashMap<>();
        try (StandaloneCluster standalone = new StandaloneCluster(home)) {
            standalone.addWorker();
            Process second = standalone.addWorker();
            try (Cluster cluster = new Cluster(standalone.master())) {
                cluster.make(new LinkedHashMap<>(FILE), partitions, made -> {
                    assertThat(arrived.put(made.first(), made))
                            .as("rows from " + made.first())
                            .isNull();
                    if (arrived.size() == partitions.size() / 3) {
                        StandaloneCluster.kill(second);
                    }
                });
            }
            assertThat(second.isAlive()).isFalse();
        }
        assertThat(arrived).hasSize(partitions.size());
        for (long partition : partitions) {
            RowBlock expected = sweep.partition(partition);
            SweptPartition made = arrived.get(expected.first());
            assertThat(made).as("partition " + partition).isNotNull();
            for (RowColumn column : expected.columns()) {
                assertThat(made.arrays().get(column.name())).as(column.name()).isEqualTo(column.array());
            }
        }
    }
}
