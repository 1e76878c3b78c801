package org.eoslab.figure;

import static org.eoslab.plot.draw.Html.escaped;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eoslab.claim.Finding;
import org.eoslab.plot.draw.Html;
import org.eoslab.store.file.DurableFiles;

/** One page with all figures, their captions and the claims behind them; opens anywhere, without a network. */
public final class HtmlReport {
    /** The plotting library of the explorer's page, which turns trajectories in space; absent where the page was not built. */
    private static final String PLOTLY = "/web/plotly-gl3d.min.js";

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String HEAD = Html.head(
                    "The figures of the paper",
                    ".space { height: 34rem; border: 1px solid #ddd } .seen { color: #00694d } .unseen { color: #a33c00 }\n")
            + """
            <p>Liu, Zhang, Du and Zhao, <i>A Minimalist Example of Edge-of-Stability and Progressive Sharpening</i>, made anew. Below each
            picture: what to look for, and the claims that say whether it was seen.</p>
            """;

    private HtmlReport() {}

    /**
     * Writes it.
     *
     * @param figures in the order to show
     * @param folder has their SVG files
     * @param file is replaced
     */
    public static void write(List<PaperFigure> figures, Path folder, Path file) throws IOException {
        StringBuilder html = new StringBuilder(HEAD);
        Optional<String> plotly = plotly();
        if (plotly.isPresent() && figures.stream().anyMatch(f -> f.space().isPresent())) {
            html.append("<script>")
                    .append(plotly.get().replace("</script", "<\\/script"))
                    .append("</script>\n");
        }
        for (PaperFigure figure : figures) {
            append(html, figure, folder.resolve(figure.figure().name() + ".svg"));
            figure.space().ifPresent(space -> {
                if (plotly.isPresent()) {
                    appendSpace(html, figure.number(), space);
                } else {
                    html.append("<p>It cannot be turned here: the program was built without Node.</p>\n");
                }
            });
        }
        html.append("</html>\n");
        DurableFiles.write(file, path -> Files.writeString(path, html));
    }

    private static Optional<String> plotly() throws IOException {
        try (InputStream in = HtmlReport.class.getResourceAsStream(PLOTLY)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    private static void append(StringBuilder html, PaperFigure figure, Path svg) throws IOException {
        html.append("<h2>")
                .append(escaped(figure.figure().title()))
                .append("</h2>\n")
                .append(Html.image(svg, figure.caption()))
                .append("<p>")
                .append(escaped(figure.caption()))
                .append(figure.seen() ? " <b class=\"seen\">Seen.</b>" : " <b class=\"unseen\">Not seen.</b>")
                .append("</p>\n<table><tr><th>claim<th>verdict<th>statement<th>attained\n");
        for (Finding f : figure.evidence()) {
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

    private static void appendSpace(StringBuilder html, int number, Space space) {
        List<Map<String, Object>> traces = new ArrayList<>();
        for (Space.Path path : space.paths()) {
            Map<String, Object> trace = new LinkedHashMap<>();
            trace.put("type", "scatter3d");
            trace.put("mode", path.markers() ? "markers" : "lines");
            trace.put("name", path.name());
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
        String id = "space" + number;
        html.append("<p>The same trajectories, to be turned by hand:</p><div class=\"space\" id=\"")
                .append(id)
                .append("\"></div>\n")
                .append("<script>Plotly.newPlot('")
                .append(id)
                .append("',")
                .append(json(traces))
                .append(',')
                .append(json(layout))
                .append(",{displaylogo:false,responsive:true})</script>\n");
    }

    /** JSON that cannot end the script it stands in. */
    private static String json(Object value) {
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
