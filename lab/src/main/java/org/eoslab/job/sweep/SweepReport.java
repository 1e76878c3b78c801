package org.eoslab.job.sweep;

import static org.eoslab.plot.draw.Html.escaped;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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
     * @param found how much of what, in the order to show
     * @param figures in the order to show
     * @throws InputException when it cannot be written
     */
    public static Path write(SweepFolder folder, Map<String, String> found, List<Figure> figures) {
        Path file = folder.path().resolve(FILE);
        try {
            String html = html(folder, found, figures);
            DurableFiles.write(file, path -> Files.writeString(path, html));
            return file;
        } catch (IOException e) {
            throw new InputException(file + ": cannot be written: " + e.getMessage());
        }
    }

    private static String html(SweepFolder folder, Map<String, String> found, List<Figure> figures) throws IOException {
        StringBuilder html =
                new StringBuilder(Html.head("Sweep: " + folder.file().name(), "")).append("<table>\n");
        found.forEach((name, value) -> html.append("<tr><th>")
                .append(escaped(name))
                .append("<td>")
                .append(escaped(value))
                .append('\n'));
        html.append("</table>\n");
        for (Figure figure : figures) {
            html.append("<p>").append(Html.image(folder.path().resolve(figure.name() + ".svg"), figure.title()));
        }
        return html.append("<h2>Its file</h2>\n<pre>")
                .append(escaped(Files.readString(folder.files().record())))
                .append("</pre>\n</html>\n")
                .toString();
    }
}
