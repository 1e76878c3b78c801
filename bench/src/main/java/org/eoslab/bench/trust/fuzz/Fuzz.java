package org.eoslab.bench.trust.fuzz;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.eoslab.experiment.Catalogue;
import org.eoslab.store.FolderStore;
import org.eoslab.store.file.DurableFiles;
import org.eoslab.web.Explorer;

/**
 * Inputs of every kind, most of them nearly right, one after another. An input is <em>bad</em> when it ends in an error of the program or a stack
 * trace, in more than a line, after more than ten seconds, or with a file that it should not have written.
 */
public final class Fuzz {
    /** No input may take longer. */
    private static final int SECONDS = 10;

    private Fuzz() {}

    /**
     * What came of it.
     *
     * @param text a table
     * @param bad a line for each input that was
     */
    public record Report(String text, List<String> bad) {}

    /** {@code Fuzz SEED COUNT [SECONDS]}: tries inputs until the time is up, prints what came of them, and ends with 1 if any was bad. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Files.createTempDirectory("trust-fuzz");
        try {
            long seconds = arguments.length > 2 ? Long.parseLong(arguments[2]) : Integer.MAX_VALUE;
            Report report = run(folder, Long.parseLong(arguments[0]), Integer.parseInt(arguments[1]), seconds);
            System.out.print(report.text());
            System.exit(report.bad().isEmpty() ? 0 : 1);
        } finally {
            DurableFiles.deleteTree(folder);
        }
    }

    /** Tries so many inputs, which the seed chooses, in a folder. */
    public static Report run(Path folder, long seed, int count, long seconds) throws IOException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        Random random = new Random(seed);
        Map<String, int[]> counts = new LinkedHashMap<>();
        List<String> bad = new ArrayList<>();
        ExecutorService worker = Executors.newCachedThreadPool(Fuzz::daemon);
        FolderStore store = FolderStore.open(folder.resolve("store"), Clock.systemUTC());
        try (Explorer explorer = Explorer.start("127.0.0.1", 0, Catalogue.load(), store)) {
            List<Kind> kinds = kinds(new Requests(URI.create(explorer.address())));
            for (int i = 0; i < count && System.nanoTime() < end; i++) {
                Kind kind = kinds.get(i % kinds.size());
                Path place = Files.createDirectories(folder.resolve("input"));
                long start = System.nanoTime();
                Kind.Attempt attempt = kind.next(place, random);
                List<Path> before = files(place);
                Kind.Outcome outcome = outcome(attempt, worker);
                String problem = outcome.problem();
                if (problem.isEmpty() && !files(place).equals(before)) {
                    problem = "left behind " + files(place);
                }
                int[] tally = counts.computeIfAbsent(kind.name(), k -> new int[4]);
                tally[0]++;
                tally[1] += outcome.accepted() ? 1 : 0;
                if (!problem.isEmpty()) {
                    tally[2]++;
                    bad.add(kind.name() + ": " + attempt.text() + ": " + problem + kept(place, folder, bad.size()));
                }
                DurableFiles.deleteTree(place);
                tally[3] += (int) ((System.nanoTime() - start) / 1000);
            }
        } finally {
            worker.shutdownNow();
        }
        return new Report(table(counts, bad, seed), bad);
    }

    private static List<Kind> kinds(Requests requests) throws IOException {
        List<Kind> kinds = new ArrayList<>(TextKinds.all());
        kinds.addAll(FileKinds.all());
        kinds.add(requests);
        return kinds.stream()
                .flatMap(kind -> Collections.nCopies(kind.share(), kind).stream())
                .toList();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "input");
        thread.setDaemon(true);
        return thread;
    }

    private static Kind.Outcome outcome(Kind.Attempt attempt, ExecutorService worker) {
        Future<Kind.Outcome> tried = worker.submit(() -> attempt.act().run());
        try {
            return tried.get(SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            tried.cancel(true);
            return new Kind.Outcome(false, "takes longer than " + SECONDS + " s");
        } catch (ExecutionException e) {
            return new Kind.Outcome(false, "escaped: " + e.getCause());
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.sorted().toList();
        }
    }

    /** Keeps the files of a bad input, for whoever mends what it found. */
    private static String kept(Path place, Path folder, int number) throws IOException {
        if (files(place).size() == 1) {
            return "";
        }
        Path kept = Path.of(System.getProperty("java.io.tmpdir"), "fuzz-" + folder.getFileName() + "-" + number);
        try (Stream<Path> files = Files.walk(place)) {
            for (Path file : files.toList()) {
                Path copy = kept.resolve(place.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        return " (kept in " + kept + ")";
    }

    private static String table(Map<String, int[]> counts, List<String> bad, long seed) {
        StringBuilder text = new StringBuilder();
        counts.forEach((kind, c) -> text.append(String.format(
                Locale.ROOT,
                "%-28s %8d inputs, %3.0f %% accepted, %d bad, %.1f ms each%n",
                kind,
                c[0],
                100.0 * c[1] / c[0],
                c[2],
                c[3] / 1000.0 / c[0])));
        int all = counts.values().stream().mapToInt(c -> c[0]).sum();
        text.append(String.format(Locale.ROOT, "%d inputs (seed %d), %d bad%n", all, seed, bad.size()));
        bad.forEach(line -> text.append(line).append(System.lineSeparator()));
        return text.toString();
    }
}
