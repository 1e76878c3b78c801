package org.eoslab.cli.tool;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.eoslab.cli.option.ExitCode;
import org.eoslab.cli.option.Interruption;
import org.eoslab.cli.text.ConsoleBar;
import org.eoslab.cli.text.JsonDocument;
import org.eoslab.cli.text.TextTable;
import org.eoslab.experiment.InputException;
import org.eoslab.job.sweep.LocalSweep;
import org.eoslab.job.sweep.SparkSweep;
import org.eoslab.job.sweep.SweepEngine;
import org.eoslab.job.sweep.SweepFigures;
import org.eoslab.job.sweep.SweepFile;
import org.eoslab.job.sweep.SweepFolder;
import org.eoslab.job.sweep.SweepReport;
import org.eoslab.job.sweep.SweepTally;
import org.eoslab.job.sweep.border.BorderFigure;
import org.eoslab.job.sweep.border.BorderSettings;
import org.eoslab.job.sweep.border.BorderSweep;
import org.eoslab.plot.Figure;
import org.eoslab.plot.draw.FigureFiles;
import org.eoslab.store.FolderStore;
import org.eoslab.store.SweepFiles;
import org.eoslab.store.file.LabelJournal;
import org.eoslab.sweep.Sweep;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code eos sweep}: one experiment at many settings, a row a run. */
@Command(name = "sweep", description = "Run the sweep that a file describes: a row a run in Parquet, and its diagrams.")
public final class SweepCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE.yaml", description = "sweep file; examples/ has some")
    private Path file = Path.of("");

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "folder of the sweep (default: sweeps/NAME in the store)")
    private @Nullable Path out;

    @Option(names = "--resume", description = "go on with a sweep that was stopped: make what is missing")
    private boolean resume;

    @Option(names = "--threads", paramLabel = "N", description = "threads (default: one a core)")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(
            names = "--spark",
            paramLabel = "MASTER",
            description = "make the rows on a Spark cluster: spark://HOST:PORT or local[N]")
    private @Nullable String spark;

    @Option(names = "--json", description = "print one JSON document")
    private boolean json;

    @Override
    public Integer call() throws InterruptedException {
        SweepFile sweepFile = SweepFile.read(file);
        Optional<BorderSettings> border = BorderSettings.of(sweepFile);
        if (border.isPresent() && spark != null) {
            throw new InputException("--spark: is for the rows of a sweep; this file asks for a border");
        }
        SweepEngine engine = spark == null ? new LocalSweep(threads) : SparkSweep.on(spark);
        Path place = out != null
                ? out
                : SweepFiles.of(FolderStore.defaultFolder(System.getenv())).resolve(sweepFile.name());
        Interruption.install();
        try (SweepFolder folder = SweepFolder.open(place, sweepFile, resume)) {
            if (border.isPresent()) {
                return traceBorder(folder, border.get());
            }
            long start = System.nanoTime();
            SweepEngine.Done done;
            try (ConsoleBar bar = new ConsoleBar(sweepFile.name(), rows(folder), " runs", 1)) {
                done = engine.run(folder, Interruption::requested, bar::add);
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            if (!folder.missing().isEmpty()) {
                spec.commandLine()
                        .getErr()
                        .println("eos: interrupted; " + folder.missing().size() + " of "
                                + sweepFile.sweep().partitions() + " partitions are missing, go on by --resume");
                return ExitCode.INTERRUPTED;
            }
            report(folder, done, seconds);
            return ExitCode.OK;
        }
    }

    private static List<Path> draw(SweepFolder folder, List<Figure> figures) {
        List<Path> files = new ArrayList<>();
        try {
            for (Figure figure : figures) {
                files.addAll(FigureFiles.write(figure, folder.path()));
            }
        } catch (IOException e) {
            throw new InputException(folder.path() + ": figures cannot be written: " + e.getMessage());
        }
        return files;
    }

    private int traceBorder(SweepFolder folder, BorderSettings settings) {
        long start = System.nanoTime();
        Optional<BorderSweep> traced;
        long kept;
        try (LabelJournal journal = LabelJournal.open(folder.files().labels())) {
            kept = journal.kept();
            traced = BorderSweep.trace(settings, threads, journal, Interruption::requested);
        }
        if (traced.isEmpty()) {
            spec.commandLine().getErr().println("eos: interrupted; the runs made are kept, go on by --resume");
            return ExitCode.INTERRUPTED;
        }
        BorderSweep found = traced.get();
        double seconds = (System.nanoTime() - start) / 1e9;
        List<Path> files = new ArrayList<>();
        files.add(folder.writeTable("border", found.points()));
        List<Figure> figures = List.of(BorderFigure.of(folder.file().name(), settings, found));
        files.addAll(draw(folder, figures));
        Map<String, String> counts = new LinkedHashMap<>();
        counts.put("border points", count(found.points().size()));
        counts.put("runs", count(found.runs()));
        counts.put("runs of the grid as fine as that", count(found.gridRuns()));
        files.add(SweepReport.write(folder, counts, figures));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("folder", folder.path().toString());
            document.put("points", found.points().size());
            document.put("runs", found.runs());
            document.put("made", found.runs() - kept);
            document.put("gridRuns", found.gridRuns());
            document.put("seconds", seconds);
            document.put("files", files.stream().map(Path::toString).toList());
            JsonDocument.print(out, document);
            return ExitCode.OK;
        }
        out.printf(
                Locale.ROOT,
                "%,d border points from %,d runs, %,d of them made now, in %.1f s; the grid as fine as that has %,d%n",
                found.points().size(),
                found.runs(),
                found.runs() - kept,
                seconds,
                found.gridRuns());
        files.forEach(f -> out.println("  " + f));
        out.flush();
        return ExitCode.OK;
    }

    private static long rows(SweepFolder folder) {
        return folder.missing().stream()
                .mapToLong(folder.file().sweep()::rowsOf)
                .sum();
    }

    private static Map<String, String> counts(Sweep sweep, SweepTally tally) {
        Map<String, String> counts = new LinkedHashMap<>();
        counts.put("runs", count(sweep.runs()));
        counts.put("steps", count(tally.steps()));
        tally.regimes().forEach((regime, runs) -> counts.put(regime, count(runs) + " (" + share(runs, sweep) + ")"));
        return counts;
    }

    private static String count(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    private static String share(long runs, Sweep sweep) {
        return String.format(Locale.ROOT, "%.2f %%", 100.0 * runs / sweep.runs());
    }

    private void report(SweepFolder folder, SweepEngine.Done done, double seconds) {
        PrintWriter out = spec.commandLine().getOut();
        SweepTally tally = SweepTally.of(folder);
        List<Figure> figures = SweepFigures.of(folder);
        List<Path> written = draw(folder, figures);
        written.add(SweepReport.write(folder, counts(folder.file().sweep(), tally), figures));
        List<String> files = written.stream().map(Path::toString).toList();
        if (json) {
            Map<String, Object> document = new LinkedHashMap<>();
            document.put("folder", folder.path().toString());
            document.put("rows", folder.files().pattern().toString());
            document.put("runs", folder.file().sweep().runs());
            document.put("made", done.rows());
            document.put("regimes", tally.regimes());
            document.put("steps", tally.steps());
            document.put("seconds", seconds);
            document.put("computeSeconds", done.computeSeconds());
            document.put("files", files);
            JsonDocument.print(out, document);
            return;
        }
        TextTable table = new TextTable("regime", "runs", "share");
        tally.regimes()
                .forEach((regime, runs) ->
                        table.row(regime, count(runs), share(runs, folder.file().sweep())));
        out.println(table);
        out.printf(
                Locale.ROOT,
                "%n%,d runs of %,d made now, in %.1f s (%.3g steps in all)%n",
                done.rows(),
                folder.file().sweep().runs(),
                seconds,
                (double) tally.steps());
        files.forEach(f -> out.println("  " + f));
        out.println("  eos query \"SELECT * FROM '" + folder.files().pattern() + "' LIMIT 5\"");
        out.flush();
    }
}
