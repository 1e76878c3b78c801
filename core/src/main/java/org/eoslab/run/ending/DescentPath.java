package org.eoslab.run.ending;

import java.util.ArrayList;
import java.util.List;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;
import org.eoslab.linalg.Vectors;
import org.eoslab.run.Outcome;
import org.eoslab.run.Simulation;

/**
 * Some steps beyond the end of a run, on a copy of its state; as far as all parameters are finite.
 *
 * @param begin the parameters where it begins
 * @param end where it ended
 * @param losses at each of its points, the first included
 * @param norms of the parameters at each
 * @param distances of each from the first
 * @param finite whether it took all the steps that it should
 */
record DescentPath(double[] begin, double[] end, double[] losses, double[] norms, double[] distances, boolean finite) {
    static DescentPath of(Dynamics dynamics, State from, int length) {
        State state = from.copy();
        double[] begin = from.parameters();
        List<Double> losses = new ArrayList<>();
        List<Double> norms = new ArrayList<>();
        List<Double> distances = new ArrayList<>();
        Outcome outcome = new Simulation(dynamics, List.of()).run(state, from.step() + length, List.of((point, row) -> {
            losses.add(point.loss(dynamics.objective()));
            norms.add(Vectors.norm(point.parameters()));
            distances.add(Vectors.distance(point.parameters(), begin));
            return true;
        }));
        return new DescentPath(
                begin, state.parameters(), array(losses), array(norms), array(distances), outcome == Outcome.COMPLETED);
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Steps that it took. */
    int length() {
        return losses.length - 1;
    }

    /** The largest distance from the first point. */
    double reach() {
        double most = 0;
        for (double distance : distances) {
            most = Math.max(most, distance);
        }
        return most;
    }

    /** Whether the loss is above {@code before} and rises at every step; of losses that are not finite, the norm of the parameters. */
    boolean grows(double before) {
        if (losses[0] <= before) {
            return false;
        }
        for (int t = 1; t < losses.length; t++) {
            boolean overflown = !Double.isFinite(losses[t - 1]) || !Double.isFinite(losses[t]);
            if (overflown ? norms[t] <= norms[t - 1] : losses[t] <= losses[t - 1]) {
                return false;
            }
        }
        return true;
    }

    /**
     * The least number of steps after which it was back, twice; 0 when it was not, or when it did not move.
     *
     * @param part how close it comes, relative to its reach, which is more than that relative to {@code scale}
     */
    int period(double part, double scale) {
        double close = part * reach();
        if (!(reach() > part * scale)) {
            return 0;
        }
        for (int p = 2; 2 * p <= length(); p++) {
            if (distances[p] <= close && distances[2 * p] <= close) {
                return p;
            }
        }
        return 0;
    }
}
