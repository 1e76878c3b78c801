package org.eoslab.plot;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import org.eoslab.experiment.Run;
import org.eoslab.model.minimalist.MinimalistModel;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.run.Table;

/** The figures that only a run of the minimalist model has: its parameters, and the GFS sharpness with the bounds of Theorem 5.2. */
final class MinimalistFigures {
    private static final PlotAxis STEP = PlotAxis.linear("step t");

    private final String title;
    private final Table table;
    private final double lambda1;
    private final double threshold;

    private MinimalistFigures(String title, Run run) {
        this.title = title;
        this.table = run.trajectory().table();
        this.lambda1 = run.experiment().settings().get(MinimalistModel.LAMBDA1);
        this.threshold = run.trajectory().timeline().threshold();
    }

    /** Both, of a run by the paper's own rule. */
    static List<Figure> of(String title, Run run) {
        MinimalistFigures figures = new MinimalistFigures(title, run);
        return figures.table.has("beta1Significand")
                ? List.of(figures.parameters(), figures.gfsSharpness())
                : List.of();
    }

    private Figure parameters() {
        Plot large = Plot.of("", STEP, PlotAxis.linear("parameter"));
        large = large.with(readings("alpha", "α", Palette.BLUE), readings("beta2", "β₂", Palette.VERMILION));
        Series alpha = readings("alpha", "α", Palette.BLUE);
        double[] beta2 = table.column("beta2");
        double[] product = new double[beta2.length];
        for (int i = 0; i < product.length; i++) {
            product[i] = alpha.y()[i] * beta2[i];
        }
        large = large.with(Series.line("αβ₂", alpha.x(), product, Palette.GREEN));
        Plot small = Plot.of("", STEP, PlotAxis.linear("log₁₀ |β₁|"))
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
        Plot plot = Plot.of("", STEP, PlotAxis.linear("sharpness"))
                .with(
                        Series.line("upper bound", step, upper, Palette.ORANGE),
                        Series.line("lower bound", step, lower, Palette.GREEN));
        plot = plot.with(
                readings("gfsSharpness", "sharpness φ of the gradient flow solution", Palette.BLUE),
                Series.level(
                        "threshold 2/η = " + RunFigures.rounded(threshold),
                        threshold,
                        step[0],
                        step[step.length - 1],
                        Palette.BLACK));
        return Figure.of(
                "gfs-sharpness", title + ": where gradient flow would end, and the bounds of Theorem 5.2", plot);
    }

    private Series readings(String column, String name, Color colour) {
        return Readings.of(table, column).line(column, name, colour);
    }
}
