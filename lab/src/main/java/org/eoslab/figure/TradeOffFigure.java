package org.eoslab.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.eoslab.claim.Finding;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.State;
import org.eoslab.experiment.Problem;
import org.eoslab.figure.report.PaperFigure;
import org.eoslab.figure.report.Size;
import org.eoslab.linalg.Lanczos;
import org.eoslab.plot.Figure;
import org.eoslab.plot.Palette;
import org.eoslab.plot.Plot;
import org.eoslab.plot.PlotAxis;
import org.eoslab.plot.Series;
import org.eoslab.run.Outcome;
import org.eoslab.run.Simulation;
import org.eoslab.run.probe.SharpnessProbe;
import org.eoslab.torch.data.Archive;
import org.eoslab.torch.data.DataFolder;

/** Figure 6: steps of gradient descent from one loss to another against the step size. Needs real data (see {@code eos data}). */
final class TradeOffFigure {
    private static final double FROM_LOSS = 0.32;
    private static final double TO_LOSS = 0.22;
    private static final double[] ETAS = {0.02, 0.03, 0.04, 0.05, 0.06, 0.07, 0.08, 0.1, 0.12};
    private static final double[] QUICK_ETAS = {0.02, 0.04, 0.06, 0.08, 0.12};
    private static final long[] SEEDS = {0, 1, 2};
    private static final int IMAGES = 1000;
    private static final int QUICK_IMAGES = 300;

    /** Those of the paper. */
    private static final int FULL_IMAGES = 10_000;

    private static final long LONGEST = 5000;

    /** Steps between two readings of the sharpness before the first loss is reached. */
    private static final long PAUSE = 25;

    /** ηS of a run at the edge, on average. */
    private static final double EDGE = 1.9;

    private static final double TOLERANCE = 0.01;

    private TradeOffFigure() {}

    /**
     * What a run came to.
     *
     * @param eta step size
     * @param steps from the first loss at most 0.32 to the first at most 0.22; NaN when it is not reached
     * @param scaled ηS on average over the readings in the second half of the steps before loss 0.32, the one at 0.32 among them
     * @param from the step at which the loss is at most 0.32; −1 when it is not reached
     */
    record Descent(double eta, double steps, double scaled, long from) {}

    private static int images(Size size) {
        int there = Archive.CIFAR10.available(DataFolder.of(""));
        return switch (size) {
            case QUICK -> QUICK_IMAGES;
            case USUAL -> IMAGES;
            case FULL -> Math.max(IMAGES, Math.min(FULL_IMAGES, there));
        };
    }

    static PaperFigure stepsAgainstEta(Size size) {
        double[] etas = size == Size.QUICK ? QUICK_ETAS : ETAS;
        int images = images(size);
        Plot plot = Plot.of(
                "",
                PlotAxis.linear("step size η"),
                PlotAxis.linear("steps from loss 0.32 to 0.22").between(0, Double.NaN));
        List<Descent> all = new ArrayList<>();
        double[] mean = new double[etas.length];
        for (int s = 0; s < SEEDS.length; s++) {
            long seed = SEEDS[s];
            List<Descent> descents = Arrays.stream(etas)
                    .mapToObj(eta -> descent(eta, images, seed))
                    .toList();
            all.addAll(descents);
            double[] steps = descents.stream().mapToDouble(Descent::steps).toArray();
            for (int i = 0; i < etas.length; i++) {
                mean[i] += steps[i] / SEEDS.length;
            }
            plot = plot.with(Series.marks("seed " + seed, etas, steps, Palette.line(s)));
        }
        plot = plot.with(Series.line("mean", etas, mean, Palette.BLACK));
        return new PaperFigure(
                "6",
                String.format(
                        Locale.ROOT,
                        "cifar-mlp2: 3072–200–10 ReLU, mean squared error, CIFAR-10 pixels/255, the first %,d images, seeds %s",
                        images,
                        Arrays.toString(SEEDS)),
                "Steps of gradient descent from loss 0.32 to 0.22 against η, at step sizes that are all at the edge of stability before"
                        + " 0.32. The larger step needs fewer steps, up to an optimum; beyond it needs more. The paper, on 10,000"
                        + " images (width and activation not given), sees this between η = 0.1 and 0.3.",
                List.of(slower(etas, mean), edge(all)),
                Figure.of("figure-6", "Figure 6: a larger step is not always faster", plot));
    }

    static Finding slower(double[] etas, double[] mean) {
        int fastest = 0;
        StringBuilder attained = new StringBuilder("mean steps:");
        for (int i = 0; i < etas.length; i++) {
            attained.append(String.format(Locale.ROOT, "%s %.1f at η = %s", i == 0 ? "" : ",", mean[i], etas[i]));
            fastest = mean[i] < mean[fastest] ? i : fastest;
        }
        double excess = mean[etas.length - 1] / mean[fastest] - 1;
        return PresetRuns.finding(
                "trade-off",
                "the largest step size needs at least a twentieth more steps than the fastest",
                excess > 0.05,
                excess - 0.05,
                String.format(
                        Locale.ROOT,
                        "%s; the largest needs %.0f %% more than the fastest, η = %s",
                        attained,
                        100 * excess,
                        etas[fastest]));
    }

    /** Appendix B.1: every step size has entered the edge of stability before the loss reaches 0.32. */
    static Finding edge(List<Descent> descents) {
        List<Descent> below = descents.stream().filter(d -> !(d.scaled >= EDGE)).toList();
        double least = descents.stream().mapToDouble(Descent::scaled).min().orElse(Double.NaN);
        return PresetRuns.finding(
                "edge",
                "every run is at the edge before its loss is 0.32: ηS at least 1.9 on average over the second half of the way there",
                below.isEmpty(),
                least - EDGE,
                String.format(
                        Locale.ROOT,
                        "ηS from %.2f to %.2f in %d runs; loss 0.32 is reached at steps %d to %d%s",
                        least,
                        descents.stream().mapToDouble(Descent::scaled).max().orElse(Double.NaN),
                        descents.size(),
                        descents.stream().mapToLong(Descent::from).min().orElse(-1),
                        descents.stream().mapToLong(Descent::from).max().orElse(-1),
                        below.isEmpty()
                                ? ""
                                : "; below at η = "
                                        + below.stream()
                                                .map(d -> String.valueOf(d.eta))
                                                .distinct()
                                                .toList()));
    }

    private static Descent descent(double eta, int images, long seed) {
        Problem problem = PresetRuns.problem("cifar-mlp2", Map.of("eta", eta, "images", images, "seed", seed));
        GradientDescent descent = (GradientDescent) problem.simulation().dynamics();
        SharpnessProbe sharpness =
                new SharpnessProbe(descent.objective(), new Lanczos(TOLERANCE, Lanczos.MAX_PRODUCTS, seed));
        State state = problem.start().copy();
        Map<Long, Double> scaled = new TreeMap<>();
        long[] from = {-1};
        Outcome outcome = Simulation.advance(descent, state, LONGEST, now -> {
            double loss = now.loss(descent.objective());
            boolean arrives = from[0] < 0 && loss <= FROM_LOSS;
            if (from[0] < 0 && (arrives || now.step() % PAUSE == 0)) {
                now.remember(sharpness.read(now));
                scaled.put(now.step(), eta * now.curvature().hessian().largest());
            }
            from[0] = arrives ? now.step() : from[0];
            return loss > TO_LOSS;
        });
        double steps = outcome == Outcome.STOPPED ? state.step() - from[0] : Double.NaN;
        return new Descent(eta, steps, late(scaled, from[0]), from[0]);
    }

    /** The average of the readings from step {@code from/2} on. */
    private static double late(Map<Long, Double> scaled, long from) {
        return scaled.entrySet().stream()
                .filter(e -> e.getKey() >= from / 2)
                .mapToDouble(Map.Entry::getValue)
                .average()
                .orElse(Double.NaN);
    }
}
