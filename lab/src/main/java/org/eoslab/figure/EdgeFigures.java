package org.eoslab.figure;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eoslab.claim.Finding;
import org.eoslab.experiment.Run;
import org.eoslab.plot.Axis;
import org.eoslab.plot.Figure;
import org.eoslab.plot.Palette;
import org.eoslab.plot.Panel;
import org.eoslab.plot.Plot;
import org.eoslab.plot.RunFigures;
import org.eoslab.plot.Series;
import org.eoslab.trajectory.Cycle;
import org.eoslab.trajectory.Table;

/** Figures 1, 2, 3 and 7: the edge of stability on the paper's model. */
final class EdgeFigures {
    private static final int[] SHOWN_ETAS = {24, 32, 40};

    private EdgeFigures() {}

    static PaperFigure lossAndSharpness(boolean quick) {
        Run run = Made.run("canonical", Map.of());
        int up = run.trajectory().timeline().crossUp().size();
        List<Finding> evidence = new ArrayList<>(Made.claims(run, "T4.1", "T4.3b"));
        evidence.add(Made.finding(
                "spikes", "the threshold is crossed again and again", up > 1, up - 1.0, up + " crossings upwards"));
        return new PaperFigure(
                1,
                "Gradient descent at the edge of stability. The loss falls over long times, with spikes; ηS climbs to 2"
                        + " (progressive sharpening), overshoots, and comes back by itself (self-stabilisation), in"
                        + " cycles that get smaller, and ends just below 2.",
                evidence,
                panels("figure-1", "Figure 1: loss and ηS of gradient descent", RunFigures.of("", run), 0, 1));
    }

    static PaperFigure oneCycle(boolean quick) {
        Run whole = Made.run("canonical", Map.of());
        Cycle second = whole.trajectory().timeline().cycles().get(1);
        Run run = Made.run("canonical", Map.of("steps", second.end()));
        return new PaperFigure(
                2,
                "The phases of the first two cycles. In phase I the sharpness climbs below the threshold while β₁ dies"
                        + " out; in II.1 it is above, α still grows, and |β₁| grows geometrically; in II.2 the square of"
                        + " β₁ has become large enough to push α back below the threshold.",
                Made.claims(whole, "T4.3a", "T4.4", "L4.2iii"),
                panels("figure-2", "Figure 2: the phases of a cycle", RunFigures.of("", run), 1, 2));
    }

    static PaperFigure solutionSharpness(boolean quick) {
        Run run = Made.run("canonical", Map.of());
        return new PaperFigure(
                3,
                "Where gradient flow from each iterate would end, and how sharp that is: the bounds of Theorem 5.2 fall"
                        + " with β₂, and the sharpness of the gradient flow solution, twice the threshold at the start,"
                        + " falls with them to just below it.",
                Made.claims(run, "L5.1", "T5.2"),
                panels("figure-3", "Figure 3: sharpness of the gradient flow solution", RunFigures.of("", run), 3));
    }

    static PaperFigure lossDecay(boolean quick) {
        Run run = Made.run("canonical", Map.of());
        List<Finding> evidence = new ArrayList<>();
        Plot plot = Plot.of(
                "the loss for several η, and the rate of Theorem 4.6, which does not depend on η",
                Axis.linear("step t"),
                Axis.log("loss").between(1e-8, 1e-1));
        for (int i = 0; i < SHOWN_ETAS.length; i++) {
            double eta = SHOWN_ETAS[i] / 10.0;
            Run other = Made.run("canonical", Map.of("eta", eta));
            Table table = other.trajectory().table();
            plot = plot.with(Series.line("L, η = " + eta, table.column("step"), table.column("loss"), Palette.line(i)));
            for (Finding f : Made.claims(other, "L4.5", "T4.6")) {
                evidence.add(new Finding(
                        f.id() + " at η = " + eta,
                        f.statement(),
                        f.source(),
                        f.verdict(),
                        f.margin(),
                        f.worstStep(),
                        f.attained(),
                        f.note()));
            }
        }
        Table table = run.trajectory().table();
        double ratio = run.experiment().settings().number("lambda2")
                / run.experiment().settings().number("lambda1");
        double[] step = table.column("step");
        double[] rate = new double[step.length];
        double first = table.get("surrogateLoss", 0);
        for (int i = 0; i < rate.length; i++) {
            rate[i] = first * Math.pow(1 - 2 * ratio, 2 * step[i]);
        }
        plot = plot.with(
                Series.dashed(String.format(Locale.ROOT, "(1 − 2r)²ᵗ, r = %s", ratio), step, rate, Palette.BLACK));
        Panel terms = RunFigures.of("", run).get(0).panels().get(0);
        return new PaperFigure(
                7,
                "Above: the loss is an oscillatory term with spikes and a convergence term that decays, which the surrogate"
                        + " follows without its wiggles. Below: the decay is the same whatever the step size, and"
                        + " (1 − 2r)²ᵗ, r = λ₂/λ₁, tells its rate: a larger step buys no speed at the edge.",
                evidence,
                Figure.of("figure-7", "Figure 7: the terms of the loss and their rate", terms, plot));
    }

    private static Figure panels(String name, String title, List<Figure> figures, int... which) {
        List<Panel> panels = new ArrayList<>();
        for (int i : which) {
            panels.addAll(figures.get(i).panels());
        }
        return Figure.of(name, title, panels.toArray(Panel[]::new));
    }
}
