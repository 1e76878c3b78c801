package org.eoslab.plot;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.stream.IntStream;
import org.eoslab.run.Table;
import org.eoslab.run.probe.SpectralDensityProbe;

/** The figures of what a run reads of the curvature besides the sharpness, from its columns. */
final class MeasureFigures {
    private static final PlotAxis STEP = PlotAxis.linear("step t");

    /** Cells of the density along the eigenvalues; an eigenvalue is widened to one cell's height as its standard deviation. */
    private static final int CELLS = 150;

    /** Cells above the largest eigenvalue, and below the smallest. */
    private static final int MARGIN = 3;

    /** The lowest height of a cell, relative to the eigenvalues. */
    private static final double LEAST = 1e-9;

    /** Lowest colour of the density relative to the highest: one of ten million eigenvalues alone is still seen. */
    private static final double FAINTEST = 1e-7;

    private final String title;
    private final Table table;

    private MeasureFigures(String title, Table table) {
        this.title = title;
        this.table = table;
    }

    /** Those whose columns the table has, with a reading. */
    static List<Figure> of(String title, Table table) {
        MeasureFigures figures = new MeasureFigures(title, table);
        List<Figure> all = new ArrayList<>();
        List<Panel> panels = figures.panels();
        if (!panels.isEmpty()) {
            all.add(Figure.of("curvature", title + ": curvature", panels.toArray(Panel[]::new))
                    .sized(Figure.WIDTH, 340));
        }
        if (figures.read(SpectralDensityProbe.NODE + 1)) {
            all.add(figures.density());
        }
        return all;
    }

    private boolean read(String column) {
        return !Readings.of(table, column).isEmpty();
    }

    private List<Panel> panels() {
        List<Panel> panels = new ArrayList<>();
        if (read("hessianTrace")) {
            panels.add(estimate("trace of the Hessian", "hessianTrace", "hessianTraceError", Palette.BLUE));
        }
        if (read("batchSharpness")) {
            panels.add(estimate("batch sharpness", "batchSharpness", "batchSharpnessError", Palette.VERMILION)
                    .with(
                            dashed("stabilityThreshold", "stability threshold", Palette.BLACK),
                            dashed("sharpness", "sharpness S", Palette.GREY)));
        }
        if (read("selfStabilisation")) {
            panels.add(Plot.of("", STEP, PlotAxis.linear("progressive sharpening α"))
                    .with(readings("progressiveSharpening", "α = −∇L·∇S⊥", Palette.GREEN)));
            panels.add(Plot.of("", STEP, PlotAxis.log("self-stabilisation β"))
                    .with(readings("selfStabilisation", "β = ‖∇S⊥‖²", Palette.PURPLE)));
        }
        return panels;
    }

    /** A column with its standard error on both sides. */
    private Plot estimate(String name, String column, String error, Color colour) {
        Readings readings = Readings.of(table, column);
        double[] step = readings.of("step");
        double[] value = readings.of(column);
        double[] errors = readings.of(error);
        int n = step.length;
        double[] x = new double[2 * n + 1];
        double[] y = new double[2 * n + 1];
        for (int i = 0; i < n; i++) {
            x[i] = step[i];
            y[i] = value[i] - errors[i];
            x[n + 1 + i] = step[i];
            y[n + 1 + i] = value[i] + errors[i];
        }
        x[n] = step[n - 1];
        y[n] = Double.NaN;
        return Plot.of("", STEP, PlotAxis.linear(name))
                .with(
                        Series.line("± one standard error", x, y, Palette.tint(colour, 0.4)),
                        Series.line(name, step, value, colour));
    }

    private Series dashed(String column, String name, Color colour) {
        return Readings.of(table, column).dashed(column, name, colour);
    }

    private Series readings(String column, String name, Color colour) {
        return Readings.of(table, column).line(column, name, colour);
    }

    /** Step by eigenvalue, the colour their density. */
    private Figure density() {
        Readings readings = Readings.of(table, SpectralDensityProbe.NODE + 1);
        int[] rows = readings.rows();
        double[][] nodes = numbered(SpectralDensityProbe.NODE);
        double[][] weights = numbered(SpectralDensityProbe.WEIGHT);
        DoubleSummaryStatistics range = Arrays.stream(nodes)
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .summaryStatistics();
        double cell = cell(range.getMin(), range.getMax());
        double[] edges = IntStream.rangeClosed(0, CELLS)
                .mapToDouble(i -> range.getMin() + (i - MARGIN) * cell)
                .toArray();
        double[][] values = new double[CELLS][rows.length];
        for (int c = 0; c < rows.length; c++) {
            for (int i = 0; i < nodes.length; i++) {
                if (Double.isFinite(nodes[i][rows[c]])) {
                    widen(nodes[i][rows[c]], weights[i][rows[c]], cell, edges, c, values);
                }
            }
        }
        double most =
                Arrays.stream(values).flatMapToDouble(Arrays::stream).max().orElseThrow();
        return Figure.of(
                "spectral-density",
                title + ": the eigenvalues of the Hessian",
                new HeatMap(
                        "",
                        STEP,
                        PlotAxis.linear("eigenvalue"),
                        HeatMap.edges(readings.of("step"), false),
                        edges,
                        values,
                        new ColourScale.Continuous(
                                PlotAxis.log("spectral density").between(FAINTEST * most, most))));
    }

    /** The height of a cell; also where all eigenvalues are the same, as those of a network that has died. */
    private static double cell(double low, double high) {
        double size = Math.max(Math.abs(low), Math.abs(high));
        return size == 0 ? 1 : Math.max((high - low) / (CELLS - 2 * MARGIN), LEAST * size);
    }

    /** Adds a share of the eigenvalues to a column of cells. */
    private static void widen(double node, double weight, double cell, double[] edges, int column, double[][] values) {
        double height = weight / (Math.sqrt(2 * Math.PI) * cell);
        for (int row = 0; row < CELLS; row++) {
            double z = ((edges[row] + edges[row + 1]) / 2 - node) / cell;
            values[row][column] += height * Math.exp(-0.5 * z * z);
        }
    }

    /** All columns of that name with a number after it. */
    private double[][] numbered(String name) {
        return IntStream.iterate(1, i -> table.has(name + i), i -> i + 1)
                .mapToObj(i -> table.column(name + i))
                .toArray(double[][]::new);
    }
}
