package org.eoslab.job.sweep.border;

import java.awt.Color;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eoslab.experiment.InputException;
import org.eoslab.plot.Figure;
import org.eoslab.plot.Palette;
import org.eoslab.plot.Plot;
import org.eoslab.plot.PlotAxis;
import org.eoslab.plot.Series;
import org.eoslab.sweep.Axis.Interval;
import org.eoslab.sweep.RowBlock;
import org.eoslab.sweep.RowColumn;

/** The picture of a traced border: its points, coloured by the two values that it divides. */
public final class BorderFigure {
    private static final int SIDE = 620;
    private static final List<Color> COLOURS =
            List.of(Palette.ORANGE, Palette.BLUE, Palette.BLACK, Palette.PURPLE, Palette.SKY);

    private BorderFigure() {}

    /**
     * Draws it.
     *
     * @throws InputException when there is no border in the rectangle
     */
    public static Figure of(String name, BorderSettings settings, BorderSweep found) {
        RowBlock points = found.points();
        double[] x = ((RowColumn.Numbers) points.columns().get(0)).array();
        double[] y = ((RowColumn.Numbers) points.columns().get(1)).array();
        String[] before = ((RowColumn.Texts) points.column("before")).array();
        String[] after = ((RowColumn.Texts) points.column("after")).array();
        Map<String, List<Integer>> borders = new LinkedHashMap<>();
        for (int i = 0; i < points.size(); i++) {
            String pair =
                    before[i].compareTo(after[i]) < 0 ? before[i] + " | " + after[i] : after[i] + " | " + before[i];
            borders.computeIfAbsent(pair, p -> new ArrayList<>()).add(i);
        }
        if (borders.isEmpty()) {
            throw new InputException("border: " + settings.border().column()
                    + " does not change so between the points of the coarse mesh");
        }
        List<Series> series = new ArrayList<>();
        borders.forEach((pair, places) -> series.add(Series.dots(
                pair,
                places.stream().mapToDouble(i -> x[i]).toArray(),
                places.stream().mapToDouble(i -> y[i]).toArray(),
                COLOURS.get(series.size() % COLOURS.size()))));
        Plot plot = Plot.of("", axis(settings, 0), axis(settings, 1)).with(series.toArray(Series[]::new));
        String title = String.format(
                Locale.ROOT,
                "%s: borders of %s, from %,d runs",
                name,
                settings.border().column(),
                found.runs());
        return Figure.of("border", title, plot).sized(Figure.WIDTH, SIDE);
    }

    private static PlotAxis axis(BorderSettings settings, int j) {
        Interval interval = (Interval) settings.border().sweep().axes().get(j);
        PlotAxis axis = interval.log() ? PlotAxis.log(interval.name()) : PlotAxis.linear(interval.name());
        return axis.between(interval.from(), interval.to());
    }
}
