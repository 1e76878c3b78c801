package org.eoslab.model.minimalist;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;
import org.eoslab.experiment.Landmark;

/** The landmarks of the paper's plane of α and β₂: the curve of solutions αβ₂ = 1, and the edge λ₁α² = 2/η. */
public final class Landmarks {
    /** Points of the curve: neighbours are a few percent apart, nearer than a picture shows a bend. */
    private static final int POINTS = 256;

    /** How far the curve goes beyond the start, the edge and α = 1, as a factor of α. */
    private static final double BEYOND = 8;

    private Landmarks() {}

    /**
     * Those of a run; of the curve the branch on the side of its start, and the edge of a rule that has one.
     *
     * @param lambda1 λ₁
     * @param dynamics the rule
     * @param start where it starts, α first
     */
    public static List<Landmark> of(double lambda1, Dynamics dynamics, State start) {
        double alpha = start.parameters()[0];
        double side = alpha < 0 ? -1 : 1;
        double threshold = dynamics.preconditions() ? Double.NaN : dynamics.stabilityThreshold(start);
        double edge = Math.sqrt(threshold / lambda1);
        List<Landmark> all = new ArrayList<>(List.of(solutions(side, Math.abs(alpha), edge)));
        if (Double.isFinite(edge)) {
            all.add(new Landmark("edge λ₁α² = 2/η", Landmark.Kind.EDGE, Map.of("alpha", new double[] {side * edge})));
        }
        return List.copyOf(all);
    }

    private static Landmark solutions(double side, double... near) {
        double[] scales = DoubleStream.concat(DoubleStream.of(1), DoubleStream.of(near))
                .filter(x -> x > 0 && Double.isFinite(x))
                .sorted()
                .toArray();
        double low = Math.log(scales[0] / BEYOND);
        double high = Math.log(scales[scales.length - 1] * BEYOND);
        double[] alphas = IntStream.range(0, POINTS)
                .mapToDouble(i -> side * Math.exp(low + (high - low) * i / (POINTS - 1)))
                .toArray();
        double[] betas = DoubleStream.of(alphas).map(alpha -> 1 / alpha).toArray();
        return new Landmark(
                "solutions αβ₂ = 1",
                Landmark.Kind.MINIMA,
                Map.of("alpha", alphas, "beta1", new double[POINTS], "beta2", betas));
    }
}
