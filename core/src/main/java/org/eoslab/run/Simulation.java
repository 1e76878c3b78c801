package org.eoslab.run;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;

/**
 * The one loop that runs everything, from a test to the web page: measure, tell the observers, step. Where a probe is of a step, that step is
 * taken ahead, on another state, before the observers are told, and is not taken again; so the bits are the same.
 *
 * @param dynamics what changes the parameters
 * @param probes what looks at them, in the order of their columns
 * @param until what ends a run before its last step; its column is one of the run's
 */
public record Simulation(Dynamics dynamics, List<Probe> probes, Optional<Until> until) {
    /** The number of steps taken. */
    public static final Column STEP =
            Column.of("step", Column.Role.CLOCK, "t", "step").as(Column.Kind.COUNT);

    /** The time Σ η. */
    public static final Column TIME = Column.of("time", Column.Role.CLOCK, "Σ η", "time");

    /** A simulation that only steps; {@link #with} adds what is measured. */
    public static Simulation of(Dynamics dynamics) {
        return new Simulation(dynamics, List.of());
    }

    /** A simulation whose runs take all their steps. */
    public Simulation(Dynamics dynamics, List<Probe> probes) {
        this(dynamics, probes, Optional.empty());
    }

    /** The same whose runs end when a row meets a condition. */
    public Simulation until(Until condition) {
        return new Simulation(dynamics, probes, Optional.of(condition));
    }

    /** All columns of a row: {@code step}, {@code time}, then each probe's. */
    public List<Column> columns() {
        List<Column> columns = new ArrayList<>(List.of(STEP, TIME));
        probes.forEach(p -> columns.addAll(p.columns()));
        return List.copyOf(columns);
    }

    /** The same with another probe after the others. */
    public Simulation with(Probe another) {
        List<Probe> all = new ArrayList<>(probes);
        all.add(another);
        return new Simulation(dynamics, List.copyOf(all), until);
    }

    /** The names of all columns of a row. */
    public List<String> names() {
        return columns().stream().map(Column::name).toList();
    }

    /** The row of a state. */
    public double[] row(State state) {
        double[] row = new double[columns().size()];
        measure(probes.toArray(Probe[]::new), offsets(), state, row);
        return row;
    }

    /** Whether a state, which is not modified, meets {@link #until}, so that a run would end there. */
    public boolean meetsItsCondition(State state) {
        return until.isPresent() && until.get().holds(names(), row(state.copy()));
    }

    /** Where in a row the columns of each probe start. */
    private int[] offsets() {
        int[] offsets = new int[probes.size()];
        int next = 2;
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = next;
            next += probes.get(i).columns().size();
        }
        return offsets;
    }

    private static void measure(Probe[] probes, int[] offsets, State state, double[] row) {
        row[0] = state.step();
        row[1] = state.time();
        for (int i = 0; i < probes.length; i++) {
            probes[i].measure(state, row, offsets[i]);
        }
    }

    /**
     * Runs from {@code state} until it has taken {@code last} steps in all, or a row meets {@link #until}, or it diverges, or an observer
     * stops it. The first row is the state as given, the last the state where it ended.
     */
    public Outcome run(State state, long last, List<Observer> observers) {
        Loop loop = new Loop(state, observers);
        observers.forEach(observer -> observer.begin(this, state));
        Outcome ended = advance(loop::step, state, last, loop::observe);
        Outcome outcome = loop.met ? Outcome.COMPLETED : ended;
        observers.forEach(observer -> observer.end(outcome, state));
        return outcome;
    }

    /** A run on its way: the row being filled, who is told of it, and the state a step ahead where a probe is of a step. */
    private final class Loop {
        private final Probe[] all = probes.toArray(Probe[]::new);
        private final int[] offsets = offsets();
        private final int[] ofSteps = IntStream.range(0, all.length)
                .filter(i -> all[i] instanceof StepProbe)
                .toArray();
        private final Observer[] observers;
        private final List<String> names = names();
        private final double[] row = new double[names.size()];
        private final State ahead;
        private boolean met;

        Loop(State start, List<Observer> observers) {
            this.observers = observers.toArray(Observer[]::new);
            this.ahead = ofSteps.length > 0 ? start.copy() : start;
        }

        /** Fills the row of a state and tells of it; whether the run goes on. */
        boolean observe(State now) {
            measure(all, offsets, now, row);
            if (ofSteps.length > 0) {
                lookAhead(now);
            }
            boolean goOn = true;
            for (Observer observer : observers) {
                goOn &= observer.observe(now, row);
            }
            met = until.isPresent() && until.get().holds(names, row);
            if (met) {
                for (Observer observer : observers) {
                    observer.met(now, row);
                }
            }
            return goOn && !met;
        }

        private void lookAhead(State now) {
            ahead.become(now);
            dynamics.step(ahead);
            for (int i : ofSteps) {
                ((StepProbe) all[i]).measure(now, ahead, row, offsets[i]);
            }
        }

        /** Takes the step, or what was taken ahead of it. */
        void step(State now) {
            if (ofSteps.length > 0) {
                now.exchange(ahead);
            } else {
                dynamics.step(now);
            }
        }
    }

    /**
     * Runs from {@code start} until so many steps have been taken or it ends before, and keeps every row.
     *
     * @param start the parameters at step 0, not modified
     * @throws IllegalArgumentException when no probe measures the loss or the sharpness, which the timeline needs
     */
    public Trajectory run(double[] start, long steps) {
        State state = dynamics.start(start);
        Table table = Table.of(columns(), Recording.ALL, steps);
        Timeline timeline = Timeline.of(this);
        Outcome outcome = run(state, steps, List.of(table, timeline));
        return new Trajectory(table, timeline, outcome, state);
    }

    /**
     * The loop itself: steps until {@code last} steps have been taken in all, a parameter is no finite number, or {@code goOn} says no.
     *
     * @param state modified
     * @param goOn asked at every finite state, the first and the last included, whether to take a step from there
     */
    public static Outcome advance(Dynamics dynamics, State state, long last, Predicate<State> goOn) {
        return advance(dynamics::step, state, last, goOn);
    }

    private static Outcome advance(Consumer<State> step, State state, long last, Predicate<State> goOn) {
        while (true) {
            if (!state.isFinite()) {
                return Outcome.DIVERGED;
            }
            boolean wanted = goOn.test(state);
            if (state.step() >= last) {
                return Outcome.COMPLETED;
            }
            if (!wanted) {
                return Outcome.STOPPED;
            }
            step.accept(state);
        }
    }

    /** Steps until {@code last} steps have been taken in all or a parameter is no finite number; {@code state} is modified. */
    public static Outcome advance(Dynamics dynamics, State state, long last) {
        return advance(dynamics, state, last, now -> true);
    }
}
