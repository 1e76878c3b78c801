package org.eoslab.sweep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import java.util.stream.Collectors;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Wanted;
import org.eoslab.expression.Calculation;
import org.eoslab.text.Format;

/**
 * One experiment at many settings. Row {@code i} is a function of this value and {@code i} alone.
 *
 * @param base the experiment whose settings the axes change
 * @param design how the points lie
 * @param axes the directions
 * @param runs how many rows
 * @param seed the base seed of a random design
 * @param derivedSettings settings computed from the axes and the other settings, in order
 * @param derivedColumns result columns computed from everything else in the row, in order
 * @param finals which columns of the run to keep at its last step
 * @param targetLoss when a number: the row has the first step with a loss not above it; else NaN
 * @param certificateStep whether to search for the first step of a convergence certificate; else it is looked for at the last
 * @param budget the most that the sweep may take
 * @param partitionRows rows in a partition: the unit of work and of what a kill can lose; the last has what is left
 */
public record Sweep(
        Experiment base,
        Design design,
        List<Axis> axes,
        long runs,
        long seed,
        Map<String, Calculation> derivedSettings,
        Map<String, Calculation> derivedColumns,
        List<String> finals,
        double targetLoss,
        boolean certificateStep,
        Budget budget,
        long partitionRows) {
    /**
     * The most that a sweep may take.
     *
     * @param runs runs
     * @param steps steps of all runs together
     */
    public record Budget(double runs, double steps) {
        /** Ten million runs, 10¹² steps. */
        public static final Budget DEFAULT = new Budget(1e7, 1e12);
    }

    /** RowBlock whose settings and results are in memory as objects at a time: few enough to be garbage before the collector moves them. */
    private static final long STRETCH = 512;

    /** Checks the budget and builds the corners of the sweep, so that settings out of range are found before it starts. */
    public Sweep {
        if (runs > budget.runs()) {
            throw new InputException(Format.text(
                    "sweep: %,d runs are above its budget of %,.0f (sweep: budget: runs)", runs, budget.runs()));
        }
        double steps = (double) runs * base.steps();
        if (steps > budget.steps()) {
            throw new InputException(Format.text(
                    "sweep: %,d runs of %,d steps are above its budget of %.3g steps (sweep: budget: steps)",
                    runs, base.steps(), budget.steps()));
        }
    }

    /**
     * The sweep that a file's contents describe.
     *
     * @throws InputException when they describe none
     */
    public static Sweep read(Map<String, ?> file, Catalogue catalogue) {
        Sweep sweep = SweepReader.read(file, catalogue);
        for (long corner : sweep.corners()) {
            sweep.problemsAt(corner);
        }
        return sweep;
    }

    private void problemsAt(long index) {
        Experiment experiment = experiments(index, index + 1).get(0);
        try {
            experiment.build();
        } catch (InputException e) {
            throw new InputException("run " + index + " of the sweep: " + e.getMessage());
        }
    }

    /** What is wanted of each run. */
    Wanted wanted() {
        return new Wanted(finals, targetLoss, certificateStep);
    }

    /** The indices of the extreme points of a grid; of other designs the first and the last. */
    private List<Long> corners() {
        List<Long> corners = new ArrayList<>(List.of(0L));
        if (design == Design.GRID) {
            long stride = runs;
            for (Axis axis : axes) {
                stride /= axis.points();
                long last = stride * (axis.points() - 1);
                for (long corner : List.copyOf(corners)) {
                    corners.add(corner + last);
                }
            }
        } else {
            corners.add(runs - 1);
        }
        return corners;
    }

    /** How many partitions. */
    public long partitions() {
        return (runs + partitionRows() - 1) / partitionRows();
    }

    /** How many rows a partition has. */
    public long rowsOf(long partition) {
        return Math.min(partitionRows(), runs - partition * partitionRows());
    }

    /** The rows of a partition. */
    public RowBlock partition(long index) {
        long first = index * partitionRows();
        return rows(first, first + rowsOf(index));
    }

    /** Makes the runs of rows {@code from} to {@code to}, exclusive. */
    public RowBlock rows(long from, long to) {
        List<RowBlock> stretches = new ArrayList<>();
        long next = from;
        do {
            long end = Math.min(to, next + STRETCH);
            List<Map<String, Object>> points = points(next, end);
            stretches.add(Results.of(
                    this, next, points, points.stream().map(this::experiment).toList()));
            next = end;
        } while (next < to);
        return RowBlock.joined(stretches);
    }

    /** The name of the column that keeps a run's column at its last step: {@code finalLoss} of {@code loss}. */
    public static String finalColumn(String column) {
        return "final" + Character.toUpperCase(column.charAt(0)) + column.substring(1);
    }

    /** The words for the columns of its rows, but for those that bear the name of a setting. */
    public Map<String, String> words() {
        return SweepColumn.words(base.build().simulation().columns(), finals);
    }

    /** The columns of its rows, without a row in them. */
    public List<RowColumn> columns() {
        return rows(0, 0).columns();
    }

    /** The experiments of rows {@code from} to {@code to}, exclusive. */
    public List<Experiment> experiments(long from, long to) {
        return points(from, to).stream().map(this::experiment).collect(Collectors.toList());
    }

    /** The experiment at values of the axes, in their order: a point that need not be of the design. */
    public Experiment experimentAt(Object... values) {
        return experiment(point(values));
    }

    /** The rows at values of the axes, in their order: points that need not be of the design; their index is their place here. */
    public RowBlock rowsAt(List<Object[]> values) {
        List<Map<String, Object>> points = values.stream().map(this::point).toList();
        return Results.of(this, 0, points, points.stream().map(this::experiment).toList());
    }

    private List<Map<String, Object>> points(long from, long to) {
        LongFunction<Object[]> values = design.points(axes, seed);
        List<Map<String, Object>> points = new ArrayList<>();
        for (long index = from; index < to; index++) {
            points.add(point(values.apply(index)));
        }
        return points;
    }

    /** The values of the axes and of the derived settings, by name. */
    private Map<String, Object> point(Object[] values) {
        Map<String, Object> point = new LinkedHashMap<>();
        for (int j = 0; j < values.length; j++) {
            point.put(axes.get(j).name(), values[j]);
        }
        derivedSettings.forEach((name, formula) -> point.put(name, formula.value(n -> number(n, point))));
        return point;
    }

    /** A named number: of the point if it is there, else of the base settings. */
    private double number(String name, Map<String, Object> point) {
        Object value = point.containsKey(name) ? point.get(name) : point.get("start." + name);
        if (value == null) {
            value = base.settings().value(name);
        }
        if (value instanceof Number n) {
            return n.doubleValue();
        }
        throw new InputException("formula: " + name + " is not a number");
    }

    private Experiment experiment(Map<String, Object> point) {
        Map<String, Object> changes = new LinkedHashMap<>(point);
        changes.keySet().removeIf(name -> !base.settings().has(name));
        return base.with(changes);
    }
}
