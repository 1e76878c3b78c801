package org.eoslab.plot;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eoslab.run.Column;
import org.eoslab.run.Table;
import org.eoslab.run.Timeline;

/**
 * What the steps of a run say of the edge: the curvature D along each step beside the sharpness and the threshold, and below it the relative progress, which is about
 * 0 at the edge (Ahn, Zhang and Sra 2022).
 */
final class ProgressFigure {
    /** How far above the sharpness and the threshold the axis reaches: a step's own curvature that jumps further leaves the picture. */
    private static final double ROOM = 1.5;

    /** On a quadratic −1 is a step too small to matter; what leaves this range is a spike. */
    private static final double LEAST_PROGRESS = -1.6;

    private static final double MOST_PROGRESS = 1;

    private static final PlotAxis STEP = PlotAxis.linear("step t");

    private ProgressFigure() {}

    /** The figure; none of a run that has no threshold, or no such columns. */
    static Optional<Figure> of(String title, Table table, Timeline timeline) {
        List<Column> progress = columns(table, Column.Role.PROGRESS);
        List<Column> curvature = columns(table, Column.Role.STEP_CURVATURE);
        List<Column> sharpness = columns(table, Column.Role.SHARPNESS);
        if (progress.isEmpty() || curvature.isEmpty() || sharpness.isEmpty() || !timeline.hasThreshold()) {
            return Optional.empty();
        }
        double highest = Arrays.stream(Readings.of(table, sharpness.get(0).name())
                        .of(sharpness.get(0).name()))
                .max()
                .orElse(0);
        double top = ROOM * Math.max(highest, timeline.threshold());
        if (!(top > 0 && top < Double.POSITIVE_INFINITY)) {
            return Optional.empty();
        }
        Plot upper = Plot.of("", STEP, PlotAxis.linear("curvature").between(0, top))
                .with(
                        line(table, curvature.get(0), Palette.tint(Palette.VERMILION, 0.6)),
                        line(table, sharpness.get(0), Palette.BLUE),
                        level(
                                table,
                                "stability threshold " + RunFigures.rounded(timeline.threshold()),
                                timeline.threshold()));
        Plot lower = Plot.of("", STEP, PlotAxis.linear(progress.get(0).words()).between(LEAST_PROGRESS, MOST_PROGRESS))
                .with(line(table, progress.get(0), Palette.VERMILION), level(table, "0, its mean at the edge", 0));
        return Optional.of(
                Figure.of("progress", title + ": the curvature along each step, and its progress", upper, lower)
                        .sized(Figure.WIDTH, 340));
    }

    private static List<Column> columns(Table table, Column.Role role) {
        return table.columns().stream()
                .filter(column -> column.role() == role)
                .filter(column -> !Readings.of(table, column.name()).isEmpty())
                .toList();
    }

    private static Series line(Table table, Column column, Color colour) {
        return Readings.of(table, column.name()).line(column.name(), column.words(), colour);
    }

    private static Series level(Table table, String name, double y) {
        double[] step = table.column("step");
        return Series.level(name, y, step[0], step[step.length - 1], Palette.BLACK);
    }
}
