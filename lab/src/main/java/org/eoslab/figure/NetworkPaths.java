package org.eoslab.figure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.eoslab.claim.Finding;
import org.eoslab.experiment.Run;
import org.eoslab.linalg.Vectors;
import org.eoslab.linalg.dense.PrincipalComponents;
import org.eoslab.plot.Axis;
import org.eoslab.plot.Figure;
import org.eoslab.plot.Palette;
import org.eoslab.plot.Plot;
import org.eoslab.plot.Series;
import org.eoslab.trajectory.Recording;

/** Figure 12: gradient descent at several step sizes beside gradient flow, in the principal directions of their iterates. */
final class NetworkPaths {
    private static final String PRESET = "cifar-mlp4-binary";

    /** Time between the points of a path. */
    private static final double TICK = 0.2;

    /** Steps in a tick, so that all paths have their points at the same times; odd, so that the points show both sides of an oscillation. */
    private static final int[] STEPS = {15, 9, 5, 3};

    private static final int TICKS = 40;
    private static final int QUICK_TICKS = 25;
    private static final long IMAGES = 200;
    private static final long QUICK_IMAGES = 100;

    /** A path has left the flow once it is this part of the flow's way away from it. */
    private static final double LEFT = 0.1;

    private NetworkPaths() {}

    /** A path: its points in parameter space, one a tick, and when its sharpness first passed 2/η. */
    private record Path(String name, List<double[]> points, OptionalDouble crossing) {}

    static PaperFigure descentAndFlow(boolean quick) {
        int ticks = quick ? QUICK_TICKS : TICKS;
        Map<String, Object> size = Map.of("images", quick ? QUICK_IMAGES : IMAGES);
        Path flow =
                path("gradient flow", TICK, 1, ticks, size, Map.of("optimizer", "gradient-flow", "every", ticks + 1));
        List<Path> descents = new ArrayList<>();
        for (int steps : STEPS) {
            double eta = TICK / steps;
            descents.add(
                    path(String.format(Locale.ROOT, "η = %.3f", eta), eta, steps, ticks, size, Map.of("every", steps)));
        }
        List<Path> all = new ArrayList<>(descents);
        all.add(0, flow);
        PrincipalComponents seen = PrincipalComponents.of(
                all.stream().flatMap(p -> p.points().stream()).toList(), 3);
        List<double[]> apart = descents.stream().map(p -> apart(p, flow)).toList();
        Space space = space(all, seen);
        double[] time =
                IntStream.rangeClosed(0, ticks).mapToDouble(i -> i * TICK).toArray();
        Plot distances = Plot.of(
                "distance from gradient flow at the same time, over the way that the flow has come",
                Axis.linear("time η·t"),
                Axis.linear("relative distance"));
        for (int i = 0; i < descents.size(); i++) {
            distances = distances.with(Series.line(descents.get(i).name(), time, apart.get(i), Palette.line(i + 1)));
        }
        distances = distances.with(Series.level("left the flow", LEFT, 0, time[ticks], Palette.GREY));
        return new PaperFigure(
                12,
                caption(quick, seen),
                List.of(order(descents, apart)),
                Figure.of("figure-12", "Figure 12: a network leaves gradient flow", space.projected(""), distances)
                        .sized(Figure.WIDTH, 480),
                Optional.of(space));
    }

    private static Path path(String name, double eta, int steps, int ticks, Map<String, ?> size, Map<String, ?> own) {
        Map<String, Object> changes = new HashMap<>(size);
        changes.putAll(own);
        changes.put("eta", eta);
        changes.put("steps", (long) steps * ticks);
        List<double[]> points = new ArrayList<>();
        Run run = Made.run(PRESET, changes, new Recording.Every(steps), List.of((state, row) -> {
            if (state.step() % steps == 0) {
                points.add(state.parameters().clone());
            }
            return true;
        }));
        long crossing = run.trajectory().timeline().firstCrossing();
        return new Path(name, points, crossing < 0 ? OptionalDouble.empty() : OptionalDouble.of(crossing * eta));
    }

    /** ‖w − w_flow‖/‖w_flow − w₀‖ at each tick, 0 at the first. */
    private static double[] apart(Path path, Path flow) {
        double[] start = flow.points().get(0);
        return IntStream.range(0, flow.points().size())
                .mapToDouble(i -> {
                    double way = Vectors.distance(flow.points().get(i), start);
                    return i == 0
                            ? 0
                            : Vectors.distance(
                                            path.points().get(i), flow.points().get(i))
                                    / way;
                })
                .toArray();
    }

    /** The smaller the step size, the later the path leaves the flow for good; those that have not left by the end count as leaving then. */
    private static Finding order(List<Path> descents, List<double[]> apart) {
        StringBuilder attained = new StringBuilder();
        double margin = Double.POSITIVE_INFINITY;
        int gone = 0;
        double before = Double.POSITIVE_INFINITY;
        for (int i = 0; i < descents.size(); i++) {
            double[] distance = apart.get(i);
            int end = distance.length - 1;
            int near = IntStream.rangeClosed(0, end)
                    .filter(t -> distance[t] <= LEFT)
                    .max()
                    .orElse(0);
            if (near < end) {
                gone++;
                margin = Math.min(margin, before - near * TICK);
            }
            before = near * TICK;
            attained.append(String.format(
                    Locale.ROOT,
                    "%s %s, %s; ",
                    descents.get(i).name(),
                    descents.get(i).crossing().isPresent()
                            ? String.format(
                                    Locale.ROOT,
                                    "crosses 2/η at time %.1f",
                                    descents.get(i).crossing().getAsDouble())
                            : "does not cross 2/η",
                    near < end
                            ? String.format(
                                    Locale.ROOT, "is off by more than a tenth of the way from %.1f on", near * TICK)
                            : "stays with the flow"));
        }
        return Made.finding(
                "departure",
                "the smaller the step size, the longer gradient descent follows gradient flow",
                gone > 1 && margin > 0,
                margin,
                attained.substring(0, attained.length() - 2));
    }

    private static Space space(List<Path> paths, PrincipalComponents seen) {
        List<Space.Path> drawn = new ArrayList<>();
        int from = 0;
        for (Path path : paths) {
            int to = from + path.points().size();
            double[][] rows = Arrays.copyOfRange(seen.coordinates(), from, to);
            drawn.add(new Space.Path(
                    path.name(), column(rows, 0), column(rows, 1), column(rows, 2), Palette.line(drawn.size()), false));
            from = to;
        }
        return new Space("direction 1", "direction 2", "direction 3", drawn);
    }

    private static double[] column(double[][] rows, int k) {
        return Arrays.stream(rows).mapToDouble(row -> row[k]).toArray();
    }

    private static String caption(boolean quick, PrincipalComponents seen) {
        return String.format(
                Locale.ROOT,
                "Gradient descent at several η and gradient flow from one start: a four-layer tanh network of width 200 on"
                        + " %d images of the first two classes of CIFAR-10 (the paper gives no sizes), in the three directions in"
                        + " which the iterates spread most, with %.1f, %.1f and %.1f %% of their variance. Each path follows the"
                        + " flow up to the edge, then oscillates and turns away from it.",
                quick ? QUICK_IMAGES : IMAGES,
                100 * seen.explained()[0],
                100 * seen.explained()[1],
                100 * seen.explained()[2]);
    }
}
