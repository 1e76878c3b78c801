package org.eoslab.run.ending;

import java.util.Arrays;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;
import org.eoslab.linalg.Vectors;

/**
 * Some steps beyond the end of a run, on a copy of its state.
 *
 * @param begin the parameters where it begins
 * @param end where it ended
 * @param losses at each of its points, the first included
 * @param norms of the parameters at each
 * @param distances of each from the first
 * @param finite whether all parameters stayed finite
 */
record Walk(double[] begin, double[] end, double[] losses, double[] norms, double[] distances, boolean finite) {
    static Walk of(Dynamics dynamics, State from, int length) {
        State state = from.copy();
        double[] begin = from.parameters();
        double[] losses = new double[length + 1];
        double[] norms = new double[length + 1];
        double[] distances = new double[length + 1];
        int taken = 0;
        boolean finite = true;
        while (true) {
            losses[taken] = state.loss(dynamics.objective());
            norms[taken] = Vectors.norm(state.parameters());
            distances[taken] = Vectors.distance(state.parameters(), begin);
            finite = state.isFinite();
            if (taken == length || !finite) {
                return new Walk(
                        begin,
                        state.parameters(),
                        Arrays.copyOf(losses, taken + 1),
                        Arrays.copyOf(norms, taken + 1),
                        Arrays.copyOf(distances, taken + 1),
                        finite);
            }
            dynamics.step(state);
            taken++;
        }
    }

    /** Steps that it took. */
    int length() {
        return losses.length - 1;
    }

    /** The largest distance from the first point. */
    double reach() {
        return Arrays.stream(distances).max().orElseThrow();
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
        if (!finite || !(reach() > part * scale)) {
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
