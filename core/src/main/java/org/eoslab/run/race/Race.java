package org.eoslab.run.race;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;
import org.eoslab.run.Column;
import org.eoslab.run.Observer;
import org.eoslab.run.Outcome;
import org.eoslab.run.Probe;
import org.eoslab.run.Simulation;

/**
 * Several dynamics from one start on one clock, to be compared point for point. The first entrant sets the pace: after each of its
 * steps the others step until as much time, Σ η, has passed for them.
 *
 * <p>Columns: {@code step} and {@code time} of the first entrant, the columns of each entrant's probes as {@code name.column}, and the
 * distance ‖w_a − w_b‖ of each pair as {@code distance.a.b}, NaN once one of them has diverged.
 *
 * @param entrants at least one, with different names
 */
public record Race(List<Entrant> entrants) {
    /** The clocks of two entrants are the same when they differ by less than this part of the time passed: rounding of Σ η. */
    private static final double CLOCK = 1e-9;

    /** Checks that there is an entrant, and that no two have the same name. */
    public Race {
        entrants = List.copyOf(entrants);
        long names = entrants.stream().map(Entrant::name).distinct().count();
        if (entrants.isEmpty() || names < entrants.size()) {
            throw new IllegalArgumentException(
                    "entrants " + entrants.stream().map(Entrant::name).toList()
                            + ": there must be at least one, with different names");
        }
    }

    /**
     * One of the dynamics.
     *
     * @param name its name in the columns
     * @param dynamics what changes its parameters
     * @param probes what looks at them
     */
    public record Entrant(String name, Dynamics dynamics, List<Probe> probes) {}

    /** The name of the column with the distance of two entrants, the earlier one first. */
    public static String distance(String a, String b) {
        return "distance." + a + "." + b;
    }

    /** The names of all columns of a row. */
    public List<String> names() {
        return columns().stream().map(Column::name).toList();
    }

    /** All columns of a row: an entrant's keep their kind and role under its name. */
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(Simulation.STEP, Simulation.TIME));
        for (Entrant entrant : entrants) {
            entrant.probes().forEach(p -> p.columns().forEach(c -> columns.add(c.of(entrant.name()))));
        }
        for (int a = 0; a < entrants.size(); a++) {
            for (int b = a + 1; b < entrants.size(); b++) {
                String one = entrants.get(a).name();
                String other = entrants.get(b).name();
                columns.add(Column.of(distance(one, other), Column.Role.MEASUREMENT, "‖Δw‖", one + " to " + other));
            }
        }
        return List.copyOf(columns);
    }

    /** Every entrant's state at these parameters. */
    public List<State> start(double[] parameters) {
        return entrants.stream().map(e -> e.dynamics().start(parameters)).toList();
    }

    /**
     * Runs until the first entrant has taken {@code last} steps in all, or has diverged, or an observer stops it.
     *
     * @param states one an entrant, modified; their clocks may differ, what counts is the time that passes from here
     * @param observers told of every step, with the first entrant's state
     */
    public Outcome run(List<State> states, long last, List<Observer> observers) {
        State leader = states.get(0);
        double[] origin = states.stream().mapToDouble(State::time).toArray();
        double[] row = new double[names().size()];
        return Simulation.advance(entrants.get(0).dynamics(), leader, last, now -> {
            double elapsed = (now.time() - origin[0]) * (1 - CLOCK);
            for (int i = 1; i < origin.length; i++) {
                double start = origin[i];
                Simulation.advance(
                        entrants.get(i).dynamics(), states.get(i), Long.MAX_VALUE, s -> s.time() - start < elapsed);
            }
            measure(states, row);
            boolean goOn = true;
            for (Observer observer : observers) {
                goOn &= observer.observe(now, row);
            }
            return goOn;
        });
    }

    private void measure(List<State> states, double[] row) {
        row[0] = states.get(0).step();
        row[1] = states.get(0).time();
        int offset = 2;
        for (int i = 0; i < states.size(); i++) {
            for (Probe probe : entrants.get(i).probes()) {
                int width = probe.columns().size();
                if (states.get(i).isFinite()) {
                    probe.measure(states.get(i), row, offset);
                } else {
                    Arrays.fill(row, offset, offset + width, Double.NaN);
                }
                offset += width;
            }
        }
        for (int a = 0; a < states.size(); a++) {
            for (int b = a + 1; b < states.size(); b++) {
                row[offset++] = distance(states.get(a), states.get(b));
            }
        }
    }

    private static double distance(State a, State b) {
        if (!a.isFinite() || !b.isFinite()) {
            return Double.NaN;
        }
        double sum = 0;
        for (int i = 0; i < a.parameters().length; i++) {
            double d = a.parameters()[i] - b.parameters()[i];
            sum += d * d;
        }
        return Math.sqrt(sum);
    }
}
