package org.eoslab.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.eoslab.claim.Finding;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.State;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.Run;
import org.eoslab.plot.Axis;
import org.eoslab.plot.Figure;
import org.eoslab.plot.Palette;
import org.eoslab.plot.Panel;
import org.eoslab.plot.Plot;
import org.eoslab.plot.RunFigures;
import org.eoslab.plot.Series;
import org.eoslab.trajectory.Table;

/** Figures 6, 8 and 9: networks at the edge of stability. Figures 6 and 9 need real data (see {@code eos data}). */
final class NetworkFigures {
    private static final double FROM_LOSS = 0.32;
    private static final double TO_LOSS = 0.22;
    private static final double[] ETAS = {0.02, 0.03, 0.05, 0.075, 0.1, 0.15};
    private static final double[] QUICK_ETAS = {0.02, 0.05, 0.1};
    private static final long IMAGES = 1000;
    private static final long QUICK_IMAGES = 300;
    private static final long LONGEST = 5000;

    /** The edge: readings after the first crossing within this of 2, on average over the second half of them. */
    private static final double NEAR = 0.2;

    private NetworkFigures() {}

    static PaperFigure chebyshev(boolean quick) {
        Run run = Made.run("chebyshev-4", Map.of("every", quick ? 50 : 10, "eigenvalues", 1, "tolerance", 1e-3));
        return atTheEdge(
                8,
                "a network at the edge",
                "A small tanh network that learns a Chebyshev polynomial of degree 4 (Cohen et al.): the sharpness rises to"
                        + " 2/η = 10 and then hovers there.",
                run);
    }

    static PaperFigure transformer(boolean quick) {
        Run run = Made.run("sst2-transformer", quick ? Map.of("sentences", 50, "steps", 320) : Map.of());
        return atTheEdge(
                9,
                "a transformer at the edge",
                "A two-layer transformer on " + run.experiment().settings().integer("sentences")
                        + " sentences of SST-2 (Damian et al. use all; this machine is smaller), MSE, η = "
                        + run.experiment().settings().number("eta") + ": sharpening, the crossing of 2/η, and spikes.",
                run);
    }

    private static PaperFigure atTheEdge(int number, String title, String caption, Run run) {
        double eta = run.experiment().settings().number("eta");
        Table table = run.trajectory().table();
        long crossing = run.trajectory().timeline().firstCrossing();
        double[] step = table.column("step");
        double[] sharpness = table.column("sharpness");
        double[] late = IntStream.range(0, step.length)
                .filter(i -> crossing >= 0 && step[i] >= crossing && !Double.isNaN(sharpness[i]))
                .mapToDouble(i -> eta * sharpness[i])
                .toArray();
        double mean =
                Arrays.stream(late, late.length / 2, late.length).average().orElse(Double.NaN);
        List<Finding> evidence = List.of(
                Made.finding(
                        "crossing",
                        "the sharpness rises to the threshold 2/η",
                        crossing >= 0,
                        crossing >= 0 ? 0 : Double.NaN,
                        "first reading above at step " + crossing),
                Made.finding(
                        "hovering",
                        "after the crossing ηS hovers at 2",
                        Math.abs(mean - 2) < NEAR,
                        NEAR - Math.abs(mean - 2),
                        String.format(Locale.ROOT, "ηS %.3f on average over the second half of those readings", mean)));
        List<Panel> panels = new ArrayList<>();
        RunFigures.of("", run).forEach(f -> panels.addAll(f.panels()));
        return new PaperFigure(
                number,
                caption,
                evidence,
                Figure.of("figure-" + number, "Figure " + number + ": " + title, panels.toArray(Panel[]::new)));
    }

    static PaperFigure stepsAgainstEta(boolean quick) {
        double[] etas = quick ? QUICK_ETAS : ETAS;
        long images = quick ? QUICK_IMAGES : IMAGES;
        double[] steps = Arrays.stream(etas).map(eta -> steps(eta, images)).toArray();
        int fastest = 0;
        StringBuilder attained = new StringBuilder("steps:");
        for (int i = 0; i < etas.length; i++) {
            attained.append(String.format(Locale.ROOT, " %.0f at η = %s;", steps[i], etas[i]));
            fastest = steps[i] < steps[fastest] ? i : fastest;
        }
        double excess = steps[etas.length - 1] - steps[fastest];
        return new PaperFigure(
                6,
                "Steps of gradient descent from loss 0.32 to 0.22 against η: a two-layer ReLU network of width 200 on the first "
                        + images
                        + " images of CIFAR-10, pixels / 255, MSE. The larger step needs fewer steps, up to an optimum;"
                        + " beyond it, at the edge from the start, it needs more. The paper, on 10,000 images (width and activation"
                        + " not given), sees this between η = 0.1 and 0.3.",
                List.of(Made.finding(
                        "trade-off",
                        "the largest step size is not the fastest",
                        excess > 0,
                        excess,
                        attained.substring(0, attained.length() - 1))),
                Figure.of(
                        "figure-6",
                        "Figure 6: a larger step is not always faster",
                        Plot.of("", Axis.linear("step size η"), Axis.linear("steps from loss 0.32 to 0.22"))
                                .with(Series.line("gradient descent", etas, steps, Palette.BLUE))
                                .with(Series.dots("runs", etas, steps, Palette.BLUE))));
    }

    /** Steps from the first loss at most 0.32 to the first at most 0.22; NaN when it is not reached. */
    private static double steps(double eta, long images) {
        Problem problem = Made.problem("cifar-mlp2", Map.of("eta", eta, "images", images));
        GradientDescent descent = (GradientDescent) problem.simulation().dynamics();
        State state = problem.start().copy();
        long from = -1;
        while (state.step() < LONGEST) {
            double loss = state.loss(descent.objective());
            if (from < 0 && loss <= FROM_LOSS) {
                from = state.step();
            }
            if (loss <= TO_LOSS) {
                return state.step() - from;
            }
            descent.step(state);
        }
        return Double.NaN;
    }
}
