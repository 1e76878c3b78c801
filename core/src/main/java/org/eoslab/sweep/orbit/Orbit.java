package org.eoslab.sweep.orbit;

import java.util.Arrays;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;
import org.eoslab.run.Outcome;
import org.eoslab.run.Simulation;

/**
 * The last values of one coordinate of a run.
 *
 * @param values in the order of the steps; empty when the run diverged
 */
public record Orbit(double[] values) {
    /**
     * Runs and keeps the end.
     *
     * @param dynamics what changes the parameters
     * @param start the state to start from; modified
     * @param transient_ steps before the first value kept
     * @param keep how many values to keep
     * @param coordinate index of the parameter
     */
    public static Orbit of(Dynamics dynamics, State start, long transient_, int keep, int coordinate) {
        long first = start.step() + transient_;
        double[] values = new double[keep];
        Outcome outcome = Simulation.advance(dynamics, start, first + keep, now -> {
            if (now.step() >= first && now.step() < first + keep) {
                values[(int) (now.step() - first)] = now.parameters()[coordinate];
            }
            return true;
        });
        return new Orbit(outcome == Outcome.DIVERGED ? new double[0] : values);
    }

    /**
     * The least p with |x_{t+p} − x_t| ≤ tolerance all along, at most half as many as there are values; 0 when there is none:
     * chaos, a longer period, or a run that has not settled.
     */
    public int period(double tolerance) {
        for (int p = 1; p <= values.length / 2; p++) {
            boolean repeats = true;
            for (int t = 0; t + p < values.length && repeats; t++) {
                repeats = Math.abs(values[t + p] - values[t]) <= tolerance;
            }
            if (repeats) {
                return p;
            }
        }
        return 0;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Orbit o && Arrays.equals(o.values, values);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(values);
    }

    @Override
    public String toString() {
        return Arrays.toString(values);
    }
}
