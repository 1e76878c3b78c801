package org.eoslab.figure;

import java.awt.Color;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.StringJoiner;
import java.util.stream.IntStream;
import org.eoslab.claim.Finding;
import org.eoslab.dynamics.State;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.Run;
import org.eoslab.figure.report.PaperFigure;
import org.eoslab.figure.report.Size;
import org.eoslab.figure.report.Space;
import org.eoslab.linalg.Vectors;
import org.eoslab.linalg.dense.PrincipalComponents;
import org.eoslab.plot.Figure;
import org.eoslab.plot.Palette;
import org.eoslab.plot.Plot;
import org.eoslab.plot.PlotAxis;
import org.eoslab.plot.Series;
import org.eoslab.run.Recording;
import org.eoslab.run.Simulation;

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
    private static final long FULL_IMAGES = 500;

    /** A path has left the flow once it is this part of the flow's way away from it. */
    private static final double LEFT = 0.1;

    /** An oscillation is seen when it has grown by this factor. */
    private static final double GROWN = 10;

    private NetworkPaths() {}

    /**
     * A path.
     *
     * @param name its name
     * @param points its points in parameter space, one a tick
     * @param crossing when its sharpness first passed 2/η
     */
    private record Path(String name, List<double[]> points, OptionalDouble crossing) {}

    static PaperFigure descentAndFlow(Size size) {
        int ticks = size == Size.QUICK ? QUICK_TICKS : TICKS;
        long images =
                switch (size) {
                    case QUICK -> QUICK_IMAGES;
                    case USUAL -> IMAGES;
                    case FULL -> FULL_IMAGES;
                };
        Map<String, Object> data = Map.of("images", images);
        Path flow =
                path("gradient flow", TICK, 1, ticks, data, Map.of("optimizer", "gradient-flow", "every", ticks + 1));
        List<Path> descents = new ArrayList<>();
        for (int steps : STEPS) {
            double eta = TICK / steps;
            descents.add(
                    path(String.format(Locale.ROOT, "η = %.3f", eta), eta, steps, ticks, data, Map.of("every", steps)));
        }
        List<double[]> points = new ArrayList<>(flow.points());
        descents.forEach(d -> points.addAll(d.points()));
        PrincipalComponents seen = PrincipalComponents.of(points, 3);
        List<Space.Path> drawn = new ArrayList<>();
        double[][] flowing = Arrays.copyOf(seen.coordinates(), flow.points().size());
        drawn.add(line(flow.name(), flowing, Palette.line(0)));
        Directions directions = new Directions(seen.directions(points), points, seen.coordinates());
        List<EveryStep> courses = new ArrayList<>();
        for (int i = 0; i < STEPS.length; i++) {
            EveryStep course = EveryStep.of(TICK / STEPS[i], STEPS[i] * ticks, data, directions);
            courses.add(course);
            drawn.add(line(descents.get(i).name(), course.rows(), Palette.line(i + 1)));
        }
        drawn.add(Space.Path.point("start", flowing[0][0], flowing[0][1], flowing[0][2], Palette.BLACK, "start"));
        Space space = new Space(axis(1, seen), axis(2, seen), axis(3, seen), drawn);
        List<double[]> apart = descents.stream().map(p -> apart(p, flow)).toList();
        double[] time =
                IntStream.rangeClosed(0, ticks).mapToDouble(i -> i * TICK).toArray();
        Plot distances = Plot.of(
                "distance from gradient flow at the same time, over the way that the flow has come",
                PlotAxis.linear("time η·t"),
                PlotAxis.linear("relative distance"));
        for (int i = 0; i < descents.size(); i++) {
            distances = distances.with(Series.line(descents.get(i).name(), time, apart.get(i), Palette.line(i + 1)));
        }
        distances = distances.with(Series.level("left the flow", LEFT, 0, time[ticks], Palette.GREY));
        Plot swings = Plot.of(
                "size of the oscillation from one step to the next, ½‖w₊ − 2w + w₋‖",
                PlotAxis.linear("time η·t"),
                PlotAxis.log("distance"));
        for (int i = 0; i < courses.size(); i++) {
            double eta = TICK / STEPS[i];
            swings = swings.with(Series.line(
                    descents.get(i).name(),
                    IntStream.range(0, courses.get(i).swing().length)
                            .mapToDouble(t -> t * eta)
                            .toArray(),
                    courses.get(i).swing(),
                    Palette.line(i + 1)));
        }
        Finding order = order(descents, apart);
        Finding oscillation = oscillation(descents, courses);
        return new PaperFigure(
                "12",
                String.format(
                        Locale.ROOT,
                        "cifar-mlp4-binary: 3072–200–200–200–2 tanh, MSE, images = %d of the first two classes, standardised, seed = 0,"
                                + " η = 0.2/15, 0.2/9, 0.2/5, 0.2/3",
                        images),
                String.format(
                        Locale.ROOT,
                        "Gradient descent at several η, every step of it, and gradient flow from one start, in the three directions in"
                                + " which the iterates at equal times spread most, with %.1f, %.1f and %.1f %% of their variance (the"
                                + " paper gives no sizes). Here: %s. Below: how far a step swings back and forth, which grows by"
                                + " powers of ten when ηS has passed 2.",
                        100 * seen.explained()[0],
                        100 * seen.explained()[1],
                        100 * seen.explained()[2],
                        order.attained()),
                List.of(order, oscillation),
                Figure.of(
                                "figure-12",
                                "Figure 12: a network follows gradient flow, and leaves it the sooner the larger the step",
                                space.projected(""),
                                plane(drawn, 0, 1, seen),
                                distances,
                                swings)
                        .sized(Figure.WIDTH, 520)
                        .sideBySide(2),
                Optional.of(space));
    }

    private static String axis(int k, PrincipalComponents seen) {
        return String.format(Locale.ROOT, "direction %d (%.1f %%)", k, 100 * seen.explained()[k - 1]);
    }

    private static Space.Path line(String name, double[][] rows, Color colour) {
        return Space.Path.line(name, column(rows, 0), column(rows, 1), column(rows, 2), colour);
    }

    /** Two of the directions. */
    private static Plot plane(List<Space.Path> drawn, int first, int second, PrincipalComponents seen) {
        Plot plot = Plot.of(
                "the same in two of the directions",
                PlotAxis.linear(axis(first + 1, seen)),
                PlotAxis.linear(axis(second + 1, seen)));
        for (Space.Path p : drawn) {
            plot = plot.with(
                    p.mark().isEmpty()
                            ? Series.line(p.name(), p.x(), p.y(), p.colour())
                            : Series.marks(p.name(), p.x(), p.y(), p.colour()));
        }
        return plot;
    }

    /**
     * Where a point lies in the directions.
     *
     * @param vectors their unit vectors
     * @param points some points
     * @param coordinates those points' coordinates
     */
    private record Directions(List<double[]> vectors, List<double[]> points, double[][] coordinates) {
        double[] of(double[] point) {
            return IntStream.range(0, vectors.size())
                    .mapToDouble(k -> Vectors.dot(vectors.get(k), point)
                            - Vectors.dot(vectors.get(k), points.get(0))
                            + coordinates[0][k])
                    .toArray();
        }
    }

    /**
     * Gradient descent step by step: what is kept of points too many to be kept.
     *
     * @param rows the coordinates at every step
     * @param swing ½‖w₊ − 2w + w₋‖ at every step but the first and the last, which has no reading: the size of an oscillation of period 2
     */
    private record EveryStep(double[][] rows, double[] swing) {
        static EveryStep of(double eta, int steps, Map<String, ?> data, Directions directions) {
            Map<String, Object> changes = new HashMap<>(data);
            changes.put("eta", eta);
            Problem problem = PresetRuns.problem(PRESET, changes);
            State state = problem.start().copy();
            double[][] rows = new double[steps + 1][];
            double[] swing = new double[steps + 1];
            Arrays.fill(swing, Double.NaN);
            double[] before = state.parameters().clone();
            double[] here = before.clone();
            rows[0] = directions.of(here);
            for (int t = 1; t <= steps; t++) {
                Simulation.advance(problem.simulation().dynamics(), state, t);
                double[] after = state.parameters().clone();
                rows[t] = directions.of(after);
                if (t > 1) {
                    Vectors.add(-2, here, before);
                    Vectors.add(1, after, before);
                    swing[t - 1] = Vectors.norm(before) / 2;
                }
                before = here;
                here = after;
            }
            return new EveryStep(rows, swing);
        }
    }

    private static Path path(String name, double eta, int steps, int ticks, Map<String, ?> size, Map<String, ?> own) {
        Map<String, Object> changes = new HashMap<>(size);
        changes.putAll(own);
        changes.put("eta", eta);
        changes.put("steps", (long) steps * ticks);
        List<double[]> points = new ArrayList<>();
        Run run = PresetRuns.run(PRESET, changes, new Recording.Every(steps), List.of((state, row) -> {
            if (state.step() % steps == 0) {
                points.add(state.parameters().clone());
            }
            return true;
        }));
        long crossing = run.trajectory().timeline().firstCrossing();
        return new Path(name, points, crossing < 0 ? OptionalDouble.empty() : OptionalDouble.of(crossing * eta));
    }

    /** At every step size that passes 2/η the oscillation grows at least tenfold after it, from the least it has been until then. */
    private static Finding oscillation(List<Path> descents, List<EveryStep> courses) {
        StringJoiner attained = new StringJoiner("; ");
        double least = Double.POSITIVE_INFINITY;
        for (int i = 0; i < descents.size(); i++) {
            if (descents.get(i).crossing().isEmpty()) {
                continue;
            }
            int at = (int) Math.round(descents.get(i).crossing().getAsDouble() * STEPS[i] / TICK);
            double[] swing = courses.get(i).swing();
            double before = Arrays.stream(swing, 1, at).min().orElse(Double.NaN);
            double after = Arrays.stream(swing, at, swing.length - 1).max().orElse(Double.NaN);
            least = Math.min(least, after / before);
            attained.add(String.format(
                    Locale.ROOT, "%s: from %.2g to %.2g", descents.get(i).name(), before, after));
        }
        return PresetRuns.finding(
                "oscillation",
                "where ηS has passed 2, descent swings back and forth at least ten times as far as before",
                least >= GROWN && least < Double.POSITIVE_INFINITY,
                least - GROWN,
                attained.toString());
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
        return PresetRuns.finding(
                "departure",
                "the smaller the step size, the longer gradient descent follows gradient flow",
                gone > 1 && margin > 0,
                margin,
                attained.substring(0, attained.length() - 2));
    }

    private static double[] column(double[][] rows, int k) {
        return Arrays.stream(rows).mapToDouble(row -> row[k]).toArray();
    }
}
