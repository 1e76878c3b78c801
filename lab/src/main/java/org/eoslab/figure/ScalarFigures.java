package org.eoslab.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.eoslab.claim.Finding;
import org.eoslab.experiment.Run;
import org.eoslab.experiment.setting.StepSizeSetting;
import org.eoslab.figure.report.PaperFigure;
import org.eoslab.figure.report.Size;
import org.eoslab.plot.Figure;
import org.eoslab.plot.Palette;
import org.eoslab.plot.Plot;
import org.eoslab.plot.PlotAxis;
import org.eoslab.plot.Series;
import org.eoslab.run.Table;

/** Figures 10 and 11: the scalar networks that the paper compares with. */
final class ScalarFigures {
    /** The first steps, shown apart. */
    private static final int FIRST = 50;

    /** The part of a run that counts as its first few steps. */
    private static final double FEW = 0.05;

    private ScalarFigures() {}

    static PaperFigure zhu(Size size) {
        Run run = PresetRuns.run("zhu-fast", Map.of());
        return figure(
                "10",
                run,
                PresetRuns.settings(run.experiment(), "eta", "x", "y", "steps") + " (w = (x, y, x, y)); no randomness",
                "scalar network of Zhu et al., L = ½(1 − xyzw)²",
                6000,
                PresetRuns.claims(run, "Zhu.S"));
    }

    static PaperFigure kreisler(Size size) {
        Run run = PresetRuns.run("kreisler", Map.of());
        return figure(
                "11",
                run,
                PresetRuns.settings(run.experiment(), "eta", "weights", "steps") + "; no randomness",
                "scalar network of Kreisler et al., L = ½(∏wᵢ − 1)², four weights",
                600,
                PresetRuns.claims(run, "Kreisler.GFS"));
    }

    /** The right panels show {@code shown} steps: as far as even and odd steps differ. */
    private static PaperFigure figure(
            String name, Run run, String settings, String title, int shown, List<Finding> claims) {
        double[] loss = run.trajectory().table().column("loss");
        List<Finding> evidence = new ArrayList<>(claims);
        evidence.add(everySecondStep(loss));
        return new PaperFigure(
                name,
                settings,
                "The sharpness jumps up and down about the threshold from the first steps on, without progressive"
                        + " sharpening, and ends just below it; the sharpness of the gradient flow solution falls to there. Even"
                        + " and odd steps are drawn apart, the first 50 steps (left) joined. The loss has no spikes such as"
                        + " figure 1's. The paper says that it falls monotonically after the first steps; seen here: "
                        + monotone(loss) + ".",
                evidence,
                Figure.of(
                                "figure-" + name,
                                "Figure " + name + ": " + title,
                                first(loss(run), "loss, the first 50 steps"),
                                apart(loss(run), "loss, even and odd steps", shown),
                                first(sharpness(run), "sharpness, the first 50 steps"),
                                apart(sharpness(run), "sharpness, even and odd steps", shown))
                        .sized(700, 380)
                        .sideBySide(2));
    }

    /** The last step t at which the loss is above that of step t − lag; 0 when there is none. */
    private static int lastRise(double[] loss, int lag) {
        return IntStream.range(lag, loss.length)
                .filter(t -> loss[t] > loss[t - lag])
                .max()
                .orElse(0);
    }

    private static String monotone(double[] loss) {
        long rises = IntStream.range(1, loss.length)
                .filter(t -> loss[t] > loss[t - 1])
                .count();
        return String.format(
                Locale.ROOT,
                "from one step to the next the loss last rises at step %,d of %,d (it rises at %,d steps); from one to the"
                        + " next but one it last rises at step %,d",
                lastRise(loss, 1),
                loss.length - 1,
                rises,
                lastRise(loss, 2));
    }

    static Finding everySecondStep(double[] loss) {
        double share = lastRise(loss, 2) / (double) (loss.length - 1);
        return PresetRuns.finding(
                "monotone",
                "the loss of every second step falls monotonically after the first twentieth of the steps",
                share < FEW && loss[loss.length - 1] < loss[0],
                FEW - share,
                monotone(loss));
    }

    private static Plot loss(Run run) {
        Table table = run.trajectory().table();
        return Plot.of("", PlotAxis.linear("step t"), PlotAxis.log("loss L"))
                .with(Series.line("loss", table.column("step"), table.column("loss"), Palette.BLUE));
    }

    private static Plot sharpness(Run run) {
        Table table = run.trajectory().table();
        double eta = run.experiment().settings().get(StepSizeSetting.ETA);
        double[] step = table.column("step");
        return Plot.of("", PlotAxis.linear("step t"), PlotAxis.linear("ηS (step size times sharpness)"))
                .with(
                        Series.line("ηS", step, scaled(table.column("sharpness"), eta), Palette.BLUE),
                        Series.line(
                                "η times GFS sharpness",
                                step,
                                scaled(table.column("gfsSharpness"), eta),
                                Palette.GREEN),
                        Series.level("edge of stability, 2", 2, step[0], step[step.length - 1], Palette.BLACK));
    }

    /** The first steps with a dot each. */
    private static Plot first(Plot plot, String title) {
        Plot first = Plot.of(title, plot.x().between(-1, FIRST + 1), plot.y());
        for (Series s : plot.series()) {
            first = first.with(s);
            if (s.style() == Series.Style.LINE) {
                first = first.with(Series.dots("", s.x(), s.y(), s.colour()));
            }
        }
        return first;
    }

    /** The even and the odd steps of each line as lines of their own, the odd ones in another colour where the two differ in the picture. */
    private static Plot apart(Plot plot, String title, int shown) {
        Plot apart = Plot.of(title, plot.x().between(0, shown), plot.y());
        for (Series s : plot.series()) {
            boolean first = s == plot.series().get(0);
            apart = first
                    ? apart.with(
                            part(s, 0, s.name() + ", even steps", s.colour()),
                            part(s, 1, s.name() + ", odd steps", Palette.VERMILION))
                    : apart.with(s);
        }
        return apart;
    }

    private static Series part(Series s, int parity, String name, Color colour) {
        int[] rows =
                IntStream.range(0, s.x().length).filter(i -> i % 2 == parity).toArray();
        return Series.line(
                name,
                Arrays.stream(rows).mapToDouble(i -> s.x()[i]).toArray(),
                Arrays.stream(rows).mapToDouble(i -> s.y()[i]).toArray(),
                colour);
    }

    private static double[] scaled(double[] values, double eta) {
        return Arrays.stream(values).map(v -> eta * v).toArray();
    }
}
