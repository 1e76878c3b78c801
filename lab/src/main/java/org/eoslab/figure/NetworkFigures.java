package org.eoslab.figure;

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
import org.eoslab.plot.Panel;
import org.eoslab.plot.RunFigures;
import org.eoslab.run.Table;
import org.eoslab.torch.data.Archive;
import org.eoslab.torch.data.DataFolder;
import org.eoslab.torch.model.Sentiment;

/** Figures 8 and 9: networks at the edge of stability. Figure 9 needs real data (see {@code eos data}). */
final class NetworkFigures {
    /** The edge: readings after the first crossing within this of 2, on average over the second half of them. */
    private static final double NEAR = 0.2;

    /** A spike is so many times the lowest loss before it at least. */
    private static final double SPIKE = 1.05;

    private NetworkFigures() {}

    static PaperFigure chebyshev(Size size) {
        Run run = PresetRuns.run(
                "chebyshev-4", Map.of("every", size == Size.QUICK ? 50 : 10, "eigenvalues", 1, "tolerance", 1e-3));
        return atTheEdge(
                "8",
                "a small tanh network at the edge",
                PresetRuns.settings(run.experiment(), "eta", "degree", "width", "dtype", "seed", "steps", "every"),
                "A small tanh network that learns a Chebyshev polynomial of degree 4 (Cohen et al.): the sharpness rises to"
                        + " 2/η = 10, falls at each spike of the loss, which quickly subsides, and grows again, in cycles.",
                run);
    }

    static PaperFigure transformer(Size size) {
        Map<String, Object> changes =
                switch (size) {
                    case QUICK -> Map.of("sentences", 50, "steps", 320);
                    case USUAL -> Map.of();
                    case FULL -> Map.of("sentences", Archive.SST2.available(DataFolder.of("")));
                };
        Run run = PresetRuns.run("sst2-transformer", changes);
        return atTheEdge(
                "9",
                "a transformer at the edge",
                PresetRuns.settings(run.experiment(), "eta", "sentences", "dtype", "seed", "steps", "every"),
                "A two-layer transformer on " + run.experiment().settings().get(Sentiment.SENTENCES)
                        + " sentences of SST-2 (Damian et al. use all, as --full does), MSE: sharpening, the crossing of"
                        + " 2/η, and spikes.",
                run);
    }

    private static PaperFigure atTheEdge(String number, String title, String settings, String caption, Run run) {
        double eta = run.experiment().settings().get(StepSizeSetting.ETA);
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
                PresetRuns.finding(
                        "crossing",
                        "the sharpness rises to the threshold 2/η",
                        crossing > 0,
                        crossing >= 0 ? 0 : Double.NaN,
                        "first reading above at step " + crossing),
                PresetRuns.finding(
                        "hovering",
                        "after the crossing ηS hovers at 2",
                        Math.abs(mean - 2) < NEAR,
                        NEAR - Math.abs(mean - 2),
                        String.format(Locale.ROOT, "ηS %.3f on average over the second half of those readings", mean)),
                spikes(table, crossing));
        List<Panel> panels = new ArrayList<>();
        RunFigures.of("", run).forEach(f -> panels.addAll(f.panels()));
        return new PaperFigure(
                number,
                settings,
                caption,
                evidence,
                Figure.of("figure-" + number, "Figure " + number + ": " + title, panels.toArray(Panel[]::new)));
    }

    /** The loss goes up as well as down after the crossing, and is lower at the end than there. */
    static Finding spikes(Table table, long crossing) {
        double[] step = table.column("step");
        double[] loss = table.column("loss");
        int[] late = IntStream.range(0, loss.length)
                .filter(i -> crossing >= 0 && step[i] >= crossing && !Double.isNaN(loss[i]))
                .toArray();
        double lowest = Double.POSITIVE_INFINITY;
        double highest = 1;
        double at = -1;
        for (int i : late) {
            lowest = Math.min(lowest, loss[i]);
            if (loss[i] / lowest > highest) {
                highest = loss[i] / lowest;
                at = step[i];
            }
        }
        double fall = late.length == 0 ? 0 : loss[late[0]] - loss[late[late.length - 1]];
        return PresetRuns.finding(
                "spikes",
                "beyond the crossing the loss falls over long times, with spikes",
                highest > SPIKE && fall > 0,
                Math.min(highest - SPIKE, fall),
                String.format(
                        Locale.ROOT,
                        "the largest, at step %.0f, is %.2f times the lowest loss before it; the loss falls by %.3g in all",
                        at,
                        highest,
                        fall));
    }
}
