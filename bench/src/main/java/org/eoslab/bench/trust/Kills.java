package org.eoslab.bench.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eoslab.store.FolderStore;
import org.eoslab.store.RunSummary;
import org.eoslab.store.StoredRun;
import org.eoslab.store.SweepFiles;
import org.eoslab.store.file.DurableFiles;

/**
 * Kills (SIGKILL) of the program at random moments of everything that writes. After each one the store must be listed and verified
 * without a word, what was in it must be there with the same bytes, and what was being made must be whole, or go on to the bytes that it has when
 * nobody kills it, from a checkpoint at most {@value #MOST_LOST} seconds old, or, in its first seconds, not be there at all.
 */
public final class Kills {
    /** Ten seconds, and what a loaded machine needs to write a checkpoint down. */
    private static final int MOST_LOST = 13;

    /** Seconds until a command has begun its work, on a loaded machine. */
    private static final int LONGEST_START = 7;

    /** What is killed. */
    enum Work {
        RUN("run", "canonical", "--steps", "5000000", "--record", "every:10000"),
        NET_RUN("run", "chebyshev-3", "--steps", "200", "--set", "width=350"),
        RESUME("resume", "UNFINISHED"),
        FORK("fork", "RUN", "--at", "500", "--set", "eta=3.15", "--set", "steps=20000"),
        RM("runs", "rm", "RUN"),
        SWEEP("sweep", "SWEEP"),
        BORDER("sweep", "BORDER"),
        TWO_AT_ONCE("run", "chebyshev-3", "--steps", "200", "--set", "width=350");

        private final String[] command;

        Work(String... command) {
            this.command = command;
        }

        /** Whose result it makes. */
        Work same() {
            return this == TWO_AT_ONCE ? NET_RUN : this;
        }

        boolean sweeps() {
            return this == SWEEP || this == BORDER;
        }
    }

    private final Path folder;
    private final Sample sample;
    private final Path template;
    private final Path store;
    private final Map<Work, String> expected = new EnumMap<>(Work.class);
    private final Map<Work, Long> millis = new EnumMap<>(Work.class);
    private final Map<Work, int[]> counts = new EnumMap<>(Work.class);
    private final List<String> bad = new ArrayList<>();
    private final Path temporary;

    private Kills(Path folder) throws IOException {
        this.folder = folder;
        this.template = folder.resolve("template");
        this.store = folder.resolve("store");
        this.temporary = Files.createDirectory(folder.resolve("tmp"));
        this.sample = Sample.make(template);
        Files.writeString(folder.resolve("made.yaml"), Sample.SWEEP.replace("2000", "8000"));
        Files.writeString(folder.resolve("traced.yaml"), Sample.BORDER.replace("500", "4000"));
    }

    /** {@code Kills SEED COUNT [SECONDS]}: kills so often, or until the time is up, and ends with 1 if anything was lost. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        long seed = Long.parseLong(arguments[0]);
        int count = Integer.parseInt(arguments[1]);
        long seconds = arguments.length > 2 ? Long.parseLong(arguments[2]) : Integer.MAX_VALUE;
        Path folder = Files.createTempDirectory("trust-kills");
        try {
            Report report = run(folder, seed, List.of(Work.values()), count, seconds);
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
     * @param bad a line for each thing that was lost or changed
     */
    record Report(String text, List<String> bad) {}

    /** Kills these so often, in turns, at moments that the seed chooses. */
    static Report run(Path folder, long seed, List<Work> works, int count, long seconds)
            throws IOException, InterruptedException {
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        Kills kills = new Kills(folder);
        for (Work work : works) {
            kills.counts.put(work, new int[4]);
            if (!kills.millis.containsKey(work.same())) {
                kills.measure(work.same());
            }
        }
        Random random = new Random(seed);
        int done = 0;
        while (done < count && System.nanoTime() < end) {
            kills.kill(works.get(done % works.size()), random, done);
            done++;
        }
        return new Report(kills.table(done, seed), kills.bad);
    }

    private String[] command(Work work) {
        Stream<String> words = Arrays.stream(work.command).map(word -> switch (word) {
            case "UNFINISHED" -> sample.unfinished();
            case "RUN" -> sample.run();
            case "SWEEP" -> folder.resolve("made.yaml").toString();
            case "BORDER" -> folder.resolve("traced.yaml").toString();
            default -> word;
        });
        Stream<String> where = work.sweeps()
                ? Stream.of("--out", sweep().folder().toString())
                : Stream.of("--store", store.toString());
        return Stream.concat(words, where).toArray(String[]::new);
    }

    private SweepFiles sweep() {
        return new SweepFiles(SweepFiles.of(store).resolve("made"));
    }

    /** What it makes when nobody kills it, and how long it takes. */
    private void measure(Work work) throws IOException, InterruptedException {
        fresh();
        long start = System.nanoTime();
        Process process = InstalledProgram.start(folder.resolve("log"), temporary, command(work));
        if (process.waitFor() > 1) {
            throw new IllegalStateException(work + ": " + Files.readString(folder.resolve("log")));
        }
        millis.put(work, (System.nanoTime() - start) / 1_000_000);
        expected.put(
                work,
                work.sweeps()
                        ? sweepText()
                        : made(work).stream().map(this::text).findFirst().orElse(""));
    }

    private void fresh() throws IOException {
        if (Files.exists(store)) {
            DurableFiles.deleteTree(store);
        }
        try (Stream<Path> all = Files.walk(template)) {
            for (Path from : (Iterable<Path>) all::iterator) {
                Files.copy(from, store.resolve(template.relativize(from).toString()));
            }
        }
    }

    private FolderStore opened() {
        return FolderStore.open(store, Clock.systemUTC());
    }

    /** The runs that were not there before, or the one that was unfinished when that is resumed. */
    private List<StoredRun> made(Work work) {
        List<String> before = List.of(sample.run(), sample.network(), sample.fork());
        return opened().runs().stream()
                .filter(r -> !before.contains(r.id()))
                .filter(r -> work == Work.RESUME || !r.id().equals(sample.unfinished()))
                .toList();
    }

    /** The rows of a run, bit for bit, and its document without what differs between any two runs. */
    private String text(StoredRun run) {
        Path out = folder.resolve("rows.npy");
        InstalledProgram.must(
                "export", run.id(), "--format", "npy", "--out", out.toString(), "--store", store.toString());
        try {
            return Arrays.hashCode(Files.readAllBytes(out))
                    + run.document().toString().replaceAll("\"(id|seconds)\":(\"[^\"]*\"|[^,}]*),?", "");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private String sweepText() throws IOException {
        SweepFiles sweep = sweep();
        StringBuilder text = new StringBuilder();
        for (Path file : DurableFiles.list(sweep.rows())) {
            if (file.toString().endsWith(".parquet")) {
                text.append(file.getFileName()).append(Arrays.hashCode(Files.readAllBytes(file)));
            }
        }
        for (String name : List.of("border.parquet", "border.labels")) {
            Path file = sweep.folder().resolve(name);
            text.append(Files.exists(file) ? Arrays.hashCode(Files.readAllBytes(file)) : 0);
        }
        return text.toString();
    }

    private void kill(Work work, Random random, int number) throws IOException, InterruptedException {
        fresh();
        long least =
                millis.getOrDefault(Work.RM, 0L) / 2; // of which the most is the start of Java, which writes nothing
        long most = millis.getOrDefault(work.same(), 0L) * 21 / 20;
        long wait = random.nextLong(least, Math.max(least + 1, most));
        List<Process> processes = new ArrayList<>();
        for (int i = 0; i < (work == Work.TWO_AT_ONCE ? 2 : 1); i++) {
            processes.add(InstalledProgram.start(folder.resolve("log" + i), temporary, command(work)));
        }
        if (number / Work.values().length % 2 == 1) {
            wait = awaitFirst(work, processes.get(0)) ? random.nextLong(Math.max(1, most / 3)) : 0;
        }
        boolean over = processes.get(0).waitFor(wait, TimeUnit.MILLISECONDS);
        for (Process process : processes) {
            process.destroyForcibly().waitFor();
        }
        long now = System.currentTimeMillis();
        int[] count = counts.computeIfAbsent(work, w -> new int[4]);
        count[over ? 0 : 1]++;
        String which = String.format(Locale.ROOT, "kill %d, of %s after %d ms: ", number, work, wait);
        try {
            checkStore(which);
            if (work.sweeps()) {
                if (Files.exists(sweep().record())) {
                    InstalledProgram.must(Stream.concat(Arrays.stream(command(work)), Stream.of("--resume"))
                            .toArray(String[]::new));
                    count[3]++;
                    if (!sweepText().equals(expected.get(work))) {
                        bad.add(which + "the sweep's rows are not those of one that nobody kills");
                    }
                }
            } else {
                List<StoredRun> made = made(work);
                if (made.isEmpty() && work != Work.RM && wait > 1000L * (MOST_LOST + LONGEST_START)) {
                    bad.add(which + "nothing of it is there");
                }
                for (StoredRun run : made) {
                    check(work, run, now, which, count);
                }
            }
            checkStore(which);
        } catch (RuntimeException e) {
            bad.add(which + e);
        }
    }

    /** Every other kill is counted from when the work has begun to leave something, however long that took; whether it has. */
    private boolean awaitFirst(Work work, Process process) throws IOException, InterruptedException {
        while (process.isAlive()) {
            if (work == Work.RM || work == Work.RESUME || leavesSomething(work)) {
                return true;
            }
            process.waitFor(10, TimeUnit.MILLISECONDS);
        }
        return false;
    }

    private boolean leavesSomething(Work work) throws IOException {
        if (work.sweeps()) {
            return Files.exists(sweep().record());
        }
        for (Path run : DurableFiles.list(store.resolve("unfinished"))) {
            if (!run.endsWith(sample.unfinished())
                    && Files.isDirectory(run)
                    && DurableFiles.list(run).stream()
                            .anyMatch(f -> f.toString().endsWith(".state"))) {
                return true;
            }
        }
        return false;
    }

    private void check(Work work, StoredRun run, long now, String which, int[] count) throws IOException {
        if (run.status() == RunSummary.Status.RESUMABLE) {
            List<Long> steps = run.checkpoints();
            // At the last step only the pictures are still to be drawn.
            if (work != Work.RESUME && steps.get(steps.size() - 1) < run.steps()) {
                long newest = 0;
                for (Path file : run.files()) {
                    if (file.toString().endsWith(".state")) {
                        newest =
                                Math.max(newest, Files.getLastModifiedTime(file).toMillis());
                    }
                }
                if (now - newest > 1000L * MOST_LOST) {
                    bad.add(which + "the newest checkpoint is " + (now - newest) / 1000 + " s old");
                }
            }
            InstalledProgram resumed = InstalledProgram.run("resume", run.id(), "--store", store.toString());
            if (resumed.code() > 1) {
                bad.add(which + "resume: exit " + resumed.code() + ": " + resumed.err());
                return;
            }
            count[2]++;
        }
        if (!text(opened().find(run.id())).equals(expected.get(work.same()))) {
            bad.add(which + "run " + run.id() + " is not the one that nobody kills");
        }
    }

    /** Listed and verified without a word; what was there before has its bytes; nothing is left of the killed. */
    private void checkStore(String which) throws IOException {
        for (String command : new String[] {"ls", "verify"}) {
            InstalledProgram done = InstalledProgram.run("runs", command, "--store", store.toString());
            if (done.code() != 0 || !done.err().isEmpty()) {
                bad.add(which + "runs " + command + ": exit " + done.code() + ": " + done.err() + done.out());
            }
        }
        for (String id : List.of(sample.run(), sample.network(), sample.fork())) {
            Path run = store.resolve("runs").resolve(id);
            boolean removed = which.contains(" of RM ") && id.equals(sample.run()) && !Files.exists(run);
            if (!removed && !same(template.resolve("runs").resolve(id), run)) {
                bad.add(which + "run " + id + " is not as it was");
            }
        }
        if (!DurableFiles.list(store.resolve("trash")).isEmpty()) {
            bad.add(which + "trash is left");
        }
        if (!DurableFiles.list(temporary).isEmpty()) {
            bad.add(which + "left in the temporary folder: " + DurableFiles.list(temporary));
        }
    }

    private static boolean same(Path one, Path two) throws IOException {
        if (!Files.exists(two)) {
            return false;
        }
        for (Path file : DurableFiles.list(one)) {
            Path other = two.resolve(file.getFileName());
            if (!Files.exists(other) || Files.mismatch(file, other) >= 0) {
                return false;
            }
        }
        return true;
    }

    private String table(int done, long seed) {
        StringBuilder text = new StringBuilder(String.format(Locale.ROOT, "%,d kills, seed %d%n", done, seed));
        text.append(String.format(
                Locale.ROOT, "%-14s %9s %8s %8s %8s%n", "work", "takes, s", "killed", "too late", "went on"));
        counts.forEach((work, c) -> text.append(String.format(
                Locale.ROOT,
                "%-14s %9.1f %8d %8d %8d%n",
                work.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                millis.getOrDefault(work.same(), 0L) / 1000.0,
                c[1],
                c[0],
                c[2] + c[3])));
        text.append(bad.isEmpty() ? "nothing lost or changed" : bad.size() + " things lost or changed")
                .append(System.lineSeparator());
        bad.forEach(line -> text.append(line).append(System.lineSeparator()));
        return text.toString();
    }
}
