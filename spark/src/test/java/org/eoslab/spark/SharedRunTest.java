package org.eoslab.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eoslab.Shared;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Run;
import org.eoslab.run.Observer;
import org.eoslab.run.Outcome;
import org.eoslab.run.Recording;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs of networks whose examples are on two workers. Oracle: the run without Spark, to the last bit. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SharedRunTest {
    private static final String CLASS_PATH = "spark.executor.extraClassPath";

    private static final Map<String, Object> CHEBYSHEV =
            Map.of("model", "chebyshev", "eta", 0.2, "steps", 40, "every", 10, "eigenvalues", 3, "tolerance", 1e-6);

    @TempDir
    static Path home;

    private static StandaloneCluster standalone;
    private static Process second;
    private static ExampleCluster cluster;
    private static ClusterPlace place;

    /** The classes are still in folders: those are no jars to send, and the workers are on this machine. */
    @BeforeAll
    static void start() throws IOException {
        String folders = Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(path -> !path.endsWith(".jar"))
                .collect(Collectors.joining(File.pathSeparator));
        System.setProperty(CLASS_PATH, folders);
        standalone = new StandaloneCluster(home);
        standalone.addWorker();
        second = standalone.addWorker();
        cluster = new ExampleCluster(standalone.master());
        place = new ClusterPlace(cluster);
    }

    @AfterAll
    static void stop() throws IOException {
        System.clearProperty(CLASS_PATH);
        cluster.close();
        standalone.close();
    }

    static Stream<Map<String, Object>> experiments() throws IOException {
        Map<String, Object> stochastic = new HashMap<>(ownNetwork());
        stochastic.putAll(Map.of("optimizer", "sgd", "batch", 70, "steps", 12, "every", 6));
        return Stream.of(CHEBYSHEV, ownNetwork(), stochastic);
    }

    @ParameterizedTest
    @MethodSource("experiments")
    @Order(1)
    void theBitsAreThoseOfTheRunWithoutSpark(Map<String, Object> contents) {
        isSame(run(place.experiment(contents), List.of()), contents);
    }

    @Test
    @Order(1)
    void soTheyAreForImages() {
        String data = Shared.path("data").toAbsolutePath().normalize().toString();
        Map<String, Object> images = new HashMap<>(
                Map.of("model", "cifar-fc", "images", 1_000, "standardise", "used", "eta", 0.05, "every", 50));
        images.putAll(Map.of("steps", 100, "data", data));
        isSame(run(place.experiment(images), List.of()), images);
    }

    /** From the state that a run without Spark has come to, by {@code eos resume} or {@code eos fork}. */
    @Test
    @Order(1)
    void soTheyAreFromAnyStepOn() throws IOException {
        Map<String, Object> contents = ownNetwork();
        Run.InProgress before = Run.InProgress.begin(Catalogue.load().experiment(contents), Recording.ALL);
        assertThat(before.problem().simulation().run(before.state(), 7, List.of(before.table(), before.timeline())))
                .isEqualTo(Outcome.COMPLETED);
        Run.InProgress after = Run.InProgress.begin(place.experiment(contents), Recording.ALL);
        Run whole = run(Catalogue.load().experiment(contents), List.of());
        Run resumed = after.at(before.state()).finish(List.of());
        assertThat(resumed.trajectory().end().parameters())
                .isEqualTo(whole.trajectory().end().parameters());
    }

    /** What a worker finds in the same place is another file. */
    @Test
    @Order(1)
    void otherExamplesAreRefused() throws IOException {
        Run.InProgress begun = Run.InProgress.begin(place.experiment(ownNetwork()), Recording.ALL);
        writeExamples(4);
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> begun.finish(List.of()))
                .withMessageContaining("the examples are others than where the run was started")
                .withMessageContaining("at 127.0.0.1");
    }

    /** After the others, since there is one worker less afterwards. */
    @Test
    @Order(2)
    void soTheyAreWhenAWorkerIsKilled() throws IOException {
        isSameThoughKilled(second, ownNetwork());
    }

    /** Each executor adds up some of the parameters, as of sums of very many numbers. */
    @Test
    @Order(3)
    void soTheyAreWhenTheExecutorsAddUp() throws IOException {
        cluster.close();
        Process another = standalone.addWorker();
        cluster = new ExampleCluster(standalone.master(), 0);
        place = new ClusterPlace(cluster);
        // A single chunk is not added up.
        List<Map<String, Object>> chunked = experiments().skip(1).toList();
        chunked.forEach(contents -> isSame(run(place.experiment(contents), List.of()), contents));
        isSameThoughKilled(another, chunked.get(0));
    }

    /** The worker is killed in the middle of a step, any of them. */
    private static void isSameThoughKilled(Process worker, Map<String, Object> contents) {
        long moment = new SplittableRandom().nextLong(1, 20);
        Observer killer = (state, row) -> {
            if (state.step() == moment) {
                new Thread(() -> StandaloneCluster.kill(worker)).start();
            }
            return true;
        };
        Run run = run(place.experiment(contents), List.of(killer));
        assertThat(worker.isAlive()).isFalse();
        isSame(run, contents);
    }

    private static Run run(Experiment experiment, List<Observer> observers) {
        return Run.of(experiment, Recording.ALL, observers);
    }

    private static void isSame(Run run, Map<String, Object> contents) {
        Run expected = run(Catalogue.load().experiment(contents), List.of());
        assertThat(run.trajectory().end().parameters())
                .isEqualTo(expected.trajectory().end().parameters());
        assertThat(run.trajectory().table().names())
                .isEqualTo(expected.trajectory().table().names());
        for (String name : expected.trajectory().table().names()) {
            assertThat(run.trajectory().table().column(name))
                    .as(name)
                    .isEqualTo(expected.trajectory().table().column(name));
        }
    }

    /** Two chunks of training examples, and some to test. */
    private static Map<String, Object> ownNetwork() throws IOException {
        writeExamples(3);
        Map<String, Object> contents =
                new HashMap<>(Map.of("model", "network", "layers", "[linear 9, tanh, linear 3]"));
        contents.putAll(Map.of("inputs", home.resolve("x.npy").toString()));
        contents.putAll(Map.of("targets", home.resolve("y.npy").toString()));
        contents.putAll(Map.of("loss", "cross-entropy", "test", 0.3, "eta", 0.3, "steps", 24, "every", 8));
        return contents;
    }

    private static void writeExamples(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        writeArray("x.npy", "(200, 2)", random.doubles(400).toArray());
        writeArray("y.npy", "(200,)", random.ints(200, 0, 3).asDoubleStream().toArray());
    }

    /** NumPy's format, version 1.0. */
    private static void writeArray(String name, String shape, double[] numbers) throws IOException {
        String header = "{'descr': '<f8', 'fortran_order': False, 'shape': " + shape + ", }";
        byte[] padded = (header + " ".repeat(117 - header.length()) + "\n").getBytes(StandardCharsets.US_ASCII);
        ByteBuffer file = ByteBuffer.allocate(10 + padded.length + Double.BYTES * numbers.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
                .putShort((short) padded.length)
                .put(padded);
        file.asDoubleBuffer().put(numbers);
        Files.write(home.resolve(name), file.array());
    }
}
