package org.eoslab.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.eoslab.claim.Finding;
import org.eoslab.experiment.Run;
import org.eoslab.figure.report.PaperFigure;
import org.eoslab.figure.report.Size;
import org.eoslab.plot.Figure;
import org.eoslab.plot.Palette;
import org.eoslab.plot.Panel;
import org.eoslab.plot.Plot;
import org.eoslab.plot.PlotAxis;
import org.eoslab.plot.RunFigures;
import org.eoslab.plot.Series;
import org.eoslab.run.Cycle;
import org.eoslab.run.Table;

/** Figures 1, 2 and 3: the edge of stability on the paper's model. */
final class EdgeFigures {
    /** How far below the lowest loss shown the axis reaches; the oscillatory term dips far deeper between its spikes. */
    private static final double DIP = 0.3;

    private EdgeFigures() {}

    static PaperFigure lossAndSharpness(Size size) {
        Run run = PresetRuns.run("canonical", Map.of());
        int up = run.trajectory().timeline().crossUp().size();
        List<Finding> evidence = new ArrayList<>(PresetRuns.claims(run, "T4.1", "T4.3b"));
        evidence.add(PresetRuns.finding(
                "spikes", "the threshold is crossed again and again", up > 1, up - 1.0, up + " crossings upwards"));
        long tail = tail(run);
        long end = run.experiment().steps();
        Plot sharpness = (Plot) RunFigures.of("", run).get(1).panels().get(0);
        return new PaperFigure(
                "1",
                PresetRuns.minimalist(run),
                "Gradient descent at the edge of stability. Above: the loss L falls over long times; its spikes are the oscillatory"
                        + " term L₁ (red), which grows while ηS is above 2 and is nothing between them, its fall the convergence"
                        + " term L₂ (blue), and after 2,000 steps its tail what is left of L₁. Below: ηS climbs to 2 (progressive sharpening), overshoots, and comes back by itself"
                        + " (self-stabilisation), in cycles that get smaller. Right, on other scales: the tail after the last"
                        + " crossing, where ηS stays just below 2 for good and the loss falls to zero, slowly, without spikes.",
                evidence,
                Figure.of(
                                "figure-1",
                                "Figure 1: loss and ηS of gradient descent",
                                loss(run, 0, tail, "loss: " + up + " crossings of the threshold, each with a spike"),
                                loss(run, tail, end, "loss: the tail"),
                                sharpness.over("sharpness", steps(0, tail), sharpness.y()),
                                sharpness.over("sharpness: the tail", steps(tail, end), sharpness.y()))
                        .sized(800, 380)
                        .sideBySide(2));
    }

    /** Where the tail begins, with which a picture is shown apart: a multiple of 500 after the last crossing and the trough that follows. */
    static long tail(Run run) {
        List<Long> down = run.trajectory().timeline().crossDown();
        long last = down.isEmpty() ? 0 : down.get(down.size() - 1);
        long trough = run.trajectory().timeline().cycles().stream()
                .mapToLong(Cycle::end)
                .filter(end -> end >= last)
                .min()
                .orElse(last);
        return (trough + 499) / 500 * 500;
    }

    static PlotAxis steps(double from, double to) {
        return PlotAxis.linear("step t").between(from, to);
    }

    /** The loss broad and pale, its terms upon it. */
    static Plot loss(Run run, long from, long to, String title) {
        Table table = run.trajectory().table();
        double[] step = table.column("step");
        double[] loss = table.column("loss");
        double lowest = Arrays.stream(loss, (int) from, (int) to + 1).min().orElseThrow();
        double highest = Arrays.stream(loss, (int) from, (int) to + 1).max().orElseThrow();
        return Plot.of(
                        title,
                        steps(from, to),
                        PlotAxis.log("loss").between(DIP * Math.max(Double.MIN_NORMAL, lowest), highest / DIP))
                .with(
                        Series.broad("loss L = L₁ + L₂", step, loss, Palette.BLACK),
                        Series.line(
                                "convergence term L₂ = ½λ₂(αβ₂ − 1)²",
                                step,
                                table.column("convergenceLoss"),
                                Palette.BLUE),
                        Series.line(
                                "oscillatory term L₁ = ½λ₁α²β₁²",
                                step,
                                table.column("oscillatoryLoss"),
                                Palette.VERMILION));
    }

    static PaperFigure oneCycle(Size size) {
        Run whole = PresetRuns.run("canonical", Map.of());
        Cycle second = whole.trajectory().timeline().cycles().get(1);
        Run run = PresetRuns.run("canonical", Map.of("steps", second.end()));
        List<Panel> panels = new ArrayList<>(RunFigures.of("", run).get(1).panels());
        panels.addAll(RunFigures.of("", run).get(2).panels());
        return new PaperFigure(
                "2",
                PresetRuns.minimalist(run),
                "The phases of the first two cycles. In phase I the sharpness climbs below the threshold while β₁ dies"
                        + " out; in II.1 it is above, α still grows, and |β₁| grows geometrically; in II.2 the square of"
                        + " β₁ has become large enough to push α back below the threshold.",
                PresetRuns.claims(whole, "T4.3a", "T4.4", "L4.2iii"),
                Figure.of("figure-2", "Figure 2: the phases of a cycle", panels.toArray(Panel[]::new))
                        .sized(Figure.WIDTH, 340));
    }

    static PaperFigure solutionSharpness(Size size) {
        Run run = PresetRuns.run("canonical", Map.of());
        return new PaperFigure(
                "3",
                PresetRuns.minimalist(run),
                "Where gradient flow from each iterate would end, and how sharp that is: the bounds of Theorem 5.2 fall"
                        + " with β₂, and the sharpness of the gradient flow solution, twice the threshold at the start,"
                        + " falls with them, in steps and all but monotonically, to just below it.",
                PresetRuns.claims(run, "L5.1", "T5.2"),
                Figure.of(
                        "figure-3",
                        "Figure 3: sharpness of the gradient flow solution, with the bounds of Theorem 5.2",
                        RunFigures.of("", run).get(3).panels().toArray(Panel[]::new)));
    }
}
