package org.eoslab.figure;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eoslab.claim.Finding;
import org.eoslab.claim.admissible.RandomStart;
import org.eoslab.dynamics.ClippingRule;
import org.eoslab.dynamics.MinimalistDescent;
import org.eoslab.dynamics.State;
import org.eoslab.experiment.Run;
import org.eoslab.objective.Minimalist;
import org.eoslab.plot.Axis;
import org.eoslab.plot.Figure;
import org.eoslab.plot.Palette;
import org.eoslab.plot.Plot;
import org.eoslab.plot.RunFigures;
import org.eoslab.plot.Series;
import org.eoslab.trajectory.Table;

/** Figures 13 and 14: gradient descent without clipping, well and badly behaved (appendix F). */
final class UnclippedFigures {
    private static final long SEED = 14;
    private static final int STARTS = 2000;
    private static final int QUICK_STARTS = 300;
    private static final long STEPS = 20_000;

    /** |α|√(ηλ₁) below this for longer than that counts as collapsed. */
    private static final double COLLAPSED = 0.2;

    private static final long COLLAPSED_STEPS = 5000;

    private UnclippedFigures() {}

    /** How an unclipped run behaves. */
    private enum Behaviour {
        WELL("well behaved"),
        COLLAPSED("|α|√(ηλ₁) < 0.2 for more than 5,000 steps"),
        SIGN("α changes its sign"),
        DIVERGED("diverges");

        private final String label;

        Behaviour(String label) {
            this.label = label;
        }
    }

    static PaperFigure wellBehaved(boolean quick) {
        Run run = Made.run("unclipped", Map.of());
        double[] alpha = run.trajectory().table().column("alpha");
        double least = Arrays.stream(alpha).min().orElse(Double.NaN);
        Finding positive = Made.finding(
                "unclipped",
                "without clipping α stays positive from this start",
                least > 0,
                least,
                String.format(Locale.ROOT, "α at least %.4f; ηS ends at %.5f", least, last(run)));
        List<Figure> figures = RunFigures.of("", run);
        return new PaperFigure(
                13,
                "The start of figure 1 without clipping. Two spikes throw α far down, and each time it comes back: three"
                        + " crossings instead of thirteen. β₁ is then so small that ηS stays just above 2 for long after"
                        + " these steps, before it grows back and ηS ends below.",
                List.of(positive),
                Figure.of(
                        "figure-13",
                        "Figure 13: without clipping, well behaved",
                        figures.get(0).panels().get(0),
                        figures.get(1).panels().get(0)));
    }

    private static double last(Run run) {
        Table table = run.trajectory().table();
        return table.get("sharpness", table.rows() - 1)
                * run.experiment().settings().number("eta");
    }

    static PaperFigure badlyBehaved(boolean quick) {
        int starts = quick ? QUICK_STARTS : STARTS;
        Map<Behaviour, Integer> counts = new EnumMap<>(Behaviour.class);
        Map<Behaviour, RandomStart> examples = new EnumMap<>(Behaviour.class);
        RandomStart.of(SEED).limit(starts).forEach(start -> {
            Set<Behaviour> behaviour = behaviour(start);
            behaviour.forEach(b -> counts.merge(b, 1, Integer::sum));
            if (behaviour.contains(Behaviour.DIVERGED)) {
                examples.putIfAbsent(Behaviour.DIVERGED, start);
            } else if (behaviour.size() == 1) {
                examples.putIfAbsent(behaviour.iterator().next(), start);
            }
        });
        StringBuilder shares = new StringBuilder();
        for (Behaviour b : Behaviour.values()) {
            shares.append(shares.isEmpty() ? "" : ", ")
                    .append(String.format(
                            Locale.ROOT, "%.1f %% %s", 100.0 * counts.getOrDefault(b, 0) / starts, b.label));
        }
        int bad = starts - counts.getOrDefault(Behaviour.WELL, 0);
        Plot plot = Plot.of("", Axis.linear("step t"), Axis.linear("a = α√(ηλ₁)"));
        for (Behaviour b : Behaviour.values()) {
            RandomStart example = examples.get(b);
            if (example != null) {
                plot = plot.with(path(example, b.label, b.ordinal()));
            }
        }
        return new PaperFigure(
                14,
                "Without clipping, badly behaved: one random admissible start of each kind. Shares of " + starts
                        + " random admissible starts over " + STEPS + " steps: " + shares
                        + ". Clipping of α is there to rule these out.",
                List.of(Made.finding(
                        "clipping",
                        "without clipping some admissible starts collapse, change sign or diverge",
                        bad > 0,
                        bad / (double) starts,
                        shares.toString())),
                Figure.of("figure-14", "Figure 14: without clipping, badly behaved", plot));
    }

    private static MinimalistDescent unclipped(RandomStart start) {
        return new MinimalistDescent(start.model(), start.eta(), new ClippingRule.None());
    }

    /** What it does; a run can collapse and change the sign of α as well. */
    private static Set<Behaviour> behaviour(RandomStart start) {
        MinimalistDescent descent = unclipped(start);
        double floor = COLLAPSED / Math.sqrt(start.eta() * start.model().lambda1());
        State state = descent.start(new double[] {start.alpha(), start.beta1(), start.beta2()});
        double[] w = state.parameters();
        Set<Behaviour> seen = EnumSet.noneOf(Behaviour.class);
        long below = 0;
        while (state.step() < STEPS) {
            descent.step(state);
            double alpha = w[Minimalist.ALPHA];
            if (!state.isFinite()) {
                seen.add(Behaviour.DIVERGED);
                break;
            }
            if (alpha < 0) {
                seen.add(Behaviour.SIGN);
            }
            below = Math.abs(alpha) < floor ? below + 1 : 0;
            if (below > COLLAPSED_STEPS) {
                seen.add(Behaviour.COLLAPSED);
            }
        }
        return seen.isEmpty() ? EnumSet.of(Behaviour.WELL) : seen;
    }

    /** The path of a = α√(ηλ₁), up to where it leaves the picture. */
    private static Series path(RandomStart start, String name, int colour) {
        MinimalistDescent descent = unclipped(start);
        double scale = Math.sqrt(start.eta() * start.model().lambda1());
        State state = descent.start(new double[] {start.alpha(), start.beta1(), start.beta2()});
        double[] step = new double[(int) STEPS + 1];
        double[] a = new double[(int) STEPS + 1];
        for (int t = 0; t <= STEPS; t++) {
            step[t] = t;
            double value = state.parameters()[Minimalist.ALPHA] * scale;
            a[t] = Math.abs(value) < 3 ? value : Double.NaN;
            if (state.isFinite()) {
                descent.step(state);
            }
        }
        return Series.line(name, step, a, Palette.line(colour));
    }
}
