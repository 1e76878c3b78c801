package org.eoslab.plot;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eoslab.run.Column;
import org.eoslab.run.Table;
import org.eoslab.run.race.Race;

/** The figure of a race: sharpness, loss and the distance from the first entrant over its steps, and the plane where there are two coordinates. */
public final class RaceFigures {
    private static final PlotAxis STEP = PlotAxis.linear("step t of the first");
    private static final int HEIGHT = 320;

    /** How far above the highest value an axis reaches. */
    private static final double ROOM = 1.05;

    /** The share of the highest value that a logarithmic axis reaches down to at most. */
    private static final double DEPTH = 1e-30;

    private RaceFigures() {}

    /**
     * The figure.
     *
     * @param name the stem of its files, and what the race is called
     * @param entrants their names, the first the one that the others are compared with
     * @param lasting those of them that have not diverged: they give the axes their range, and the others leave the picture
     * @param threshold the first one's stability threshold, infinite where it has none
     */
    public static Figure of(String name, List<String> entrants, List<String> lasting, Table table, double threshold) {
        double[] step = table.column("step");
        Range sharp =
                Range.of(table, lasting.stream().map(e -> e + ".sharpness").toList());
        Range losses = Range.of(table, lasting.stream().map(e -> e + ".loss").toList());
        Range apartness = Range.of(
                table,
                lasting.stream()
                        .filter(e -> !e.equals(entrants.get(0)))
                        .map(e -> Race.distance(entrants.get(0), e))
                        .toList());
        Plot sharpness = Plot.of(
                "",
                STEP,
                PlotAxis.linear("sharpness S")
                        .between(
                                Math.min(0, sharp.low),
                                ROOM * Math.max(sharp.high, Double.isFinite(threshold) ? threshold : 0)));
        Plot loss = Plot.of("", STEP, losses.on(PlotAxis.log("loss")));
        Plot distance = Plot.of("", STEP, apartness.on(PlotAxis.log("distance from " + entrants.get(0))));
        for (int i = 0; i < entrants.size(); i++) {
            String entrant = entrants.get(i);
            Color colour = Palette.line(i);
            sharpness = sharpness.with(
                    Readings.of(table, entrant + ".sharpness").line(entrant + ".sharpness", entrant, colour));
            loss = loss.with(Readings.of(table, entrant + ".loss").line(entrant + ".loss", entrant, colour));
            if (i > 0) {
                String apart = Race.distance(entrants.get(0), entrant);
                distance = distance.with(Readings.of(table, apart).line(apart, entrant, colour));
            }
        }
        if (Double.isFinite(threshold)) {
            sharpness = sharpness.with(Series.level(
                    "stability threshold " + RunFigures.rounded(threshold),
                    threshold,
                    step[0],
                    step[step.length - 1],
                    Palette.BLACK));
        }
        List<Panel> panels = new ArrayList<>(List.of(sharpness, loss));
        if (entrants.size() > 1) {
            panels.add(distance);
        }
        List<Column> plane = coordinates(table, entrants.get(0));
        if (plane.size() == 2) {
            panels.add(plane(table, entrants, plane));
        }
        return Figure.of(name, name + ": " + String.join(", ", entrants), panels.toArray(Panel[]::new))
                .sized(Figure.WIDTH, HEIGHT);
    }

    private static List<Column> coordinates(Table table, String entrant) {
        return table.columns().stream()
                .filter(c -> c.role() == Column.Role.COORDINATE && c.name().startsWith(entrant + "."))
                .toList();
    }

    private static Plot plane(Table table, List<String> entrants, List<Column> axes) {
        int dot = entrants.get(0).length() + 1;
        List<String> names = axes.stream().map(c -> c.name().substring(dot)).toList();
        Plot plot = Plot.of(
                "",
                PlotAxis.linear(axes.get(0).symbol()),
                PlotAxis.linear(axes.get(1).symbol()));
        for (int i = 0; i < entrants.size(); i++) {
            String x = entrants.get(i) + "." + names.get(0);
            String y = entrants.get(i) + "." + names.get(1);
            if (table.has(x) && table.has(y)) {
                plot = plot.with(Series.line(
                        entrants.get(i), finite(table.column(x)), finite(table.column(y)), Palette.line(i)));
            }
        }
        return plot;
    }

    /**
     * The range of some columns.
     *
     * @param low the lowest finite value, +∞ where there is none
     * @param positive the lowest above 0
     * @param high the highest
     */
    private record Range(double low, double positive, double high) {
        static Range of(Table table, List<String> columns) {
            double low = Double.POSITIVE_INFINITY;
            double positive = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (String column : columns) {
                for (double value : Readings.of(table, column).of(column)) {
                    low = Math.min(low, value);
                    high = Math.max(high, value);
                    positive = value > 0 ? Math.min(positive, value) : positive;
                }
            }
            return new Range(low, positive, high);
        }

        PlotAxis on(PlotAxis log) {
            return high > 0 && positive < high ? log.between(Math.max(positive, DEPTH * high), 2 * high) : log;
        }
    }

    private static double[] finite(double[] values) {
        return Arrays.stream(values)
                .map(x -> Double.isFinite(x) ? x : Double.NaN)
                .toArray();
    }
}
