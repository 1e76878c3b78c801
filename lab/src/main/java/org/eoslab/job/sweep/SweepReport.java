package org.eoslab.job.sweep;

import static org.eoslab.plot.draw.Html.escaped;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eoslab.experiment.InputException;
import org.eoslab.plot.Figure;
import org.eoslab.plot.draw.Html;
import org.eoslab.store.file.DurableFiles;

/** The page of a sweep, {@code report.html} in its folder: what was found, its pictures and its file; opens without a network. */
public final class SweepReport {
    private static final String FILE = "report.html";

    private SweepReport() {}

    /**
     * Writes it; returns its file.
     *
     * @param folder has the SVG files of the figures
     * @param findings a table of what was found, a row a line
     * @param figures in the order to show
     * @throws InputException when it cannot be written
     */
    public static Path write(SweepFolder folder, List<Finding> findings, List<Figure> figures) {
        Path file = folder.path().resolve(FILE);
        try {
            String html = html(folder, findings, figures);
            DurableFiles.write(file, path -> Files.writeString(path, html));
            return file;
        } catch (IOException e) {
            throw new InputException(file + ": cannot be written: " + e.getMessage());
        }
    }

    /**
     * A row of the table.
     *
     * @param name of what
     * @param value how much
     */
    public record Finding(String name, String value) {}

    private static String html(SweepFolder folder, List<Finding> findings, List<Figure> figures) throws IOException {
        String name = escaped(folder.file().name());
        StringBuilder html = new StringBuilder("<!doctype html>\n<html lang=\"en\"><meta charset=\"utf-8\">")
                .append("<meta name=\"viewport\" content=\"width=device-width\">\n<title>")
                .append(name)
                .append("</title>\n<style>\n")
                .append(Html.STYLE)
                .append("</style>\n<h1>Sweep: ")
                .append(name)
                .append("</h1>\n<table>\n");
        for (Finding finding : findings) {
            html.append("<tr><th>")
                    .append(escaped(finding.name()))
                    .append("<td>")
                    .append(escaped(finding.value()))
                    .append('\n');
        }
        html.append("</table>\n");
        for (Figure figure : figures) {
            html.append("<h2>").append(escaped(figure.title())).append("</h2>\n");
            html.append(Html.image(folder.path().resolve(figure.name() + ".svg"), figure.title()));
        }
        return html.append("<h2>Its file</h2>\n<pre>")
                .append(escaped(Files.readString(folder.files().record())))
                .append("</pre>\n</html>\n")
                .toString();
    }
}
