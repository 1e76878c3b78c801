package org.eoslab.plot;

import java.awt.Color;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Run;
import org.eoslab.run.Column;
import org.eoslab.run.Cycle;
import org.eoslab.run.Table;
import org.eoslab.run.Timeline;

/**
 * The figures of a run: what its columns have to show. For the minimalist model those of the paper (loss and its terms, ηS with
 * the phases, parameters, GFS sharpness with the bounds of Theorem 5.2), for any model its loss and its sharpness.
 */
public final class RunFigures {
    private static final PlotAxis STEP = PlotAxis.linear("step t");

    /** How far below the loss and its convergence term the axis reaches: a term that dips deeper leaves the picture. */
    private static final double DIP = 1e-3;

    /** The colours of the parts of a loss, in their order. */
    private static final List<Color> TERMS = List.of(Palette.VERMILION, Palette.BLUE, Palette.GREEN);

    /** Fewer eigenvalues besides the sharpness have colours of their own, more of them shades in their order. */
    private static final int FEW = 5;

    /** How far above the sharpness and the threshold an axis reaches: a step's own curvature that jumps further leaves the picture. */
    private static final double ROOM = 1.5;

    /** On a quadratic −1 is a step too small to matter; progress outside of this range is a spike. */
    private static final double LEAST_PROGRESS = -1.6;

    private static final double MOST_PROGRESS = 1;

    /** The figures that only one model has, by its name. */
    private static final Map<String, BiFunction<String, Run, List<Figure>>> OF_MODELS =
            Map.of("minimalist", MinimalistFigures::of);

    private final String title;
    private final Table table;
    private final Timeline timeline;

    private RunFigures(String title, Run run) {
        this.title = title;
        this.table = run.trajectory().table();
        this.timeline = run.trajectory().timeline();
    }

    /**
     * All of them; none when fewer than two steps were recorded.
     *
     * @param title what the run is called
     */
    public static List<Figure> of(String title, Run run) {
        RunFigures figures = new RunFigures(title, run);
        if (figures.table.rows() < 2) {
            return List.of();
        }
        boolean phased = !figures.columns(Column.Role.PHASE).isEmpty();
        List<Figure> all = new ArrayList<>(List.of(figures.loss(), phased ? figures.phases() : figures.sharpness()));
        all.addAll(OF_MODELS
                .getOrDefault(run.experiment().model().name(), (t, r) -> List.of())
                .apply(title, run));
        if (!phased) {
            figures.progress().ifPresent(all::add);
        }
        if (!figures.columns(Column.Role.ACCURACY).isEmpty()) {
            all.add(figures.accuracy());
        }
        all.addAll(measures(title, run.experiment(), figures.table, figures.timeline.firstCrossing()));
        return List.copyOf(all);
    }

    /**
     * Those of what has been measured besides the sharpness, of a run that may still be under way; none while nothing has been.
     *
     * @param title what the run is called
     * @param table its rows so far
     * @param firstCrossing the first step above the threshold, −1 while there is none
     */
    public static List<Figure> measures(String title, Experiment experiment, Table table, long firstCrossing) {
        List<Figure> all = new ArrayList<>(MeasureFigures.of(title, table));
        OpposingFigure.of(title, experiment, table, firstCrossing).ifPresent(all::add);
        return List.copyOf(all);
    }

    /** The columns of some roles, in their order. */
    private List<Column> columns(Column.Role... roles) {
        List<Column.Role> wanted = List.of(roles);
        return table.columns().stream().filter(c -> wanted.contains(c.role())).toList();
    }

    /** Those of a role that have readings. */
    private List<Column> read(Column.Role role) {
        return columns(role).stream()
                .filter(column -> !Readings.of(table, column.name()).isEmpty())
                .toList();
    }

    private Figure loss() {
        List<Column> terms = columns(Column.Role.LOSS_TERM, Column.Role.SURROGATE_LOSS);
        // A term that dips deeper than the loss and those that carry it leaves the picture.
        double low = DIP
                * Stream.concat(
                                columns(Column.Role.LOSS).stream(),
                                terms.stream().skip(1).limit(1))
                        .mapToDouble(c -> smallestPositive(c.name()))
                        .min()
                        .orElse(Double.POSITIVE_INFINITY);
        boolean bounded = !terms.isEmpty() && low < Double.POSITIVE_INFINITY;
        PlotAxis axis =
                PlotAxis.log("loss").between(bounded ? Math.max(Double.MIN_NORMAL, low) : Double.NaN, Double.NaN);
        Plot plot = Plot.of("", STEP, axis);
        for (int i = 0; i < terms.size(); i++) {
            plot = line(plot, terms.get(i), TERMS.get(i % TERMS.size()));
        }
        for (Column test : columns(Column.Role.TEST_LOSS)) {
            plot = line(plot, test, Palette.VERMILION);
        }
        for (Column loss : columns(Column.Role.LOSS)) {
            plot = line(plot, loss, Palette.BLACK);
        }
        return Figure.of("loss", title + ": loss", plot);
    }

    /** The share of examples that are right, of those learned and of a test set. */
    private Figure accuracy() {
        Plot plot = Plot.of("", STEP, PlotAxis.linear("share that is right"));
        List<Column> sets = columns(Column.Role.ACCURACY);
        for (int i = sets.size() - 1; i >= 0; i--) {
            plot = line(plot, sets.get(i), i == 0 ? Palette.BLACK : Palette.VERMILION);
        }
        return Figure.of("accuracy", title + ": accuracy", plot);
    }

    private double smallestPositive(String column) {
        return table.has(column)
                ? Arrays.stream(table.column(column)).filter(x -> x > 0).min().orElse(Double.POSITIVE_INFINITY)
                : Double.POSITIVE_INFINITY;
    }

    /** ηS over the phases; η from the threshold 2/η. */
    private Figure phases() {
        Series s = readings("sharpness", "ηS", Palette.BLUE);
        double[] scaled =
                Arrays.stream(s.y()).map(y -> 2 * y / timeline.threshold()).toArray();
        Plot plot = Plot.of("", STEP, PlotAxis.linear("ηS (step size times sharpness)"))
                .with(
                        phase(1, "phase I", Palette.tint(Palette.SKY, 0.35)),
                        phase(2, "phase II.1: sharpening", Palette.tint(Palette.ORANGE, 0.28)),
                        phase(3, "phase II.2: self-stabilisation", Palette.tint(Palette.GREEN, 0.32)))
                .with(Series.line("ηS", s.x(), scaled, Palette.BLUE), level("edge of stability, 2", 2));
        return Figure.of("sharpness", title + ": sharpness", plot);
    }

    /** The top eigenvalues, and what is held against the stability threshold: they, or the preconditioned ones of a rule that has them. */
    private Figure sharpness() {
        // The first is the sharpness.
        List<Column> others = columns(Column.Role.EIGENVALUE).stream()
                .skip(1)
                .filter(c -> !Readings.of(table, c.name()).isEmpty())
                .toList();
        Plot plot = Plot.of("", STEP, PlotAxis.linear(others.isEmpty() ? "sharpness S" : "eigenvalues of the Hessian"));
        // The line of an eigenvalue is broken where the sharpness was read and it was not followed.
        Readings all = Readings.of(table, "sharpness");
        for (int i = others.size() - 1; i >= 0; i--) {
            Color colour = others.size() < FEW
                    ? Palette.line(i + 2)
                    : Palette.tint(Palette.VERMILION, 1 - i / (others.size() + 1.0));
            plot = plot.with(all.line(others.get(i).name(), others.get(i).words(), colour));
        }
        for (Column sharpness : columns(Column.Role.SHARPNESS)) {
            plot = line(plot, sharpness, Palette.BLUE);
        }
        String id = "sharpness";
        List<Column> preconditionedOnes = columns(Column.Role.PRECONDITIONED_SHARPNESS);
        if (preconditionedOnes.isEmpty()) {
            return Figure.of(id, title + ": sharpness", withThreshold(plot));
        }
        Plot preconditioned = withThreshold(line(
                Plot.of("", STEP, PlotAxis.linear(preconditionedOnes.get(0).words())),
                preconditionedOnes.get(0),
                Palette.VERMILION));
        return Figure.of(id, title + ": sharpness", preconditioned, plot).sized(Figure.WIDTH, 340);
    }

    /**
     * What the steps say of the edge: the curvature D along each beside the sharpness and the threshold, and below it the relative progress, which is about 0 at the edge
     * (Ahn, Zhang and Sra 2022). None of a run that has no threshold, or no such readings.
     */
    private Optional<Figure> progress() {
        List<Column> progress = read(Column.Role.PROGRESS);
        List<Column> along = read(Column.Role.STEP_CURVATURE);
        List<Column> sharpness = read(Column.Role.SHARPNESS);
        if (progress.isEmpty() || along.isEmpty() || sharpness.isEmpty() || !timeline.hasThreshold()) {
            return Optional.empty();
        }
        Series of = readings(sharpness.get(0).name(), sharpness.get(0).words(), Palette.BLUE);
        double highest = Arrays.stream(of.y()).max().orElse(0);
        double top = ROOM * Math.max(highest, timeline.threshold());
        if (!(top > 0 && top < Double.POSITIVE_INFINITY)) {
            return Optional.empty();
        }
        Plot curvature = line(
                Plot.of("", STEP, PlotAxis.linear("curvature").between(0, top)),
                along.get(0),
                Palette.tint(Palette.VERMILION, 0.6));
        PlotAxis axis = PlotAxis.linear(progress.get(0).words()).between(LEAST_PROGRESS, MOST_PROGRESS);
        return Optional.of(Figure.of(
                        "progress",
                        title + ": the curvature along each step, and its progress",
                        withThreshold(curvature.with(of)),
                        line(Plot.of("", STEP, axis), progress.get(0), Palette.VERMILION)
                                .with(level("0, its mean at the edge", 0)))
                .sized(Figure.WIDTH, 340));
    }

    /** With the stability threshold as it was at each step, which a schedule of the step size moves; a flow has none. */
    private Plot withThreshold(Plot plot) {
        String name = "stability threshold";
        if (!timeline.hasThreshold()) {
            return plot;
        }
        String valued = name + " " + rounded(timeline.threshold());
        if (!table.has("stabilityThreshold")) {
            return plot.with(level(valued, timeline.threshold()));
        }
        Readings readings = Readings.of(table, "stabilityThreshold");
        boolean constant =
                Arrays.stream(readings.of("stabilityThreshold")).distinct().count() == 1;
        return plot.with(readings.dashed("stabilityThreshold", constant ? valued : name, Palette.BLACK));
    }

    /** A number with at most six digits. */
    static String rounded(double value) {
        return new BigDecimal(value)
                .round(new MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
    }

    private Plot line(Plot plot, Column column, Color colour) {
        return plot.with(readings(column.name(), column.words(), colour));
    }

    /** A column against the step, without the steps that have no reading. */
    private Series readings(String column, String name, Color colour) {
        return Readings.of(table, column).line(column, name, colour);
    }

    private Series level(String name, double y) {
        double[] step = table.column("step");
        return Series.level(name, y, step[0], step[step.length - 1], Palette.BLACK);
    }

    /** The end of the cycle in which the curvature passes the threshold for the last time, downwards; infinite while it may pass it again. */
    private double settled() {
        List<Long> down = timeline.crossDown();
        if (down.isEmpty() || timeline.crossUp().size() > down.size()) {
            return Double.POSITIVE_INFINITY;
        }
        return timeline.cycles().stream()
                .mapToDouble(Cycle::end)
                .filter(end -> end >= down.get(down.size() - 1))
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** The steps of a phase, up to the trough after the last crossing where the run stays below the threshold. */
    private Band phase(int number, String name, Color colour) {
        double last = settled();
        double[] step =
                Arrays.stream(table.column("step")).filter(t -> t <= last).toArray();
        double[] phase = table.column("phase");
        List<double[]> intervals = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= step.length; i++) {
            boolean in = i < step.length && phase[i] == number;
            if (in && start < 0) {
                start = i;
            } else if (!in && start >= 0) {
                intervals.add(new double[] {step[start], step[Math.min(i, step.length - 1)]});
                start = -1;
            }
        }
        return new Band(name, intervals.toArray(double[][]::new), colour);
    }
}
