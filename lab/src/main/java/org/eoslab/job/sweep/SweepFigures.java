package org.eoslab.job.sweep;

import java.awt.Color;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.Setting;
import org.eoslab.plot.ColourScale;
import org.eoslab.plot.Figure;
import org.eoslab.plot.HeatMap;
import org.eoslab.plot.Palette;
import org.eoslab.plot.Plot;
import org.eoslab.plot.PlotAxis;
import org.eoslab.plot.Series;
import org.eoslab.run.Outcome;
import org.eoslab.store.duckdb.DuckDb;
import org.eoslab.sweep.Axis.Interval;
import org.eoslab.sweep.Design;
import org.eoslab.sweep.Regime;
import org.eoslab.sweep.Sweep;
import org.eoslab.sweep.orbit.Orbit;

/**
 * The pictures of a finished sweep. Of a grid over two intervals: the phase diagram and a heat map of each derived column; over
 * one interval: its numbers against it, and the bifurcation diagram when the file's {@code plots} ask for one
 * ({@code orbit: x}, {@code transient: 2000}, {@code keep: 200}); of any sweep: the histogram of cycles.
 */
public final class SweepFigures {
    private static final int SIDE = 620;
    private static final int BINS = 60;

    /** The share of the runs that the histogram of cycles shows: a few of a large sweep may have a hundred times as many as the rest. */
    private static final double SHOWN = 0.995;

    /** The share of a map's cells, at either end, that may be beyond the ends of its colours, and how much longer they must make the bar. */
    private static final double OUTERMOST = 0.005;

    private static final double STRETCHED = 1.25;

    /** Cells a side of a map: of a larger grid every second, third … point is drawn, and the title says so. */
    private static final int PHASE_CELLS = 500;

    private static final int MAP_CELLS = 200;

    /** Colours of the regimes, in their order: at rest, calm, at the edge, thrown off, gone. */
    private static final List<Color> REGIMES =
            List.of(Palette.BLUE, Palette.SKY, Palette.ORANGE, Palette.PURPLE, Palette.VERMILION);

    private final SweepFolder folder;
    private final Sweep sweep;

    private SweepFigures(SweepFolder folder) {
        this.folder = folder;
        this.sweep = folder.file().sweep();
    }

    /** All of them. */
    public static List<Figure> of(SweepFolder folder) {
        SweepFigures figures = new SweepFigures(folder);
        List<Figure> all = new ArrayList<>();
        boolean intervals = figures.sweep.design() == Design.GRID
                && figures.sweep.axes().stream().allMatch(a -> a instanceof Interval);
        int axes = figures.sweep.axes().size();
        if (intervals && axes == 2) {
            all.add(figures.phaseDiagram());
            figures.sweep.derivedColumns().keySet().forEach(name -> all.add(figures.heatMap(name)));
        } else if (intervals && axes == 1) {
            all.add(figures.curves());
            if (folder.file().contents().get("plots") instanceof Map<?, ?> plots) {
                all.add(figures.bifurcation(plots));
            }
        }
        all.add(figures.histogram());
        return all;
    }

    private Interval axis(int j) {
        return (Interval) sweep.axes().get(j);
    }

    private static PlotAxis axis(Interval interval) {
        return interval.log() ? PlotAxis.log(interval.name()) : PlotAxis.linear(interval.name());
    }

    private static double[] centres(Interval interval) {
        double[] centres = new double[interval.points()];
        Arrays.setAll(centres, k -> ((Number) interval.point(k)).doubleValue());
        return centres;
    }

    private Figure phaseDiagram() {
        List<String> names = Arrays.stream(Regime.values()).map(Regime::label).toList();
        String places = names.stream()
                .map(DuckDb::literal)
                .reduce((a, b) -> a + ", " + b)
                .orElse("");
        double[] values = column("list_position([" + places + "], regime) - 1");
        return map(
                "phase-diagram",
                "regime at the last step",
                values,
                new ColourScale.Categories(names, REGIMES),
                PHASE_CELLS);
    }

    /** Runs that diverged stay blank: their last finite readings, up to 1e300, would take all colours. */
    private Figure heatMap(String name) {
        double[] values = column("CASE WHEN outcome = " + DuckDb.literal(Outcome.DIVERGED.label())
                + " THEN 'nan'::DOUBLE ELSE " + DuckDb.identifier(name) + "::DOUBLE END");
        return map("map-" + name, name, values, new ColourScale.Continuous(bar(name, values)), MAP_CELLS);
    }

    /** From the least to the largest value, but without the outermost cells at either end where these few would take most of the colours. */
    private static PlotAxis bar(String name, double[] values) {
        double[] sorted =
                Arrays.stream(values).filter(Double::isFinite).sorted().toArray();
        if (sorted.length == 0) {
            return PlotAxis.linear(name).between(0, 1);
        }
        int last = sorted.length - 1;
        int outermost = (int) (OUTERMOST * sorted.length);
        double inner = sorted[last - outermost] - sorted[outermost];
        double all = sorted[last] - sorted[0];
        if (inner > 0 && all > STRETCHED * inner) {
            return PlotAxis.linear(String.format(
                            Locale.ROOT, "%s, but for %.1f %% of the cells at either end", name, 100 * OUTERMOST))
                    .between(sorted[outermost], sorted[last - outermost]);
        }
        return PlotAxis.linear(name).between(sorted[0], all > 0 ? sorted[last] : sorted[0] + 1);
    }

    private Figure map(String name, String title, double[] values, ColourScale scale, int most) {
        Interval x = axis(0);
        Interval y = axis(1);
        int stride = (Math.max(x.points(), y.points()) + most - 1) / most;
        double[] xs = every(stride, centres(x));
        double[] ys = every(stride, centres(y));
        double[][] cells = new double[ys.length][xs.length];
        for (int row = 0; row < ys.length; row++) {
            for (int column = 0; column < xs.length; column++) {
                cells[row][column] = values[column * stride * y.points() + row * stride];
            }
        }
        HeatMap map =
                new HeatMap("", axis(x), axis(y), HeatMap.edges(xs, x.log()), HeatMap.edges(ys, y.log()), cells, scale);
        String drawn = stride == 1 ? "" : " (one in " + stride + " points a side)";
        return Figure.of(name, folder.file().name() + ": " + title + drawn, map).sized(SIDE, SIDE);
    }

    private static double[] every(int stride, double[] all) {
        double[] some = new double[(all.length + stride - 1) / stride];
        Arrays.setAll(some, k -> all[k * stride]);
        return some;
    }

    /** Steps to the target loss when there is one, and the last loss or sharpness, against the axis. */
    private Figure curves() {
        Interval x = axis(0);
        double[] places = centres(x);
        List<Plot> plots = new ArrayList<>();
        if (!Double.isNaN(sweep.targetLoss())) {
            double[] steps = column("CASE WHEN stepsToLoss < 0 THEN 'nan'::DOUBLE ELSE stepsToLoss::DOUBLE END");
            plots.add(Plot.of(
                            "",
                            axis(x),
                            PlotAxis.log(String.format(Locale.ROOT, "steps to loss %.3g", sweep.targetLoss())))
                    .with(Series.dots("steps to the loss", places, steps, Palette.BLUE)));
        }
        Map<String, String> words = sweep.words();
        sweep.finals().forEach(name -> {
            double[] values = column(DuckDb.identifier(Sweep.finalColumn(name)));
            if (Arrays.stream(values).anyMatch(Double::isFinite)) {
                boolean log = name.equals("loss");
                String label = words.getOrDefault(Sweep.finalColumn(name), name);
                plots.add(Plot.of("", axis(x), log ? PlotAxis.log(label) : PlotAxis.linear(label))
                        .with(Series.dots(label, places, values, Palette.line(plots.size()))));
            }
        });
        return Figure.of("curves", folder.file().name(), plots.toArray(Plot[]::new));
    }

    private Figure bifurcation(Map<?, ?> plots) {
        String coordinate = String.valueOf(plots.get("orbit"));
        List<String> names = sweep.base().settings().schema().stream()
                .filter(Setting::start)
                .map(s -> s.name().replaceFirst("^start\\.", ""))
                .toList();
        int index = names.indexOf(coordinate);
        if (index < 0) {
            throw InputException.unknown("plots: orbit: coordinate", coordinate, names);
        }
        long settling = whole(plots, "transient", 2000);
        int keep = (int) whole(plots, "keep", 200);
        Interval x = axis(0);
        double[] places = centres(x);
        double[] xs = new double[places.length * keep];
        double[] ys = new double[places.length * keep];
        Arrays.fill(ys, Double.NaN);
        List<Experiment> experiments = sweep.experiments(0, sweep.runs());
        for (int i = 0; i < places.length; i++) {
            Problem problem = experiments.get(i).build();
            double[] values = Orbit.of(
                            problem.simulation().dynamics(), problem.start().copy(), settling, keep, index)
                    .values();
            Arrays.fill(xs, i * keep, (i + 1) * keep, places[i]);
            System.arraycopy(values, 0, ys, i * keep, values.length);
        }
        Plot plot = Plot.of("", axis(x), PlotAxis.linear(coordinate))
                .with(Series.specks("orbit of " + coordinate, xs, ys, Palette.BLACK));
        return Figure.of("bifurcation", folder.file().name() + ": orbits of " + coordinate, plot)
                .sized(Figure.WIDTH, SIDE);
    }

    private static long whole(Map<?, ?> plots, String key, long otherwise) {
        Object value = plots.get(key);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Number n && n.longValue() >= 1 && n.longValue() <= 1_000_000_000) {
            return n.longValue();
        }
        throw new InputException(
                "plots: " + key + ": " + value + " is not allowed; it must be a whole number from 1 to 1e9");
    }

    private Figure histogram() {
        double[] cycles = column("cycles::DOUBLE");
        Arrays.sort(cycles);
        double most = cycles.length == 0 ? 0 : cycles[(int) (SHOWN * (cycles.length - 1))];
        int width = (int) Math.max(1, Math.ceil((most + 1) / BINS));
        int bins = (int) (most / width) + 1;
        double[] edges = new double[bins + 1];
        double[] counts = new double[bins + 1];
        Arrays.setAll(edges, k -> k * (double) width - 0.5);
        int beyond = 0;
        for (double c : cycles) {
            if (c > most) {
                beyond++;
            } else {
                counts[(int) (c / width)]++;
            }
        }
        String title = folder.file().name() + ": cycles of sharpening and self-stabilisation";
        if (beyond > 0) {
            title +=
                    String.format(Locale.ROOT, " (%,d runs have more, up to %,.0f)", beyond, cycles[cycles.length - 1]);
        }
        Plot plot = Plot.of("", PlotAxis.linear("complete cycles"), PlotAxis.linear("runs"))
                .with(new Series("runs", edges, counts, Series.Style.STEPS, Palette.BLUE));
        return Figure.of("cycles", title, plot);
    }

    private double[] column(String expression) {
        double[] values = new double[Math.toIntExact(sweep.runs())];
        try (Connection connection = DuckDb.inMemory();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT (" + expression + ")::DOUBLE FROM "
                        + folder.files().sql() + " ORDER BY \"index\"")) {
            for (int i = 0; rows.next(); i++) {
                values[i] = rows.getDouble(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        return values;
    }
}
