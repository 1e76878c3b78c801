package org.eoslab.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.eoslab.plot.Figure;
import org.eoslab.plot.Palette;
import org.eoslab.plot.Panel;
import org.eoslab.plot.Plot;
import org.eoslab.plot.PlotAxis;
import org.eoslab.plot.Series;
import org.eoslab.plot.draw.FigureFiles;

/** The picture of what {@code bench/run} found about scaling: seconds over the size of the work, with the law c + a·size^p through them. */
public final class ScalingFigure {
    private static final int POINTS_OF_A_LAW = 60;
    private static final int WIDTH = 460;
    private static final int HEIGHT = 320;

    private ScalingFigure() {}

    /** Draws {@code scaling.png}: {@code ScalingFigure measured.json FOLDER}; nothing where no series was measured. */
    public static void main(String[] arguments) throws IOException {
        List<Panel> panels = new ArrayList<>();
        for (JsonNode section :
                new ObjectMapper().readTree(Path.of(arguments[0]).toFile()).get("sections")) {
            for (JsonNode row : section.get("rows")) {
                if (row.has("series")) {
                    panels.add(panel(row));
                }
            }
        }
        if (!panels.isEmpty()) {
            Path folder = Files.createDirectories(Path.of(arguments[1]));
            FigureFiles.png(
                    Figure.of("scaling", "Time over the size of the work", panels.toArray(Panel[]::new))
                            .sideBySide(2)
                            .sized(WIDTH, HEIGHT),
                    folder.resolve("scaling.png"));
        }
    }

    private static Plot panel(JsonNode row) {
        double[] sizes = numbers(row.get("sizes"));
        double[] seconds = numbers(row.get("seconds"));
        JsonNode fit = row.get("fit");
        double exponent = fit.get("exponent").asDouble();
        double start = fit.path("start").asDouble(0);
        double factor = fit.path("factor").asDouble(seconds[0] / Math.pow(sizes[0], exponent));
        double last = sizes[sizes.length - 1];
        double[] x = IntStream.rangeClosed(0, POINTS_OF_A_LAW)
                .mapToDouble(i -> sizes[0] * Math.pow(last / sizes[0], (double) i / POINTS_OF_A_LAW))
                .toArray();
        double[] y = DoubleStream.of(x)
                .map(size -> start + factor * Math.pow(size, exponent))
                .toArray();
        String law = (start == 0 ? "" : "c + ") + "a·size^" + exponent;
        return Plot.of(row.get("series").asText(), PlotAxis.log(row.get("axis").asText()), PlotAxis.log("seconds"))
                .with(
                        Series.line(law, x, y, Palette.BLUE),
                        Series.marks("measured", sizes, seconds, Palette.VERMILION));
    }

    private static double[] numbers(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .mapToDouble(JsonNode::asDouble)
                .toArray();
    }
}
