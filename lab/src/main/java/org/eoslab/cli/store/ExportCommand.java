package org.eoslab.cli.store;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eoslab.cli.option.StoreOption;
import org.eoslab.cli.text.JsonDocument;
import org.eoslab.experiment.InputException;
import org.eoslab.store.StoredRun;
import org.eoslab.store.duckdb.Parquet;
import org.eoslab.store.file.DurableFiles;
import org.eoslab.store.file.Npy;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code eos export}: a run's rows as a file for other programs. */
@Command(
        name = "export",
        description = "Write a run's recorded rows as CSV, Parquet or NumPy (np.load(FILE)[\"loss\"]).")
public final class ExportCommand implements Runnable {
    /** What to write. */
    enum Format {
        CSV,
        PARQUET,
        NPY
    }

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private StoreOption store = new StoreOption();

    @Option(names = "--format", required = true, description = "csv, parquet or npy")
    private Format format = Format.CSV;

    @Option(names = "--out", paramLabel = "FILE", description = "where to; else ID.FORMAT in this folder")
    private @Nullable Path out;

    @Option(names = "--json", description = "one JSON document")
    private boolean json;

    @Parameters(paramLabel = "ID", description = "an id, or enough of its start")
    private String id = "";

    @Override
    public void run() {
        StoredRun run = store.open().find(id);
        Path file = out == null ? Path.of(run.id() + "." + format.name().toLowerCase(Locale.ROOT)) : out;
        if (run.columns().isEmpty()) {
            throw new InputException("run " + run.id() + ": has no rows yet");
        }
        try {
            DurableFiles.write(file.toAbsolutePath(), path -> write(run, path));
        } catch (IOException e) {
            throw new InputException("--out: " + file + " cannot be written (" + e.getMessage()
                    + "); it must be a file in a folder that exists");
        }
        PrintWriter terminal = spec.commandLine().getOut();
        if (json) {
            JsonDocument.print(terminal, Map.of("id", run.id(), "files", List.of(file.toString())));
        } else {
            terminal.println(file);
            terminal.flush();
        }
    }

    private void write(StoredRun run, Path file) throws IOException {
        switch (format) {
            case CSV -> {
                try (Writer out = Files.newBufferedWriter(file)) {
                    Parquet.toCsv(run.columns(), out);
                }
            }
            case PARQUET -> Parquet.merge(run.columns(), file);
            case NPY -> Npy.write(run.table(), file);
        }
    }
}
