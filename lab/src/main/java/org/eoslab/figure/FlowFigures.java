package org.eoslab.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.eoslab.claim.Finding;
import org.eoslab.dynamics.MinimalistDescent;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.Run;
import org.eoslab.experiment.figure.EdgeRace;
import org.eoslab.experiment.figure.FlowPath;
import org.eoslab.plot.Axis;
import org.eoslab.plot.Figure;
import org.eoslab.plot.Palette;
import org.eoslab.plot.Plot;
import org.eoslab.plot.Series;
import org.eoslab.trajectory.Cycle;
import org.eoslab.trajectory.Table;
import org.eoslab.trajectory.race.Race;

/** Figures 4 and 5: gradient descent beside gradient flow and the constrained trajectory, in space. */
final class FlowFigures {
    private static final long RACE_STEPS = 2800;
    private static final double MOSTLY = 0.9;

    private FlowFigures() {}

    static PaperFigure flowsFromTheIterates(boolean quick) {
        Run run = Made.run("canonical", Map.of());
        List<Cycle> cycles = run.trajectory().timeline().cycles();
        long[] steps = {
            0, cycles.get(0).end(), cycles.get(4).end(), cycles.get(9).end()
        };
        Problem problem = run.experiment().model().build(run.experiment().settings());
        MinimalistDescent descent = (MinimalistDescent) problem.simulation().dynamics();
        List<FlowPath> flows = FlowPath.from(descent, problem.start().parameters(), steps);
        List<Space.Path> paths = new ArrayList<>();
        paths.add(path("gradient descent", run.trajectory().table(), "", Palette.BLACK));
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
            paths.add(path("flow from step " + flow.step(), flow.path(), "", Palette.line(i)));
            paths.add(new Space.Path(
                    "minimiser " + i,
                    new double[] {end[0]},
                    new double[] {end[1]},
                    new double[] {end[2]},
                    Palette.line(i),
                    true));
        }
        Space space = new Space("α", "β₁", "β₂", paths);
        Finding falling = Made.finding(
                "minimisers",
                "the later the iterate that gradient flow starts from, the flatter the minimiser where it ends",
                margin > 0,
                margin,
                attained + "; 2/η = " + run.trajectory().timeline().threshold());
        return new PaperFigure(
                4,
                "Gradient flow from four points on the path of gradient descent: from the start it ends in the sharpest"
                        + " minimiser, 0; from later iterates in flatter ones, 1 to 3. α is the direction of sharpness.",
                List.of(falling),
                Figure.of("figure-4", "Figure 4: gradient flows from the iterates", space.projected(""))
                        .sized(Figure.WIDTH, 560),
                Optional.of(space));
    }

    static PaperFigure threeDynamics(boolean quick) {
        Run run = Made.run("canonical", Map.of());
        Problem problem = run.experiment().model().build(run.experiment().settings());
        MinimalistDescent descent = (MinimalistDescent) problem.simulation().dynamics();
        Table race = EdgeRace.of(
                descent, problem.start().parameters(), run.experiment().steps(), RACE_STEPS);
        double[] step = race.column("step");
        double[] constrained = race.column(Race.distance(EdgeRace.DESCENT, EdgeRace.CONSTRAINED));
        double[] flow = race.column(Race.distance(EdgeRace.DESCENT, EdgeRace.FLOW));
        int closer = 0;
        for (int i = 0; i < step.length; i++) {
            closer += constrained[i] < flow[i] ? 1 : 0;
        }
        double share = closer / (double) step.length;
        Finding finding = Made.finding(
                "race",
                "gradient descent is closer to the constrained trajectory than to gradient flow at over 90 % of the steps",
                share > MOSTLY,
                share - MOSTLY,
                String.format(
                        Locale.ROOT,
                        "at %.1f %% of %d steps; after 2,000 steps at distance %.3f from the constrained trajectory and %.3f"
                                + " from gradient flow",
                        100 * share,
                        step.length - 1,
                        constrained[2000],
                        flow[2000]));
        Space space = new Space(
                "α",
                "β₁",
                "β₂",
                List.of(
                        path("gradient descent", race, EdgeRace.DESCENT + ".", Palette.BLUE),
                        path("gradient flow", race, EdgeRace.FLOW + ".", Palette.GREEN),
                        path("constrained trajectory", race, EdgeRace.CONSTRAINED + ".", Palette.VERMILION)));
        Plot distances = Plot.of("distance from gradient descent", Axis.linear("step t"), Axis.log("distance"))
                .with(
                        Series.line("to gradient flow", step, flow, Palette.GREEN),
                        Series.line("to the constrained trajectory", step, constrained, Palette.VERMILION));
        return new PaperFigure(
                5,
                "From the first crossing on, gradient descent winds about the constrained trajectory and leaves gradient"
                        + " flow, which goes on to a sharper minimiser. Below: its distance from both.",
                List.of(finding),
                Figure.of("figure-5", "Figure 5: three dynamics from one point", space.projected(""), distances)
                        .sized(Figure.WIDTH, 480),
                Optional.of(space));
    }

    private static Space.Path path(String name, Table table, String prefix, Color colour) {
        return new Space.Path(
                name,
                table.column(prefix + "alpha"),
                table.column(prefix + "beta1"),
                table.column(prefix + "beta2"),
                colour,
                false);
    }
}
