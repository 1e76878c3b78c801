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
import org.eoslab.model.minimalist.MinimalistModel;
import org.eoslab.plot.Figure;
import org.eoslab.plot.Palette;
import org.eoslab.plot.Plot;
import org.eoslab.plot.PlotAxis;
import org.eoslab.plot.Series;
import org.eoslab.run.Table;

/** Figure 7: the terms of the loss, the surrogate L̂ and its rate (1 − 2r)²ᵗ, r = λ₂/λ₁. */
final class DecayFigure {
    private static final int STEPS = 3000;
    private static final double[] ETAS = {3.2, 3.6, 4.0};
    private static final double[] LAMBDA2 = {0.00025, 0.0005, 0.001};

    /** The rate is told when it is off by less than this factor. */
    private static final double CLOSE = 1.2;

    /** ȳ: Theorem 4.6's bounds hold while √(2/(ηλ₁))β₂ ≤ ȳ. */
    private static final double UP_TO = 0.9;

    private DecayFigure() {}

    /**
     * A run beside its rate.
     *
     * @param run the run
     * @param name what it differs from the others in
     * @param surrogate L̂ at each step
     * @param rate (1 − 2r)²ᵗ
     */
    record Decay(Run run, String name, double[] surrogate, double[] rate) {
        static Decay of(String name, Map<String, ?> changes) {
            Run run = PresetRuns.run("canonical", changes);
            double[] surrogate = Arrays.copyOf(run.trajectory().table().column("surrogateLoss"), STEPS + 1);
            double factor = Math.pow(1 - 2 * ratio(run), 2);
            double[] rate = IntStream.rangeClosed(0, STEPS)
                    .mapToDouble(t -> Math.pow(factor, t))
                    .toArray();
            return new Decay(run, name, surrogate, rate);
        }

        static double ratio(Run run) {
            return run.experiment().settings().get(MinimalistModel.LAMBDA2)
                    / run.experiment().settings().get(MinimalistModel.LAMBDA1);
        }

        /** L̂ₜ/(L̂₀(1 − 2r)²ᵗ). */
        double[] ofRate() {
            return IntStream.rangeClosed(0, STEPS)
                    .mapToDouble(t -> surrogate[t] / (surrogate[0] * rate[t]))
                    .toArray();
        }

        /** L̂ₜ/L̂₀. */
        double[] relative() {
            return Arrays.stream(surrogate).map(s -> s / surrogate[0]).toArray();
        }
    }

    static PaperFigure lossDecay(Size size) {
        Run canonical = PresetRuns.run("canonical", Map.of());
        List<Decay> etas = Arrays.stream(ETAS)
                .mapToObj(eta -> Decay.of("η = " + PresetRuns.number(eta), Map.of("eta", eta)))
                .toList();
        List<Decay> ratios = Arrays.stream(LAMBDA2)
                .mapToObj(l -> Decay.of("r = " + PresetRuns.number(l), Map.of("lambda2", l)))
                .toList();
        List<Finding> evidence = new ArrayList<>();
        etas.forEach(
                d -> PresetRuns.claims(d.run, "L4.5", "T4.6").forEach(f -> evidence.add(PresetRuns.of(d.name, f))));
        ratios.subList(0, LAMBDA2.length - 1)
                .forEach(d -> PresetRuns.claims(d.run, "T4.6").forEach(f -> evidence.add(PresetRuns.of(d.name, f))));
        evidence.add(rate("rate, several η", etas));
        evidence.add(rate("rate, several r", ratios));
        return new PaperFigure(
                "7",
                PresetRuns.minimalist(canonical) + "; η or r = λ₂/λ₁ changed where a panel says so",
                "Top left: the loss is an oscillatory term with spikes and a convergence term that decays. Top right: the surrogate"
                        + " L̂, which is the convergence term with α held at the edge, lies between the two bounds of Theorem"
                        + " 4.6 (drawn as far as they hold, √(2/(ηλ₁))β₂ ≤ 0.9), and the rate (1 − 2r)²ᵗ, which lies between"
                        + " them too, goes on to tell its fall beyond. Middle: L̂ for several η falls alike, so a larger step buys no"
                        + " speed at the edge; below: for several r it falls with r. Right of each: L̂ over the rate times one constant c a"
                        + " curve, which a rate leaves open; grey lines: a factor of 1.2. (Far beyond these steps L̂ plunges and levels off: the run ends"
                        + " a little flatter than 2/η, where L̂ has its zero a little before the minimum.)",
                evidence,
                Figure.of(
                                "figure-7",
                                "Figure 7: the terms of the loss, and the rate at which it decays",
                                EdgeFigures.loss(canonical, 0, STEPS, "terms of the loss, η = 3.2"),
                                bounds(canonical),
                                decays("L̂ for several η, r = 0.001", etas, 1),
                                ofRate("L̂ over the rate, one constant c a curve, several η", etas),
                                decays("L̂ for several r, η = 3.2", ratios, LAMBDA2.length),
                                ofRate("L̂ over the rate, one constant c a curve, several r", ratios))
                        .sized(780, 380)
                        .sideBySide(2));
    }

    /** A rate tells a fall up to one constant; that constant is chosen, one a run, so that the largest factor is least. */
    static Finding rate(String id, List<Decay> decays) {
        double worst = 1;
        StringBuilder attained = new StringBuilder();
        for (Decay d : decays) {
            double least = least(d.ofRate());
            double most = most(d.ofRate());
            double factor = Math.sqrt(most / least);
            worst = Math.max(worst, factor);
            attained.append(String.format(
                    Locale.ROOT,
                    "%s%s: a factor of %.3f (from L̂₀ on, L̂ is %.3f to %.3f times the rate)",
                    attained.isEmpty() ? "" : "; ",
                    d.name,
                    factor,
                    least,
                    most));
        }
        return PresetRuns.finding(
                id,
                String.format(
                        Locale.ROOT,
                        "(1 − 2r)²ᵗ times one constant is within a factor of %s of L̂ over %,d steps",
                        CLOSE,
                        STEPS),
                worst < CLOSE,
                CLOSE - worst,
                attained.toString());
    }

    private static double[] steps(int count) {
        return IntStream.range(0, count).asDoubleStream().toArray();
    }

    private static PlotAxis stepAxis() {
        return PlotAxis.linear("step t").between(0, STEPS);
    }

    /** Theorem 4.6 on one run: (1 − 2rM)²ᵗ ≤ L̂ₜ/L̂₀ ≤ (1 − 2rm)²ᵗ with [m, M] the attained range of ρ(1 − ρy)/(1 − y) while y ≤ ȳ. */
    private static Plot bounds(Run run) {
        Table table = run.trajectory().table();
        double scale = Math.sqrt(2
                / (run.experiment().settings().get(StepSizeSetting.ETA)
                        * run.experiment().settings().get(MinimalistModel.LAMBDA1)));
        double[] alpha = table.column("alpha");
        double[] beta2 = table.column("beta2");
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        int end = 0;
        while (end < beta2.length && scale * beta2[end] <= UP_TO) {
            double y = scale * beta2[end];
            double rho = alpha[end] / scale;
            double slope = rho * (1 - rho * y) / (1 - y);
            least = Math.min(least, slope);
            most = Math.max(most, slope);
            end++;
        }
        double r = Decay.ratio(run);
        double[] surrogate = Arrays.copyOf(table.column("surrogateLoss"), STEPS + 1);
        return Plot.of(
                        "surrogate L̂, its rate, and the bounds of Theorem 4.6",
                        stepAxis(),
                        PlotAxis.log("L̂").between(1e-10, 1e-3))
                .with(
                        power("upper bound, (1 − 2rm)²ᵗ", surrogate[0], r * least, end, Palette.ORANGE),
                        power("lower bound, (1 − 2rM)²ᵗ", surrogate[0], r * most, end, Palette.GREEN),
                        Series.broad("surrogate L̂", steps(STEPS + 1), surrogate, Palette.BLUE),
                        Series.dashed(
                                "L̂₀(1 − 2r)²ᵗ, r = λ₂/λ₁",
                                steps(STEPS + 1),
                                Arrays.stream(steps(STEPS + 1))
                                        .map(t -> surrogate[0] * Math.pow(1 - 2 * r, 2 * t))
                                        .toArray(),
                                Palette.BLACK));
    }

    private static Series power(String name, double first, double slope, int count, Color colour) {
        return Series.line(
                name,
                steps(count),
                Arrays.stream(steps(count))
                        .map(t -> first * Math.pow(1 - 2 * slope, 2 * t))
                        .toArray(),
                colour);
    }

    /** L̂ₜ/L̂₀ of several runs, broad, and upon them the rates, of which the first few differ. */
    private static Plot decays(String title, List<Decay> decays, int rates) {
        Plot plot = Plot.of(title, stepAxis(), PlotAxis.log("L̂ₜ / L̂₀"));
        for (int i = 0; i < decays.size(); i++) {
            plot = plot.with(Series.line(
                    decays.get(i).name, steps(STEPS + 1), decays.get(i).relative(), Palette.line(i)));
        }
        for (int i = 0; i < rates; i++) {
            plot = plot.with(
                    Series.dashed(i == 0 ? "(1 − 2r)²ᵗ" : "", steps(STEPS + 1), decays.get(i).rate, Palette.BLACK));
        }
        return plot;
    }

    private static Plot ofRate(String title, List<Decay> decays) {
        Plot plot =
                Plot.of(title, stepAxis(), PlotAxis.linear("L̂ₜ / c(1 − 2r)²ᵗ").between(0.75, 1.3));
        for (int i = 0; i < decays.size(); i++) {
            double[] ratio = decays.get(i).ofRate();
            double constant = Math.sqrt(least(ratio) * most(ratio));
            plot = plot.with(Series.line(
                    decays.get(i).name,
                    steps(STEPS + 1),
                    Arrays.stream(ratio).map(q -> q / constant).toArray(),
                    Palette.line(i)));
        }
        return plot.with(
                Series.level("a factor of 1.2", CLOSE, 0, STEPS, Palette.GREY),
                Series.level("", 1 / CLOSE, 0, STEPS, Palette.GREY));
    }

    private static double least(double[] values) {
        return Arrays.stream(values).min().orElseThrow();
    }

    private static double most(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }
}
