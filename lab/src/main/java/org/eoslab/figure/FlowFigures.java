package org.eoslab.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eoslab.claim.Finding;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.Run;
import org.eoslab.figure.report.PaperFigure;
import org.eoslab.figure.report.Size;
import org.eoslab.figure.report.Space;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;
import org.eoslab.model.minimalist.figure.EdgeRace;
import org.eoslab.model.minimalist.figure.FlowPath;
import org.eoslab.plot.Figure;
import org.eoslab.plot.Palette;
import org.eoslab.plot.Plot;
import org.eoslab.plot.PlotAxis;
import org.eoslab.plot.Series;
import org.eoslab.run.Cycle;
import org.eoslab.run.Table;
import org.eoslab.run.race.Race;

/** Figures 4 and 5: gradient descent beside gradient flow and the constrained trajectory, in space. */
final class FlowFigures {
    private static final int RACE_STEPS = 2800;
    private static final double MOSTLY = 0.9;

    /** Following the flow: within this part of the way that it has come. */
    private static final double FOLLOWS = 0.05;

    private static final int CURVE = 200;
    private static final String CURVE_NAME = "minima, αβ₂ = 1";

    private FlowFigures() {}

    static PaperFigure flowsFromTheIterates(Size size) {
        Run run = PresetRuns.run("canonical", Map.of());
        List<Cycle> cycles = run.trajectory().timeline().cycles();
        long[] steps = {
            0, cycles.get(0).end(), cycles.get(4).end(), cycles.get(9).end()
        };
        Problem problem = run.experiment().build();
        MinimalistDescent descent = (MinimalistDescent) problem.simulation().dynamics();
        List<FlowPath> flows = FlowPath.from(descent, problem.start().parameters(), steps);
        List<Space.Path> paths = new ArrayList<>();
        paths.add(path("gradient descent", run.trajectory().table(), "", steps[3], Palette.tint(Palette.BLACK, 0.45)));
        double most = flows.get(0).solution().parameters()[0];
        paths.add(curve(0.98 * flows.get(3).solution().parameters()[0], 1.06 * most));
        StringBuilder attained = new StringBuilder("S at minimisers 0 to 3:");
        double margin = Double.POSITIVE_INFINITY;
        for (int i = 0; i < flows.size(); i++) {
            FlowPath flow = flows.get(i);
            double[] end = flow.solution().parameters();
            double sharpness = flow.solution().sharpness();
            attained.append(String.format(Locale.ROOT, " %.5g", sharpness));
            if (i > 0) {
                margin = Math.min(margin, flows.get(i - 1).solution().sharpness() - sharpness);
            }
            Table points = flow.path();
            paths.add(path("flow from step " + flow.step(), points, "", points.rows() - 1L, Palette.line(i)));
            paths.add(Space.Path.point(
                    String.format(Locale.ROOT, "minimiser %d, S = %.4f", i, sharpness),
                    end[0],
                    end[1],
                    end[2],
                    Palette.line(i),
                    String.valueOf(i)));
        }
        Space space = new Space("α (S ≈ λ₁α²)", "β₁", "β₂", paths);
        double threshold = run.trajectory().timeline().threshold();
        Finding falling = PresetRuns.finding(
                "minimisers",
                "the later the iterate that gradient flow starts from, the flatter the minimiser where it ends",
                margin > 0,
                margin,
                attained + "; 2/η = " + threshold);
        return new PaperFigure(
                "4",
                PresetRuns.minimalist(run) + "; 2/η = " + PresetRuns.number(threshold),
                "Gradient flow from four points on the path of gradient descent: from the start it ends in the sharpest"
                        + " minimiser, 0; from later iterates in flatter ones, 1 to 3, each with a smaller α, which is the direction"
                        + " of sharpness. Above in space, with the curve of the minima; below the same from above, along the β₁-axis.",
                List.of(falling),
                Figure.of(
                                "figure-4",
                                "Figure 4: gradient flows from the iterates of gradient descent",
                                space.projected(""),
                                flat(paths, "the same seen along the β₁-axis"))
                        .sized(1000, 620),
                Optional.of(space));
    }

    /** The minima β₁ = 0, αβ₂ = 1 between two values of α. */
    private static Space.Path curve(double from, double to) {
        double[] alpha = IntStream.rangeClosed(0, CURVE)
                .mapToDouble(i -> from + (to - from) * i / CURVE)
                .toArray();
        double[] beta2 = Arrays.stream(alpha).map(a -> 1 / a).toArray();
        return Space.Path.line(CURVE_NAME, alpha, new double[CURVE + 1], beta2, Palette.ORANGE);
    }

    /** The plane of α and β₂. */
    private static Plot flat(List<Space.Path> paths, String title) {
        Plot plot = Plot.of(title, PlotAxis.linear("α"), PlotAxis.linear("β₂"));
        for (Space.Path p : paths) {
            plot = p.mark().isEmpty()
                    ? plot.with(
                            p.name().equals(CURVE_NAME)
                                    ? Series.broad(p.name(), p.x(), p.z(), p.colour())
                                    : Series.line(p.name(), p.x(), p.z(), p.colour()))
                    : plot.with(Series.marks(p.name(), p.x(), p.z(), p.colour()))
                            .with(new Plot.Note(p.mark(), p.x()[0], p.z()[0], p.side(), Palette.BLACK));
        }
        return plot;
    }

    static PaperFigure threeDynamics(Size size) {
        Run run = PresetRuns.run("canonical", Map.of());
        int crossing = (int) run.trajectory().timeline().firstCrossing();
        Problem problem = run.experiment().build();
        MinimalistDescent descent = (MinimalistDescent) problem.simulation().dynamics();
        Table race = EdgeRace.of(descent, problem.start().parameters(), RACE_STEPS);
        double[] step = race.column("step");
        double[] constrained = race.column(Race.distance(EdgeRace.DESCENT, EdgeRace.CONSTRAINED));
        double[] flow = race.column(Race.distance(EdgeRace.DESCENT, EdgeRace.FLOW));
        List<Space.Path> paths = List.of(
                path("gradient descent", race, EdgeRace.DESCENT + ".", RACE_STEPS, Palette.BLUE),
                path("gradient flow", race, EdgeRace.FLOW + ".", RACE_STEPS, Palette.GREEN),
                path("constrained trajectory", race, EdgeRace.CONSTRAINED + ".", RACE_STEPS, Palette.VERMILION),
                curve(0.75, race.column(EdgeRace.FLOW + ".alpha")[RACE_STEPS]),
                Space.Path.point(
                        "start",
                        race.get(EdgeRace.DESCENT + ".alpha", 0),
                        race.get(EdgeRace.DESCENT + ".beta1", 0),
                        race.get(EdgeRace.DESCENT + ".beta2", 0),
                        Palette.BLACK,
                        "start"),
                Space.Path.point(
                        "first crossing of 2/η, step " + crossing,
                        race.get(EdgeRace.DESCENT + ".alpha", crossing),
                        race.get(EdgeRace.DESCENT + ".beta1", crossing),
                        race.get(EdgeRace.DESCENT + ".beta2", crossing),
                        Palette.PURPLE,
                        "2/η"));
        Space space = new Space("α (S ≈ λ₁α²)", "β₁", "β₂", paths);
        Plot distances = Plot.of(
                        "distance from gradient descent",
                        PlotAxis.linear("step t"),
                        PlotAxis.log("distance in parameter space").between(5e-5, 1))
                .with(
                        Series.line("to gradient flow", step, flow, Palette.GREEN),
                        Series.line("to the constrained trajectory", step, constrained, Palette.VERMILION),
                        Series.dashed(
                                "first crossing of 2/η",
                                new double[] {crossing, crossing},
                                new double[] {5e-5, 1},
                                Palette.PURPLE));
        return new PaperFigure(
                "5",
                PresetRuns.settings(run.experiment(), "lambda1", "lambda2", "eta")
                        + "; start "
                        + PresetRuns.settings(run.experiment(), "alpha", "beta1", "beta2")
                        + "; " + PresetRuns.settings(run.experiment(), "clip") + ", steps = " + RACE_STEPS
                        + "; no randomness",
                "Three dynamics from one start. Gradient descent first follows gradient flow, up to the edge; from there on it winds"
                        + " about the constrained trajectory, and gradient flow goes on to a sharper minimum. Below: the same along the"
                        + " β₁-axis, and the distances.",
                List.of(before(race, crossing), after(step, constrained, flow, crossing)),
                Figure.of(
                                "figure-5",
                                "Figure 5: gradient descent, gradient flow and the constrained trajectory from one start",
                                space.projected(""),
                                flat(paths, "the same seen along the β₁-axis"),
                                distances)
                        .sized(1000, 560),
                Optional.of(space));
    }

    /** Up to the first crossing: the distance from the flow over the way that the flow has come by then. */
    static Finding before(Table race, int crossing) {
        double[] flow = race.column(Race.distance(EdgeRace.DESCENT, EdgeRace.FLOW));
        double way = 0;
        for (String name : List.of("alpha", "beta1", "beta2")) {
            double come = race.get(EdgeRace.FLOW + "." + name, crossing) - race.get(EdgeRace.FLOW + "." + name, 0);
            way = Math.hypot(way, come);
        }
        double most = Arrays.stream(flow, 0, crossing + 1).max().orElseThrow();
        return PresetRuns.finding(
                "follows the flow",
                "up to the first crossing gradient descent is within a twentieth of gradient flow's way from it",
                most < FOLLOWS * way,
                FOLLOWS * way - most,
                String.format(
                        Locale.ROOT,
                        "at most %.5f away up to step %d, by which the flow has come %.3f far",
                        most,
                        crossing,
                        way));
    }

    static Finding after(double[] step, double[] constrained, double[] flow, int crossing) {
        long closer = IntStream.range(crossing, step.length)
                .filter(t -> constrained[t] < flow[t])
                .count();
        double share = closer / (double) (step.length - crossing);
        return PresetRuns.finding(
                "follows the constrained trajectory",
                "from the first crossing on it is closer to the constrained trajectory than to gradient flow at over 90 % of the"
                        + " steps",
                share > MOSTLY,
                share - MOSTLY,
                String.format(
                        Locale.ROOT,
                        "at %.1f %% of %d steps; after 2,000 steps at distance %.3f from the constrained trajectory and %.3f"
                                + " from gradient flow",
                        100 * share,
                        step.length - crossing,
                        constrained[2000],
                        flow[2000]));
    }

    /** The rows of a table up to one of them. */
    private static Space.Path path(String name, Table table, String prefix, long last, Color colour) {
        int count = (int) last + 1;
        return Space.Path.line(
                name,
                Arrays.copyOf(table.column(prefix + "alpha"), count),
                Arrays.copyOf(table.column(prefix + "beta1"), count),
                Arrays.copyOf(table.column(prefix + "beta2"), count),
                colour);
    }
}
