package org.eoslab.web.site;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.eoslab.experiment.InputException;
import org.eoslab.job.ExperimentSource;
import org.eoslab.run.Table;
import org.eoslab.store.RunSummary;
import org.eoslab.store.StoredRun;
import org.eoslab.view.ColumnThinning;
import org.eoslab.view.StepWindow;
import org.eoslab.web.library.RunDocument;
import org.eoslab.web.server.JsonBody;

/** The files of a page that needs no server: it opens from any web server and from a folder, and asks nobody for anything. */
public final class Site {
    private static final String FOLDER = "/web/site/";
    /** Where the documentation's pages are, which a server has too. */
    private static final String DOCUMENTATION = "docs/";

    private static final String INDEX = "index.html";

    /** What the page's worker runs: a page that is a file may not start one from another file, and has it as text. */
    private static final String LABORATORY = "laboratory.js";

    /** What stands in the page where the scripts of its runs go. */
    private static final String RUNS = "<!-- runs -->";

    /** Pixels that a recorded run is thinned to: every reading of most, and no spike of any is lost. */
    private static final int PIXELS = 4096;

    private Site() {}

    /** Whether the page was built into this program; without Node at build time it was not. */
    public static boolean isThere() {
        return Site.class.getResource(FOLDER + INDEX) != null;
    }

    /**
     * Writes it.
     *
     * @param folder where to; made if it is not there
     * @param runs finished runs that come with it
     * @return the files written
     * @throws InputException when the folder cannot be written, or a run has not finished
     */
    public static List<Path> write(Path folder, List<StoredRun> runs) {
        List<Path> written = new ArrayList<>();
        List<String> scripts = new ArrayList<>();
        try {
            Files.createDirectories(folder.resolve("runs"));
            for (StoredRun run : runs) {
                String script = "runs/" + run.id() + ".js";
                written.add(Files.writeString(folder.resolve(script), script(run)));
                scripts.add("<script defer src=\"" + script + "\"></script>");
            }
            String laboratory = new String(resource("/web/" + LABORATORY), StandardCharsets.UTF_8);
            written.add(Files.writeString(
                    folder.resolve(LABORATORY), "globalThis.eoslabLaboratory = " + JsonBody.text(laboratory) + ";\n"));
            for (String name : text("files.txt").lines().toList()) {
                byte[] content = name.equals(INDEX)
                        ? text(INDEX)
                                .replace(RUNS, String.join("\n    ", scripts))
                                .getBytes(StandardCharsets.UTF_8)
                        : resource((name.startsWith(DOCUMENTATION) ? "/web/" : FOLDER) + name);
                Path file = folder.resolve(name);
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                written.add(Files.write(file, content));
            }
        } catch (IOException e) {
            throw new InputException("--out: " + folder + ": cannot be written: " + e.getMessage());
        }
        return List.copyOf(written);
    }

    private static String text(String name) throws IOException {
        return new String(resource(FOLDER + name), StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream file = Site.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IOException(name + " is not in this program");
            }
            return file.readAllBytes();
        }
    }

    /** A run as a script that hands it to the page. */
    private static String script(StoredRun run) throws IOException {
        if (run.status() != RunSummary.Status.FINISHED) {
            throw new InputException(
                    "run " + run.id() + ": is " + run.status().label() + "; a page shows finished runs");
        }
        Table table = run.table();
        long last = table.rows() == 0 ? 0 : (long) table.get("step", table.rows() - 1);
        Map<String, Object> columns = new LinkedHashMap<>();
        for (String name : table.names()) {
            columns.put(name, ColumnThinning.of(table, name, new StepWindow(0, last, PIXELS)));
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("detail", RunDocument.whole(run, StoredRun::table));
        json.put("rows", table.rows());
        json.put("last", last);
        json.put("columns", columns);
        json.put("yaml", new String(run.bytes("experiment.yaml"), StandardCharsets.UTF_8));
        OpposingDocument.of(table, () -> new ExperimentSource().experiment(run))
                .ifPresent(examples -> json.put("opposing", examples));
        return "(globalThis.eoslabRuns ??= []).push(" + JsonBody.text(json) + ");\n";
    }
}
