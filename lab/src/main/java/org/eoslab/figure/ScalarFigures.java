package org.eoslab.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eoslab.claim.Finding;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.State;
import org.eoslab.experiment.Run;
import org.eoslab.objective.DoubleWell;
import org.eoslab.plot.Axis;
import org.eoslab.plot.Figure;
import org.eoslab.plot.Palette;
import org.eoslab.plot.Plot;
import org.eoslab.plot.Series;
import org.eoslab.trajectory.Table;

/** Figures 10, 11 and 15: the scalar networks that the paper compares with. */
final class ScalarFigures {
    private static final double FIRST_ETA = 0.9;
    private static final double LAST_ETA = 2.0;
    private static final int ETAS = 500;
    private static final int SETTLING = 2000;
    private static final int ORBIT = 60;
    private static final double RESOLUTION = 500;
    private static final double START = 0.9;

    private ScalarFigures() {}

    static PaperFigure zhu(boolean quick) {
        Run run = Made.run("zhu-fast", Map.of());
        return new PaperFigure(
                10,
                "The four-layer scalar network of Zhu et al.: the sharpness jumps up and down about the threshold at every"
                        + " step and ends just below it; the loss falls without the spikes of figure 1.",
                Made.claims(run, "Zhu.S"),
                Figure.of("figure-10", "Figure 10: scalar network of Zhu et al.", loss(run), sharpness(run)));
    }

    static PaperFigure kreisler(boolean quick) {
        Run run = Made.run("kreisler", Map.of());
        return new PaperFigure(
                11,
                "The deep scalar network of Kreisler et al.: the sharpness of the gradient flow solution falls at every"
                        + " step, to just below the threshold, whatever the sharpness itself does.",
                Made.claims(run, "Kreisler.GFS"),
                Figure.of("figure-11", "Figure 11: scalar network of Kreisler et al.", loss(run), sharpness(run)));
    }

    private static Plot loss(Run run) {
        Table table = run.trajectory().table();
        return Plot.of("", Axis.linear("step t"), Axis.log("loss"))
                .with(Series.line("loss L", table.column("step"), table.column("loss"), Palette.BLACK));
    }

    private static Plot sharpness(Run run) {
        Table table = run.trajectory().table();
        double eta = run.experiment().settings().number("eta");
        double[] step = table.column("step");
        return Plot.of("", Axis.linear("step t"), Axis.linear("η times sharpness"))
                .with(
                        Series.line("ηS", step, scaled(table.column("sharpness"), eta), Palette.BLUE),
                        Series.line(
                                "η times GFS sharpness",
                                step,
                                scaled(table.column("gfsSharpness"), eta),
                                Palette.VERMILION),
                        Series.level("edge of stability, 2", 2, step[0], step[step.length - 1], Palette.BLACK));
    }

    private static double[] scaled(double[] values, double eta) {
        return Arrays.stream(values).map(v -> eta * v).toArray();
    }

    static PaperFigure chenBruna(boolean quick) {
        Run period2 = Made.run("chen-bruna", Map.of());
        Run period4 = Made.run("chen-bruna-period4", Map.of());
        Run chaos = Made.run("chen-bruna-chaos", Map.of());
        double[][] orbits = IntStream.range(0, ETAS)
                .boxed()
                .flatMap(i -> orbit(FIRST_ETA + (LAST_ETA - FIRST_ETA) * i / (ETAS - 1)))
                .toArray(double[][]::new);
        double[] eta = Arrays.stream(orbits).mapToDouble(p -> p[0]).toArray();
        double[] x = Arrays.stream(orbits).mapToDouble(p -> p[1]).toArray();
        Plot plot = Plot.of("", Axis.linear("ημ"), Axis.linear("orbit of x"))
                .with(Series.specks("where gradient descent ends, from x₀ = 0.9", eta, x, Palette.BLUE));
        List<Finding> evidence = new ArrayList<>();
        evidence.addAll(Made.claims(period2, "ChenBruna.flip", "ChenBruna.period2"));
        evidence.addAll(Made.claims(period4, "ChenBruna.period4"));
        evidence.addAll(Made.claims(chaos, "ChenBruna.chaos"));
        return new PaperFigure(
                15,
                "Gradient descent on ¼(x² − μ)² beyond the edge (Chen & Bruna): below ημ = 1 it converges to the minimum;"
                        + " above, it settles on an orbit of period 2, then 4 from √5 − 1 on, a cascade, and chaos.",
                evidence,
                Figure.of("figure-15", "Figure 15: orbits beyond the edge of stability", plot)
                        .sized(Figure.WIDTH, 520));
    }

    /** The points (ημ, x) that gradient descent visits once it has settled, each once to the picture's resolution. */
    private static Stream<double[]> orbit(double eta) {
        GradientDescent descent = new GradientDescent(new DoubleWell(1), eta);
        State state = descent.start(new double[] {START});
        for (int t = 0; t < SETTLING; t++) {
            descent.step(state);
        }
        return IntStream.range(0, ORBIT)
                .mapToDouble(t -> {
                    descent.step(state);
                    return Math.rint(state.parameters()[0] * RESOLUTION) / RESOLUTION;
                })
                .distinct()
                .mapToObj(x -> new double[] {eta, x});
    }
}
