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
import org.eoslab.figure.report.PaperFigure;
import org.eoslab.figure.report.Size;
import org.eoslab.model.scalar.DoubleWell;
import org.eoslab.plot.Figure;
import org.eoslab.plot.Palette;
import org.eoslab.plot.Plot;
import org.eoslab.plot.PlotAxis;
import org.eoslab.plot.Series;
import org.eoslab.sweep.orbit.Orbit;

/** The bifurcation diagram of Chen and Bruna's double well: ours, not in the paper. */
final class BifurcationFigure {
    private static final double FIRST_ETA = 0.9;
    private static final double LAST_ETA = 2.0;
    private static final int ETAS = 500;
    private static final int SETTLING = 2000;
    private static final int ORBIT = 60;
    private static final double RESOLUTION = 500;
    private static final double START = 0.9;

    private BifurcationFigure() {}

    static PaperFigure orbits(Size size) {
        Run period2 = PresetRuns.run("chen-bruna", Map.of());
        Run period4 = PresetRuns.run("chen-bruna-period4", Map.of());
        Run chaos = PresetRuns.run("chen-bruna-chaos", Map.of());
        double[][] orbits = IntStream.range(0, ETAS)
                .boxed()
                .flatMap(i -> orbit(FIRST_ETA + (LAST_ETA - FIRST_ETA) * i / (ETAS - 1)))
                .toArray(double[][]::new);
        double[] eta = Arrays.stream(orbits).mapToDouble(p -> p[0]).toArray();
        double[] x = Arrays.stream(orbits).mapToDouble(p -> p[1]).toArray();
        double[] flips = {1, Math.sqrt(5) - 1};
        String[] names = {"1: period 2", "√5 − 1: period 4"};
        Plot plot =
                Plot.of("", PlotAxis.linear("step size times curvature at 0, ημ"), PlotAxis.linear("x on the orbit"));
        for (int i = 0; i < flips.length; i++) {
            plot = plot.with(Series.dashed(
                            "", new double[] {flips[i], flips[i]}, new double[] {-2, 2}, Palette.VERMILION))
                    .with(new Plot.Note(
                            names[i], flips[i], i == 0 ? -0.9 : -1.3, Plot.Note.Side.RIGHT, Palette.VERMILION));
        }
        plot = plot.over(plot.title(), plot.x(), plot.y().between(-1.7, 1.7))
                .with(Series.specks("where gradient descent ends, from x₀ = 0.9", eta, x, Palette.BLUE));
        List<Finding> evidence = new ArrayList<>();
        evidence.addAll(PresetRuns.claims(period2, "ChenBruna.flip", "ChenBruna.period2"));
        evidence.addAll(PresetRuns.claims(period4, "ChenBruna.period4"));
        evidence.addAll(PresetRuns.claims(chaos, "ChenBruna.chaos"));
        return new PaperFigure(
                "bifurcation",
                "L(x) = ¼(x² − μ)², μ = 1; η from 0.9 to 2 in 500 steps; start x = 0.9; steps 2,000 to 2,060; no randomness",
                "Not in the paper. Gradient descent on ¼(x² − μ)² beyond the edge (Chen & Bruna): below ημ = 1 it converges to the"
                        + " minimum; above, it settles on an orbit of period 2, then 4 from √5 − 1 on, a cascade, and chaos.",
                evidence,
                Figure.of("bifurcation", "Orbits of the double well beyond the edge of stability", plot)
                        .sized(Figure.WIDTH, 520));
    }

    /** The points (ημ, x) that gradient descent visits once it has settled, each once to the picture's resolution. */
    private static Stream<double[]> orbit(double eta) {
        GradientDescent descent = new GradientDescent(new DoubleWell(1), eta);
        State state = descent.start(new double[] {START});
        return Arrays.stream(Orbit.of(descent, state, SETTLING + 1, ORBIT, 0).values())
                .map(x -> Math.rint(x * RESOLUTION) / RESOLUTION)
                .distinct()
                .mapToObj(x -> new double[] {eta, x});
    }
}
