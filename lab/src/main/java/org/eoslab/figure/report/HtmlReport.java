package org.eoslab.figure.report;

import static org.eoslab.plot.draw.Html.escaped;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.eoslab.claim.Finding;
import org.eoslab.plot.draw.Html;
import org.eoslab.store.file.DurableFiles;
import org.jspecify.annotations.Nullable;

/** One page with all figures, their captions and the claims behind them; opens anywhere, without a network. */
public final class HtmlReport {
    /** The plotting library of the explorer's page, which turns trajectories in space; absent where the page was not built. */
    private static final String PLOTLY = "/web/plotly-gl3d.min.js";

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String HEAD = Html.head(
                    "The figures of the paper",
                    ".space { height: 34rem; border: 1px solid #ddd } .seen { color: #00694d } .unseen { color: #a33c00 } .settings { color: #555; font-size: smaller }\n")
            + """
            <p>Liu, Zhang, Du and Zhao, <i>A Minimalist Example of Edge-of-Stability and Progressive Sharpening</i>, made anew. Below each
            picture: what to look for, and the claims that say whether it was seen.</p>
            """;

    private HtmlReport() {}

    /**
     * A figure in a folder, beside its pictures as {@code NAME.json}.
     *
     * @param name its name among those of the figures there are
     * @param file the stem of its files
     * @param title what stands above it
     * @param settings what it was made with
     * @param caption what to look for
     * @param seen whether every claim behind it holds
     * @param evidence those claims
     * @param space its trajectories in space for the plotting library, {@code traces} and {@code layout}; empty for a flat figure
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Entry(
            String name,
            String file,
            String title,
            String settings,
            String caption,
            boolean seen,
            List<Finding> evidence,
            Map<String, Object> space) {}

    /** Writes what the report says of a figure to the folder that has its pictures, as {@code NAME.json}. */
    public static void record(PaperFigure figure, Path folder) throws IOException {
        Entry entry = new Entry(
                figure.name(),
                figure.figure().name(),
                figure.figure().title(),
                figure.settings(),
                figure.caption(),
                figure.seen(),
                figure.evidence(),
                figure.space().map(HtmlReport::space).orElse(Map.of()));
        DurableFiles.write(folder.resolve(entry.file() + ".json"), path -> JSON.writeValue(path.toFile(), entry));
    }

    /**
     * Writes {@code report.html} of all figures that are in a folder, whenever they were made.
     *
     * @param folder has what {@link #record} wrote, and the pictures
     * @param names of the figures to look for, in the order to show
     * @return how many there are
     */
    public static int write(Path folder, List<String> names) throws IOException {
        List<Entry> entries = entries(folder, names);
        StringBuilder html = new StringBuilder(HEAD);
        Optional<String> plotly = plotly();
        if (plotly.isPresent() && entries.stream().anyMatch(e -> !e.space().isEmpty())) {
            html.append("<script>")
                    .append(plotly.get().replace("</script", "<\\/script"))
                    .append("</script>\n");
        }
        for (Entry entry : entries) {
            append(html, entry, folder.resolve(entry.file() + ".svg"));
            if (!entry.space().isEmpty()) {
                if (plotly.isPresent()) {
                    appendSpace(html, entry.name(), entry.space());
                } else {
                    html.append("<p>It cannot be turned here: the program was built without Node.</p>\n");
                }
            }
        }
        html.append("</html>\n");
        DurableFiles.write(folder.resolve("report.html"), path -> Files.writeString(path, html));
        return entries.size();
    }

    /** The figures of a folder; a file that is none is passed over. */
    private static List<Entry> entries(Path folder, List<String> names) throws IOException {
        List<Entry> entries = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(f -> f.toString().endsWith(".json")).toList();
        }
        for (Path file : files) {
            try {
                Entry entry = JSON.readValue(file.toFile(), Entry.class);
                if (names.contains(entry.name()) && Files.exists(folder.resolve(entry.file() + ".svg"))) {
                    entries.add(entry);
                }
            } catch (JsonProcessingException e) {
                continue; // another program's file
            }
        }
        entries.sort(Comparator.comparingInt(e -> names.indexOf(e.name())));
        return entries;
    }

    private static Optional<String> plotly() throws IOException {
        try (InputStream in = HtmlReport.class.getResourceAsStream(PLOTLY)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static void append(StringBuilder html, Entry entry, Path svg) throws IOException {
        html.append("<h2>")
                .append(escaped(entry.title()))
                .append("</h2>\n")
                .append(Html.image(svg, entry.caption()))
                .append("<p>")
                .append(escaped(entry.caption()))
                .append(entry.seen() ? " <b class=\"seen\">Seen.</b>" : " <b class=\"unseen\">Not seen.</b>")
                .append("</p>\n<p class=\"settings\">")
                .append(escaped(entry.settings()).replace("\n", "<br>"))
                .append("</p>\n<table><tr><th>claim<th>verdict<th>statement<th>attained\n");
        for (Finding f : entry.evidence()) {
            html.append("<tr><td>")
                    .append(escaped(f.id()))
                    .append("<td>")
                    .append(escaped(f.verdict().label()))
                    .append("<td>")
                    .append(escaped(f.statement()))
                    .append("<td>")
                    .append(escaped(f.attained()))
                    .append(f.note().isEmpty() ? "" : "; " + escaped(f.note()))
                    .append('\n');
        }
        html.append("</table>\n");
    }

    private static Map<String, Object> space(Space space) {
        List<Map<String, Object>> traces = new ArrayList<>();
        for (Space.Path path : space.paths()) {
            Map<String, Object> trace = new LinkedHashMap<>();
            trace.put("type", "scatter3d");
            trace.put("mode", path.mark().isEmpty() ? "lines" : "markers+text");
            trace.put("name", path.name());
            trace.put("text", path.mark());
            trace.put("x", path.x());
            trace.put("y", path.y());
            trace.put("z", path.z());
            String colour = hex(path.colour());
            trace.put("line", Map.of("color", colour, "width", 3));
            trace.put("marker", Map.of("color", colour, "size", 5));
            traces.add(trace);
        }
        Map<String, Object> layout = Map.of(
                "margin", Map.of("l", 0, "r", 0, "t", 0, "b", 0),
                // The library's own buttons are on the right.
                "legend", Map.of("x", 0, "y", 1),
                "scene",
                        Map.of(
                                "xaxis", Map.of("title", Map.of("text", space.x())),
                                "yaxis", Map.of("title", Map.of("text", space.y())),
                                "zaxis", Map.of("title", Map.of("text", space.z())),
                                "aspectmode", "cube"));
        return Map.of("traces", traces, "layout", layout);
    }

    private static void appendSpace(StringBuilder html, String name, Map<String, Object> space) {
        String id = "space" + name;
        html.append("<p>The same trajectories, to be turned by hand:</p><div class=\"space\" id=\"")
                .append(id)
                .append("\"></div>\n")
                .append("<script>Plotly.newPlot('")
                .append(id)
                .append("',")
                .append(json(space.get("traces")))
                .append(',')
                .append(json(space.get("layout")))
                .append(",{displaylogo:false,responsive:true})</script>\n");
    }

    /** JSON that cannot end the script it stands in. */
    private static String json(@Nullable Object value) {
        try {
            return JSON.writeValueAsString(value).replace("<", "\\u003c").replace("\"NaN\"", "null");
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String hex(Color colour) {
        return String.format("#%06x", colour.getRGB() & 0xffffff);
    }
}
