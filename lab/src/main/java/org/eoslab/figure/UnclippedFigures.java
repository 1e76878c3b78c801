package org.eoslab.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eoslab.claim.Finding;
import org.eoslab.dynamics.State;
import org.eoslab.experiment.Run;
import org.eoslab.experiment.setting.StepSizeSetting;
import org.eoslab.figure.report.PaperFigure;
import org.eoslab.figure.report.Size;
import org.eoslab.model.minimalist.admissible.RandomStart;
import org.eoslab.model.minimalist.dynamics.ClippingRule;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;
import org.eoslab.plot.Figure;
import org.eoslab.plot.Palette;
import org.eoslab.plot.Panel;
import org.eoslab.plot.Plot;
import org.eoslab.plot.PlotAxis;
import org.eoslab.plot.RunFigures;
import org.eoslab.plot.Series;
import org.eoslab.run.Outcome;
import org.eoslab.run.Simulation;
import org.eoslab.run.Table;

/** Figures 13 and 14: gradient descent without clipping, well and badly behaved (appendix F). */
final class UnclippedFigures {
    private static final long SEED = 14;
    private static final int STARTS = 2000;
    private static final int QUICK_STARTS = 300;
    private static final long STEPS = 20_000;

    /** |α|√(ηλ₁) below this for longer than that counts as collapsed. */
    private static final double COLLAPSED = 0.2;

    private static final long COLLAPSED_STEPS = 5000;

    /** The well behaved start shown crosses the threshold so often at least. */
    private static final int SEVERAL = 5;

    /** A path is shown until it stays this close to the threshold, and a quarter longer. */
    private static final double SETTLED = 0.02;

    private static final int CROSSINGS = 10;
    private static final double JUST_BELOW = 1.99;

    private UnclippedFigures() {}

    /** What an unclipped run may do. */
    private enum Behaviour {
        WELL("well behaved"),
        COLLAPSED("α collapses"),
        SIGN("α changes its sign"),
        DIVERGED("diverges");

        private final String label;

        Behaviour(String label) {
            this.label = label;
        }
    }

    static PaperFigure wellBehaved(Size size) {
        Run run = PresetRuns.run("canonical", Map.of("clip", "none", "eta", 4.0, "steps", 15_000L));
        long tail = EdgeFigures.tail(run);
        Plot sharpness = (Plot) RunFigures.of("", run).get(1).panels().get(0);
        return new PaperFigure(
                "13",
                PresetRuns.minimalist(run),
                "The start of figure 1 at a larger step size, without clipping, for 15,000 steps: the loss has its spikes and ηS its"
                        + " cycles about 2 as with clipping, and the run converges with ηS just below 2. Right, on other scales: the"
                        + " tail after the last crossing.",
                List.of(positive(run), cycles(run)),
                Figure.of(
                                "figure-13",
                                "Figure 13: without clipping, well behaved",
                                EdgeFigures.loss(run, 0, tail, "loss"),
                                EdgeFigures.loss(run, tail, run.experiment().steps(), "loss: the tail"),
                                sharpness.over("sharpness", EdgeFigures.steps(0, tail), sharpness.y()),
                                sharpness.over(
                                        "sharpness: the tail",
                                        EdgeFigures.steps(tail, run.experiment().steps()),
                                        sharpness.y()))
                        .sized(800, 380)
                        .sideBySide(2));
    }

    private static Finding positive(Run run) {
        double least =
                Arrays.stream(run.trajectory().table().column("alpha")).min().orElse(Double.NaN);
        return PresetRuns.finding(
                "positive",
                "without clipping α stays positive from this start",
                least > 0,
                least,
                String.format(Locale.ROOT, "α at least %.4f", least));
    }

    static Finding cycles(Run run) {
        Table table = run.trajectory().table();
        double end = table.get("sharpness", table.rows() - 1)
                * run.experiment().settings().get(StepSizeSetting.ETA);
        List<Long> up = run.trajectory().timeline().crossUp();
        List<Long> down = run.trajectory().timeline().crossDown();
        return PresetRuns.finding(
                "cycles",
                "the threshold is crossed at least ten times, as with clipping, and ηS ends just below it",
                up.size() >= CROSSINGS && up.size() == down.size() && end < 2 && end > JUST_BELOW,
                Math.min(up.size() - (double) CROSSINGS, 2 - end),
                String.format(Locale.ROOT, "%d crossings upwards, at steps %s; ηS ends at %.5f", up.size(), up, end));
    }

    static PaperFigure badlyBehaved(Size size) {
        int starts = size == Size.QUICK ? QUICK_STARTS : STARTS;
        Map<Set<Behaviour>, Integer> counts = new LinkedHashMap<>();
        for (Set<Behaviour> kind : kinds()) {
            counts.put(kind, 0);
        }
        Map<Behaviour, RandomStart> examples = new EnumMap<>(Behaviour.class);
        RandomStart.of(SEED).limit(starts).forEach(start -> {
            Set<Behaviour> behaviour = behaviour(start);
            counts.merge(behaviour, 1, Integer::sum);
            if (behaviour.size() == 1 && (!behaviour.contains(Behaviour.WELL) || crossings(start) >= SEVERAL)) {
                examples.putIfAbsent(behaviour.iterator().next(), start);
            }
        });
        String shares = counts.entrySet().stream()
                .map(e -> String.format(Locale.ROOT, "%.1f %% %s", 100.0 * e.getValue() / starts, name(e.getKey())))
                .collect(Collectors.joining(", "));
        int bad = starts - counts.getOrDefault(EnumSet.of(Behaviour.WELL), 0);
        List<Panel> panels = new ArrayList<>();
        StringBuilder numbers = new StringBuilder();
        StringBuilder exact = new StringBuilder();
        for (Behaviour b : Behaviour.values()) {
            RandomStart example = examples.get(b);
            if (example != null) {
                panels.add(panel(example, b));
                numbers.append(numbers.isEmpty() ? "" : "\n")
                        .append(b.label)
                        .append(": ")
                        .append(numbers(example, "%.6g"));
                exact.append(exact.isEmpty() ? "" : "; ")
                        .append(b.label)
                        .append(": ")
                        .append(numbers(example, "%s"));
            }
        }
        return new PaperFigure(
                "14",
                String.format(
                        Locale.ROOT,
                        "%s\nclip = none; the first of their kind (of the well behaved, the first with five crossings) among %,d random admissible starts, seed %d; %,d steps",
                        numbers,
                        starts,
                        SEED,
                        STEPS),
                String.format(
                        Locale.ROOT,
                        "Without clipping one random admissible start of each kind; a = α√(ηλ₁), the threshold is a² = 2. Where α"
                                + " collapses (|a| < %s for more than %,d steps) the gradients of β₁ and β₂ are next to nothing and it"
                                + " recovers extremely slowly. Each of the %,d starts counted once: %s. Clipping of α is there to rule out"
                                + " all but the first.",
                        COLLAPSED,
                        COLLAPSED_STEPS,
                        starts,
                        shares),
                List.of(
                        PresetRuns.finding(
                                "clipping",
                                "without clipping some admissible starts collapse, change sign or diverge",
                                bad > 0,
                                bad / (double) starts,
                                shares),
                        PresetRuns.finding(
                                "kinds",
                                "each of the four kinds is met",
                                panels.size() == Behaviour.values().length,
                                panels.size() - (double) Behaviour.values().length,
                                "exactly: " + exact)),
                Figure.of(
                                "figure-14",
                                "Figure 14: α without clipping, well and badly behaved",
                                panels.toArray(Panel[]::new))
                        .sized(700, 340)
                        .sideBySide(2));
    }

    /** In the order in which they are told. */
    private static List<Set<Behaviour>> kinds() {
        return List.of(
                EnumSet.of(Behaviour.WELL),
                EnumSet.of(Behaviour.COLLAPSED),
                EnumSet.of(Behaviour.SIGN),
                EnumSet.of(Behaviour.COLLAPSED, Behaviour.SIGN),
                EnumSet.of(Behaviour.DIVERGED));
    }

    private static String name(Set<Behaviour> kind) {
        return kind.stream().map(b -> b.label).collect(Collectors.joining(" and "));
    }

    private static String numbers(RandomStart s, String format) {
        return String.format(
                Locale.ROOT,
                "λ₁ = 1, λ₂ = #, η = #, α = #, β₁ = #, β₂ = #".replace("#", format),
                s.model().lambda2(),
                s.eta(),
                s.alpha(),
                s.beta1(),
                s.beta2());
    }

    private static MinimalistDescent unclipped(RandomStart start) {
        return new MinimalistDescent(start.model(), start.eta(), new ClippingRule.None());
    }

    /** What it does; a run can collapse and change the sign of α as well; one that diverges counts as that alone. */
    private static Set<Behaviour> behaviour(RandomStart start) {
        MinimalistDescent descent = unclipped(start);
        double floor = COLLAPSED / Math.sqrt(start.eta() * start.model().lambda1());
        State state = descent.start(new double[] {start.alpha(), start.beta1(), start.beta2()});
        double[] w = state.parameters();
        Set<Behaviour> seen = EnumSet.noneOf(Behaviour.class);
        long[] below = {0};
        Outcome outcome = Simulation.advance(descent, state, STEPS, now -> {
            double alpha = w[Minimalist.ALPHA];
            if (alpha < 0) {
                seen.add(Behaviour.SIGN);
            }
            below[0] = Math.abs(alpha) < floor ? below[0] + 1 : 0;
            if (below[0] > COLLAPSED_STEPS) {
                seen.add(Behaviour.COLLAPSED);
            }
            return true;
        });
        if (outcome == Outcome.DIVERGED) {
            return EnumSet.of(Behaviour.DIVERGED);
        }
        return seen.isEmpty() ? EnumSet.of(Behaviour.WELL) : seen;
    }

    /** How often λ₁α² passes 2/η upwards. */
    private static int crossings(RandomStart start) {
        List<Double> a = path(start);
        int count = 0;
        for (int t = 1; t < a.size(); t++) {
            count += a.get(t - 1) <= Math.sqrt(2) && a.get(t) > Math.sqrt(2) ? 1 : 0;
        }
        return count;
    }

    /** a = α√(ηλ₁) at each step, as far as it is finite. */
    private static List<Double> path(RandomStart start) {
        MinimalistDescent descent = unclipped(start);
        double scale = Math.sqrt(start.eta() * start.model().lambda1());
        State state = descent.start(new double[] {start.alpha(), start.beta1(), start.beta2()});
        List<Double> a = new ArrayList<>();
        Simulation.advance(descent, state, STEPS, now -> a.add(now.parameters()[Minimalist.ALPHA] * scale));
        return a;
    }

    /** The path of a = α√(ηλ₁) as far as it is finite. */
    private static Plot panel(RandomStart start, Behaviour kind) {
        List<Double> a = path(start);
        int count = kind == Behaviour.DIVERGED ? divergence(a) : settling(a);
        double[] step = new double[count];
        double[] path = new double[count];
        for (int t = 0; t < count; t++) {
            step[t] = t;
            path[t] = a.get(t);
        }
        String title = kind.label + (kind == Behaviour.DIVERGED ? " at step " + a.size() : "");
        double edge = Math.sqrt(2);
        return Plot.of(title, PlotAxis.linear("step t"), PlotAxis.linear("a = α√(ηλ₁)"))
                .with(
                        Series.level("a² = 2: ηS ≈ 2", edge, 0, count - 1.0, Palette.BLACK),
                        Series.level("0", 0, 0, count - 1.0, Palette.GREY),
                        Series.line("a", step, path, Palette.line(kind.ordinal())));
    }

    /** The steps of a path until it stays near the threshold, and a quarter more. */
    private static int settling(List<Double> a) {
        int last = a.size() - 1;
        while (last > 0 && Math.abs(a.get(last) - Math.sqrt(2)) < SETTLED) {
            last--;
        }
        return Math.min(a.size(), last + last / 4 + 1);
    }

    /** The steps of a diverging run up to where it is ten times beyond the threshold. */
    private static int divergence(List<Double> a) {
        int count = 0;
        while (count < a.size() && Math.abs(a.get(count)) < 10) {
            count++;
        }
        return count;
    }
}
