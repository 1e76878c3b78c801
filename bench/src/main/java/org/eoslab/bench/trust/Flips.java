package org.eoslab.bench.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.eoslab.experiment.InputException;
import org.eoslab.job.sweep.StoredSweep;
import org.eoslab.store.FolderStore;
import org.eoslab.store.StoredRun;
import org.eoslab.store.SweepFiles;
import org.eoslab.store.file.DurableFiles;
import org.eoslab.store.file.LabelJournal;

/**
 * Single flipped bits in every kind of file of a store, one after another, each then read by what reads that kind. A flip is
 * <em>noticed</em> when the reader refuses or warns in one line that names the file, <em>harmless</em> when all that is read is as before,
 * <em>wrong</em> when something else is read and nothing is said, <em>escaped</em> when an error of the program, with exit code 4 or a stack
 * trace, comes of it.
 */
public final class Flips {
    private enum Result {
        NOTICED,
        HARMLESS,
        WRONG,
        ESCAPED
    }

    private final Sample sample;
    private final Map<String, List<Path>> kinds = new TreeMap<>();
    private final Map<String, Map<Result, Integer>> counts = new TreeMap<>();
    private final List<String> bad = new ArrayList<>();
    private int unverified;

    private Flips(Sample sample) throws IOException {
        this.sample = sample;
        try (Stream<Path> files = Files.walk(sample.folder())) {
            files.filter(Files::isRegularFile)
                    .filter(f -> !f.toString().endsWith("lock") && f.toFile().length() > 0)
                    .sorted()
                    .forEach(f -> kinds.computeIfAbsent(kind(f), k -> new ArrayList<>())
                            .add(f));
        }
    }

    /** {@code Flips SEED COUNT [SECONDS]}: flips, until the time is up, prints what came of them, and ends with 1 if any was wrong or escaped. */
    public static void main(String[] arguments) throws IOException {
        long seed = Long.parseLong(arguments[0]);
        int count = Integer.parseInt(arguments[1]);
        Path folder = Files.createTempDirectory("trust-flips");
        try {
            long seconds = arguments.length > 2 ? Long.parseLong(arguments[2]) : Integer.MAX_VALUE;
            Report report = run(folder, seed, count, seconds);
            System.out.print(report.text());
            System.exit(report.bad().isEmpty() ? 0 : 1);
        } finally {
            DurableFiles.deleteTree(folder);
        }
    }

    /**
     * What came of it.
     *
     * @param text a table
     * @param bad a line for each flip that was wrong, escaped, or passed by {@code runs verify}
     */
    record Report(String text, List<String> bad) {}

    /** Flips so many bits, which the seed chooses, of the files of a new store in a folder. */
    static Report run(Path folder, long seed, int count, long seconds) throws IOException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        Flips flips = new Flips(Sample.make(folder.resolve("store")));
        Random random = new Random(seed);
        List<String> kinds = List.copyOf(flips.kinds.keySet());
        Map<String, String> whole = new LinkedHashMap<>();
        int done = 0;
        while (done < count && System.nanoTime() < end) {
            done++;
            String kind = kinds.get(random.nextInt(kinds.size()));
            List<Path> files = flips.kinds.getOrDefault(kind, List.of());
            Path file = files.get(random.nextInt(files.size()));
            whole.computeIfAbsent(
                    flips.readerOf(kind, file), k -> flips.read(kind, file).text());
            flips.flip(kind, file, random, whole.getOrDefault(flips.readerOf(kind, file), ""));
        }
        return new Report(flips.table(done, seed), flips.bad);
    }

    private static String kind(Path file) {
        String name = String.valueOf(file.getFileName());
        String place = file.toString().contains("/unfinished/") ? "unfinished " : "";
        if (file.toString().contains("/sweeps/")) {
            place = "sweep ";
        }
        if (name.matches(".*\\.(svg|png|html|csv)")) {
            return place + "pictures";
        }
        return place + name.replaceFirst("-\\d+\\.", ".").replaceFirst("\\.wal$", "");
    }

    /** What a reader found: what it said, and whether that is an error or a warning, or of the program. */
    private record Read(String text, boolean said, boolean crashed) {
        static Read of(InstalledProgram done) {
            boolean trace = done.err().lines().anyMatch(l -> l.startsWith("\tat "));
            return new Read(done.code() + done.out() + done.err(), !done.err().isEmpty(), trace || done.code() == 4);
        }
    }

    private String runOf(Path file) {
        return String.valueOf(file.resolveSibling("").getFileName());
    }

    private String readerOf(String kind, Path file) {
        return kind + " " + file;
    }

    private Read read(String kind, Path file) {
        String store = sample.folder().toString();
        if (kind.equals("columns.parquet") || kind.equals("unfinished part.parquet")) {
            Path out = sample.folder().resolveSibling("out.npy");
            InstalledProgram done = InstalledProgram.run(
                    "export", runOf(file), "--format", "npy", "--out", out.toString(), "--store", store);
            try {
                return Read.of(new InstalledProgram(
                        done.code(),
                        done.code() == 0 ? Arrays.hashCode(Files.readAllBytes(out)) + "" : "",
                        done.err()));
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }
        if (kind.endsWith("checkpoint.state")) {
            return call(() -> {
                StoredRun run =
                        FolderStore.open(sample.folder(), Clock.systemUTC()).find(runOf(file));
                return run.checkpoints().stream()
                        .map(run::checkpoint)
                        .map(c -> Arrays.toString(c.state().parameters())
                                + Arrays.toString(c.state().memory())
                                + c.state().step()
                                + Arrays.toString(c.timeline()))
                        .toList();
            });
        }
        if (kind.startsWith("sweep ")) {
            SweepFiles sweep = new SweepFiles(sample.folder().resolve("sweeps").resolve(sweepOf(file)));
            if (kind.endsWith(".labels")) {
                return call(() -> LabelJournal.read(sweep.labels()));
            }
            if (kind.endsWith("part.parquet")) {
                return Read.of(InstalledProgram.run(
                        "query", "SELECT hash(list(s ORDER BY \"index\")) FROM sweeps s", "--csv", "--store", store));
            }
            if (kind.endsWith("sweep.yaml")) {
                return call(() -> StoredSweep.at(sweep).yaml());
            }
            return Read.of(InstalledProgram.run("runs", "sweeps", "--json", "--store", store));
        }
        if (kind.endsWith("experiment.yaml") || kind.equals("run.json") || kind.endsWith("checksums.sha256")) {
            return Read.of(InstalledProgram.run("runs", "show", runOf(file), "--json", "--store", store));
        }
        if (kind.endsWith("pictures")) {
            return call(() -> {
                StoredRun run =
                        FolderStore.open(sample.folder(), Clock.systemUTC()).find(runOf(file));
                return Arrays.hashCode(run.bytes(String.valueOf(file.getFileName())));
            });
        }
        return Read.of(InstalledProgram.run("runs", "ls", "--json", "--store", store));
    }

    private static Read call(Supplier<?> reader) {
        try {
            return new Read(String.valueOf(reader.get()), false, false);
        } catch (InputException e) {
            return new Read(String.valueOf(e.getMessage()), true, false);
        } catch (RuntimeException | Error e) {
            return new Read(String.valueOf(e), true, true);
        }
    }

    private String sweepOf(Path file) {
        return sample.folder().resolve("sweeps").relativize(file).getName(0).toString();
    }

    private void flip(String kind, Path file, Random random, String expected) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        FileTime modified = Files.getLastModifiedTime(file); // the start of a sweep
        int at = random.nextInt(bytes.length);
        int bit = random.nextInt(8);
        byte[] flipped = bytes.clone();
        flipped[at] ^= (byte) (1 << bit);
        Files.write(file, flipped);
        Files.setLastModifiedTime(file, modified);
        Read read = read(kind, file);
        boolean named = read.text().contains(String.valueOf(file.getFileName()));
        Result result;
        if (read.crashed()) {
            result = Result.ESCAPED;
        } else if (read.said()) {
            result = named || kind.equals("version") || kind.endsWith("checksums.sha256")
                    ? Result.NOTICED
                    : Result.WRONG;
        } else if (kind.startsWith("sweep ")
                && (named || kind.endsWith("checksums.sha256"))
                && read.text().contains("\"error\" : ")) {
            result = Result.NOTICED; // the list of sweeps says so of the sweep itself
        } else {
            result = read.text().equals(expected) ? Result.HARMLESS : Result.WRONG;
        }
        counts.computeIfAbsent(kind, k -> new TreeMap<>()).merge(result, 1, Integer::sum);
        String which = String.format(
                Locale.ROOT, "%s, bit %d of byte %d of %d: ", sample.folder().relativize(file), bit, at, bytes.length);
        if (result == Result.WRONG || result == Result.ESCAPED) {
            bad.add(which + result + ": " + read.text().lines().findFirst().orElse(""));
        }
        verify(kind, file, which, at == bytes.length - 1);
        Files.write(file, bytes);
        Files.setLastModifiedTime(file, modified);
    }

    /** {@code runs verify} finds every flip in a file that has a checksum. */
    private void verify(String kind, Path file, String which, boolean last) {
        if (kind.equals("catalogue.duckdb") || kind.equals("version") || kind.endsWith("checksums.sha256") && last) {
            unverified++;
            return;
        }
        InstalledProgram verify = kind.startsWith("sweep ")
                ? InstalledProgram.run(
                        "runs", "verify", "--store", sample.folder().toString())
                : InstalledProgram.run(
                        "runs",
                        "verify",
                        runOf(file),
                        "--store",
                        sample.folder().toString());
        if (verify.code() != 1) {
            bad.add(which + "runs verify: exit " + verify.code() + ": " + verify.err());
        }
    }

    private String table(int count, long seed) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%,d flipped bits, seed %d%n", count, seed));
        text.append(String.format(
                Locale.ROOT, "%-32s %8s %9s %6s %8s%n", "kind of file", "noticed", "harmless", "wrong", "escaped"));
        Map<Result, Integer> all = new TreeMap<>();
        counts.forEach((kind, results) -> {
            text.append(row(kind, results));
            results.forEach((result, n) -> all.merge(result, n, Integer::sum));
        });
        text.append(row("all", all));
        text.append(String.format(Locale.ROOT, "runs verify was asked %,d times%n", count - unverified));
        bad.forEach(line -> text.append(line).append(System.lineSeparator()));
        return text.toString();
    }

    private static String row(String name, Map<Result, Integer> results) {
        return String.format(
                Locale.ROOT,
                "%-32s %8d %9d %6d %8d%n",
                name,
                results.getOrDefault(Result.NOTICED, 0),
                results.getOrDefault(Result.HARMLESS, 0),
                results.getOrDefault(Result.WRONG, 0),
                results.getOrDefault(Result.ESCAPED, 0));
    }
}
