package org.eoslab.plot;

import java.awt.Color;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Run;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.run.Cycle;
import org.eoslab.run.Table;
import org.eoslab.run.Timeline;
import org.eoslab.run.probe.SharpnessProbe;

/**
 * The figures of a run: what its columns have to show. For the minimalist model those of the paper (loss and its terms, ηS with
 * the phases, parameters, GFS sharpness with the bounds of Theorem 5.2), for any model its loss and its sharpness.
 */
public final class RunFigures {
    private static final Axis STEP = Axis.linear("step t");
    /** How far below the loss and its convergence term the axis reaches: a term that dips deeper leaves the picture. */
    private static final double DIP = 1e-3;

    /** Fewer eigenvalues besides the sharpness have colours of their own, more of them shades in their order. */
    private static final int FEW = 5;

    private final String title;
    private final Table table;
    private final Experiment experiment;
    private final Timeline timeline;

    private RunFigures(String title, Run run) {
        this.title = title;
        this.table = run.trajectory().table();
        this.experiment = run.experiment();
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
        boolean minimalist = figures.table.has("beta1Significand");
        List<Figure> all = new ArrayList<>(
                minimalist
                        ? List.of(figures.loss(), figures.phases(), figures.parameters(), figures.gfsSharpness())
                        : List.of(figures.loss(), figures.sharpness()));
        all.addAll(MeasureFigures.of(title, figures.table));
        return List.copyOf(all);
    }

    private Figure loss() {
        double low = Math.min(smallestPositive("loss"), smallestPositive("convergenceLoss"));
        boolean terms = table.has("oscillatoryLoss") && low < Double.POSITIVE_INFINITY;
        Axis axis = Axis.log("loss").between(terms ? Math.max(Double.MIN_NORMAL, DIP * low) : Double.NaN, Double.NaN);
        Plot plot = Plot.of("", STEP, axis);
        plot = line(plot, "convergenceLoss", "convergence term L₂", Palette.BLUE);
        plot = line(plot, "oscillatoryLoss", "oscillatory term L₁", Palette.VERMILION);
        plot = line(plot, "surrogateLoss", "surrogate of L₂", Palette.GREEN);
        plot = line(plot, "loss", terms ? "loss L = L₁ + L₂" : "loss L", Palette.BLACK);
        return Figure.of("loss", title + ": loss", plot);
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
        Plot plot = Plot.of("", STEP, Axis.linear("ηS (step size times sharpness)"))
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
        List<String> others = table.names().stream()
                .filter(n -> n.matches("(top)?[eE]igenvalue([2-9]|\\d\\d+)"))
                .filter(n -> !Readings.of(table, n).isEmpty())
                .toList();
        Plot plot = Plot.of("", STEP, Axis.linear(others.isEmpty() ? "sharpness S" : "eigenvalues of the Hessian"));
        // The line of an eigenvalue is broken where the sharpness was read and it was not followed.
        Readings all = Readings.of(table, "sharpness");
        for (int i = others.size() - 1; i >= 0; i--) {
            String name = others.get(i).replaceFirst(".*?(\\d+)", "eigenvalue $1");
            Color colour = others.size() < FEW
                    ? Palette.line(i + 2)
                    : Palette.tint(Palette.VERMILION, 1 - i / (others.size() + 1.0));
            plot = plot.with(all.line(others.get(i), name, colour));
        }
        plot = line(plot, "sharpness", "sharpness S", Palette.BLUE);
        String id = "sharpness";
        if (!table.has(SharpnessProbe.PRECONDITIONED)) {
            return Figure.of(id, title + ": sharpness", withThreshold(plot));
        }
        Plot preconditioned = withThreshold(line(
                Plot.of("", STEP, Axis.linear("preconditioned sharpness")),
                SharpnessProbe.PRECONDITIONED,
                "preconditioned sharpness",
                Palette.VERMILION));
        return Figure.of(id, title + ": sharpness", preconditioned, plot).sized(Figure.WIDTH, 340);
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
    private static String rounded(double value) {
        return new BigDecimal(value)
                .round(new MathContext(6))
                .stripTrailingZeros()
                .toPlainString();
    }

    private Figure parameters() {
        Plot large = Plot.of("", STEP, Axis.linear("parameter"));
        large = line(large, "alpha", "α", Palette.BLUE);
        large = line(large, "beta2", "β₂", Palette.VERMILION);
        Series alpha = readings("alpha", "α", Palette.BLUE);
        double[] beta2 = table.column("beta2");
        double[] product = new double[beta2.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = alpha.y()[i] * beta2[i];
        }
        large = large.with(Series.line("αβ₂", alpha.x(), product, Palette.GREEN));
        Plot small = Plot.of("", STEP, Axis.linear("log₁₀ |β₁|"))
                .with(Series.line("|β₁|", table.column("step"), logBeta1(), Palette.PURPLE));
        return Figure.of("parameters", title + ": parameters", large, small).sized(Figure.WIDTH, 340);
    }

    /** log₁₀|β₁|, also where β₁ is far below the smallest double. */
    private double[] logBeta1() {
        double[] significand = table.column("beta1Significand");
        double[] exponent = table.column("beta1Exponent");
        double[] log = new double[significand.length];
        for (int i = 0; i < log.length; i++) {
            log[i] = Math.log10(Math.abs(significand[i])) + exponent[i] * Math.log10(2);
        }
        return log;
    }

    /** φ(θₜ) between λ₁G(α₋² − b² − β₂²) and λ₁G(α₊² − β₂²), with α∓ and b² attained over the whole run (Theorem 5.2). */
    private Figure gfsSharpness() {
        double lambda1 = experiment.settings().number("lambda1");
        double[] step = table.column("step");
        double[] alpha = table.column("alpha");
        double[] beta1 = table.column("beta1");
        double[] beta2 = table.column("beta2");
        double least = Arrays.stream(alpha).min().orElseThrow();
        double most = Arrays.stream(alpha).max().orElseThrow();
        double bound = Arrays.stream(beta1).map(b -> b * b).max().orElseThrow();
        double[] lower = new double[step.length];
        double[] upper = new double[step.length];
        for (int i = 0; i < step.length; i++) {
            double square = beta2[i] * beta2[i];
            lower[i] = lambda1 * Minimalist.solutionAlphaSquared(least * least - bound - square);
            upper[i] = lambda1 * Minimalist.solutionAlphaSquared(most * most - square);
        }
        Plot plot = Plot.of("", STEP, Axis.linear("sharpness"))
                .with(
                        Series.line("upper bound", step, upper, Palette.ORANGE),
                        Series.line("lower bound", step, lower, Palette.GREEN));
        plot = line(plot, "gfsSharpness", "sharpness φ of the gradient flow solution", Palette.BLUE);
        plot = plot.with(level("threshold 2/η = " + rounded(timeline.threshold()), timeline.threshold()));
        return Figure.of(
                "gfs-sharpness", title + ": where gradient flow would end, and the bounds of Theorem 5.2", plot);
    }

    private Plot line(Plot plot, String column, String name, Color colour) {
        return table.has(column) ? plot.with(readings(column, name, colour)) : plot;
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
