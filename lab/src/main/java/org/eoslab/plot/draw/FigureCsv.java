package org.eoslab.plot.draw;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eoslab.plot.ColourScale;
import org.eoslab.plot.Figure;
import org.eoslab.plot.Gallery;
import org.eoslab.plot.HeatMap;
import org.eoslab.plot.Panel;
import org.eoslab.plot.Plot;
import org.eoslab.plot.Series;

/** A figure's data as comma-separated values, one point a line. */
final class FigureCsv {
    private FigureCsv() {}

    static void write(Figure figure, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("panel,series,x,y,value\n");
            for (Panel panel : figure.panels()) {
                if (panel instanceof Plot plot) {
                    for (Series series : plot.series()) {
                        write(quoted(panel.title()) + "," + quoted(series.name()), series, out);
                    }
                } else if (panel instanceof HeatMap map) {
                    write(quoted(panel.title()) + "," + quoted(name(map.scale())), map, out);
                } else if (panel instanceof Gallery gallery) {
                    write(gallery, out);
                }
            }
        }
    }

    private static void write(String start, Series series, BufferedWriter out) throws IOException {
        for (int i = 0; i < series.x().length; i++) {
            out.write(start + "," + series.x()[i] + "," + series.y()[i] + ",\n");
        }
    }

    /** An example is given by its place in the row and what is said of it; its number is the value. */
    private static void write(Gallery gallery, BufferedWriter out) throws IOException {
        for (Gallery.Row row : gallery.rows()) {
            for (int i = 0; i < row.cells().size(); i++) {
                Gallery.Cell cell = row.cells().get(i);
                out.write(quoted(gallery.title()) + "," + quoted(row.name()) + "," + (i + 1) + "," + cell.value() + ","
                        + cell.number() + "\n");
            }
        }
    }

    /** A cell is given by its middle. */
    private static void write(String start, HeatMap map, BufferedWriter out) throws IOException {
        for (int row = 0; row < map.values().length; row++) {
            double y = middle(map.yEdges(), row, map.y().log());
            for (int column = 0; column < map.values()[row].length; column++) {
                double x = middle(map.xEdges(), column, map.x().log());
                out.write(start + "," + x + "," + y + "," + text(map, map.values()[row][column]) + "\n");
            }
        }
    }

    private static String text(HeatMap map, double value) {
        return map.scale() instanceof ColourScale.Categories c && !Double.isNaN(value)
                ? quoted(c.names().get((int) value))
                : String.valueOf(value);
    }

    private static double middle(double[] edges, int i, boolean log) {
        return log ? Math.sqrt(edges[i] * edges[i + 1]) : (edges[i] + edges[i + 1]) / 2;
    }

    private static String name(ColourScale scale) {
        return scale instanceof ColourScale.Continuous c ? c.axis().label() : "category";
    }

    private static String quoted(String text) {
        return text.matches("[^\",\r\n]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }
}
