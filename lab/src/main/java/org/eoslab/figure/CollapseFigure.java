package org.eoslab.figure;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoublePredicate;
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

/** Figure 15: Chen and Bruna's teacher–student problem, where the sharpness rises, drops to near 0 and recovers slowly. */
final class CollapseFigure {
    /** ηS near 0: a tenth of the threshold. */
    private static final double NEAR_ZERO = 0.2;

    /** Recovering is slow when it takes so many times the steps of the drop. */
    private static final int SLOW = 100;

    private CollapseFigure() {}

    static PaperFigure collapseAndRecovery(Size size) {
        Run run = PresetRuns.run("relu-neuron", Map.of());
        double eta = run.experiment().settings().get(StepSizeSetting.ETA);
        Table table = run.trajectory().table();
        double[] step = table.column("step");
        double[] scaled =
                Arrays.stream(table.column("sharpness")).map(s -> eta * s).toArray();
        int crossing = (int) run.trajectory().timeline().firstCrossing();
        Plot sharpness = Plot.of(
                        "sharpness: the slow recovery, on a logarithmic scale",
                        PlotAxis.linear("step t"),
                        PlotAxis.log("ηS (step size times sharpness)"))
                .with(
                        Series.line("ηS", step, scaled, Palette.BLUE),
                        Series.level("edge of stability, 2", 2, step[0], step[step.length - 1], Palette.BLACK));
        PlotAxis start = PlotAxis.linear("step t").between(0, 2.0 * Math.max(1, crossing));
        Plot loss = Plot.of("loss", PlotAxis.linear("step t"), PlotAxis.linear("loss L"))
                .with(Series.line("loss", step, table.column("loss"), Palette.BLACK));
        Plot angle = Plot.of(
                        "angle between the neuron and its teacher",
                        PlotAxis.linear("step t"),
                        PlotAxis.linear("angle θ in radians"))
                .with(
                        Series.line("θ", step, table.column("angle"), Palette.PURPLE),
                        Series.level("π: turned away", Math.PI, step[0], step[step.length - 1], Palette.GREY));
        return new PaperFigure(
                "15",
                PresetRuns.settings(run.experiment(), "eta", "v", "w1", "w2", "steps")
                        + "; L = ½E(v·max(wᵀx, 0) − max(x₁, 0))², x normal; step size and start are ours; no randomness",
                "Chen & Bruna's teacher–student problem of two layers with one ReLU neuron, in closed form over normal inputs. (The paper"
                        + " reprints a picture of theirs without its settings; step size and start are ours, chosen to show it.)"
                        + " The sharpness rises to the threshold and past it; one step throws the inner weights to the other side,"
                        + " where the neuron does not see its teacher: the sharpness is near 0, so are the gradients, and it turns"
                        + " back very slowly. Beyond η = 2 no minimum is stable, so it does not stay there either.",
                List.of(collapse(scaled, crossing)),
                Figure.of(
                                "figure-15",
                                "Figure 15: the sharpness rises, drops to near 0, and recovers slowly",
                                sharpness.over(
                                        "sharpness: the rise and the drop",
                                        start,
                                        PlotAxis.linear(sharpness.y().label())),
                                sharpness,
                                loss,
                                angle)
                        .sized(700, 360)
                        .sideBySide(2));
    }

    /** Whether ηS does so, from what it is at each step and the step at which it first passes 2. */
    static Finding collapse(double[] scaled, int crossing) {
        int low = first(scaled, crossing, s -> s < NEAR_ZERO);
        int back = first(scaled, low, s -> s > 2);
        int drop = low - crossing;
        int recovery = back - low;
        boolean seen = crossing > 0 && scaled[0] < NEAR_ZERO && low >= 0 && back >= 0 && recovery >= SLOW * drop;
        return PresetRuns.finding(
                "collapse",
                "the sharpness rises past the threshold, drops to near 0, and takes a hundred times as long to recover",
                seen,
                seen ? recovery - (double) SLOW * drop : Double.NaN,
                seen
                        ? String.format(
                                Locale.ROOT,
                                "ηS rises from %.3f to above 2 at step %d, is below %.1f %d steps later and as low as %.3f, and"
                                        + " above 2 again at step %,d, %,d steps after the drop",
                                scaled[0],
                                crossing,
                                NEAR_ZERO,
                                drop,
                                Arrays.stream(scaled, low, back).min().orElseThrow(),
                                back,
                                recovery)
                        : String.format(
                                Locale.ROOT,
                                "ηS is %.3f at the start, above 2 at step %d, near 0 at %d, above 2 again at %d (−1: never)",
                                scaled[0],
                                crossing,
                                low,
                                back));
    }

    /** The first step from {@code from} on at which it holds; −1 for none, and where {@code from} is −1 itself. */
    private static int first(double[] values, int from, DoublePredicate holds) {
        return from < 0
                ? -1
                : IntStream.range(from, values.length)
                        .filter(t -> holds.test(values[t]))
                        .findFirst()
                        .orElse(-1);
    }
}
