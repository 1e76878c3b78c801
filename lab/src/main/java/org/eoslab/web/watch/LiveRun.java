package org.eoslab.web.watch;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;
import org.eoslab.experiment.Experiment;
import org.eoslab.plot.Figure;
import org.eoslab.plot.RunFigures;
import org.eoslab.run.Observer;
import org.eoslab.run.Recording;
import org.eoslab.run.Simulation;
import org.eoslab.run.Table;
import org.eoslab.view.ColumnDocument;
import org.eoslab.view.ColumnThinning;
import org.eoslab.view.StepWindow;
import org.eoslab.view.ThinnedColumn;
import org.jspecify.annotations.Nullable;

/**
 * A run under way, as far as the page sees it. Written by its own thread, read by others. Once it has ended it keeps only where it
 * stood: its rows are in the store, and its problem, with the tensors and the data of a network, is let go.
 */
final class LiveRun implements Observer {
    /** What a wide screen shows. */
    private static final int PIXELS = 1200;

    /** Where it stands. */
    enum Status {
        WAITING,
        RUNNING,
        FINISHED,
        STOPPED,
        FAILED
    }

    private final long number;
    private final String name;
    private final Experiment experiment;
    private final long last;
    private final Recording kept;
    private final Runnable changed;
    private final List<ColumnThinning> columns = new ArrayList<>();
    /** The rows kept while it runs, for a part of the steps; then they are in the store. */
    private @Nullable Table rows;

    private @Nullable Table earlier;
    private List<String> names = List.of();
    private List<Map<String, Object>> described = List.of();
    private @Nullable Dynamics dynamics;
    private Status status = Status.WAITING;
    private volatile boolean stop;
    private long started;
    private long firstStep = -1;
    private long step;
    private double seconds;
    private double threshold = Double.NaN;
    private String id = "";
    private Map<String, Object> origin = Map.of();
    private String error = "";

    /**
     * A run that waits for its turn.
     *
     * @param kept which rows can be seen one by one
     * @param changed called when there is something new to see
     */
    LiveRun(long number, String name, Experiment experiment, Recording kept, Runnable changed) {
        this.number = number;
        this.name = name;
        this.experiment = experiment;
        this.last = experiment.steps();
        this.kept = kept;
        this.changed = changed;
    }

    long number() {
        return number;
    }

    long last() {
        return last;
    }

    synchronized String id() {
        return id;
    }

    /** The store has begun to keep it under this id. */
    void keptAs(String storedId) {
        synchronized (this) {
            id = storedId;
        }
        changed.run();
    }

    /** It is a fork of this {@code run}, which it leaves at this {@code step}. */
    synchronized void leaves(Map<String, Object> forked) {
        origin = forked;
    }

    @Override
    public synchronized void begin(Simulation simulation, State state) {
        dynamics = simulation.dynamics();
        names = simulation.names();
        described = simulation.columns().stream().map(ColumnDocument::of).toList();
        columns.clear();
        StepWindow window = new StepWindow(0, last, PIXELS);
        for (int c = 0; c < names.size(); c++) {
            columns.add(new ColumnThinning(window, c));
        }
        rows = Table.of(simulation.columns(), kept, last);
        if (earlier != null) {
            add(earlier, rows);
            earlier = null;
        }
        status = Status.RUNNING;
        started = System.nanoTime();
    }

    /** Goes on from these rows, which a resumed run had before. */
    synchronized void follow(Table table) {
        earlier = table;
    }

    private void add(Table before, Table all) {
        int at = names.indexOf("step");
        before.upTo(last).forEach(row -> {
            all.add(row);
            for (int c = 0; c < row.length; c++) {
                columns.get(c).add((long) row[at], row[c]);
            }
        });
    }

    @Override
    public boolean observe(State state, double[] row) {
        synchronized (this) {
            step = state.step();
            if (firstStep < 0) {
                firstStep = step;
            }
            seconds = (System.nanoTime() - started) / 1e9;
            if (dynamics != null) {
                threshold = dynamics.stabilityThreshold(state);
            }
            for (int c = 0; c < columns.size(); c++) {
                columns.get(c).add(step, row[c]);
            }
            if (rows != null) {
                rows.observe(state, row);
            }
        }
        changed.run();
        return !stop;
    }

    @Override
    public synchronized void met(State state, double[] row) {
        if (rows != null) {
            rows.met(state, row);
        }
    }

    /** Asks it to stop at the next step. */
    void stop() {
        stop = true;
    }

    boolean stopped() {
        return stop;
    }

    /**
     * It has ended.
     *
     * @param storedId its id in the store, empty when that keeps nothing of it
     * @param why what went wrong, if anything did
     */
    synchronized void end(Status how, String storedId, String why) {
        status = how;
        id = storedId;
        error = why;
        rows = null;
        earlier = null;
        dynamics = null;
        columns.clear();
    }

    synchronized boolean over() {
        return status != Status.WAITING && status != Status.RUNNING;
    }

    /** Where it stands, with the time left by the pace so far. */
    synchronized Map<String, Object> json() {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", number);
        json.put("name", name);
        json.put("experiment", experiment.toMap());
        json.put("status", status.name().toLowerCase(Locale.ROOT));
        json.put("step", step);
        json.put("last", last);
        json.put("seconds", seconds);
        long done = step - Math.max(0, firstStep);
        json.put("secondsLeft", status == Status.RUNNING && done > 0 ? seconds * (last - step) / done : null);
        json.put("threshold", threshold);
        json.put("id", id);
        json.put("error", error);
        json.put("forkOf", origin.isEmpty() ? null : origin);
        json.put("columns", names);
        json.put("described", described);
        return json;
    }

    /** The figures of what has been measured so far, of all steps alike; none once it has ended, as the store has them then. */
    synchronized List<Figure> measures() {
        return rows == null ? List.of() : RunFigures.measures(name, experiment, rows, -1);
    }

    /** Columns in a window, as far as they have come; none once it has ended, as they are in the store then. */
    synchronized Map<String, ThinnedColumn> columns(List<?> wanted, StepWindow window) {
        Table table = window.from() > 0 || window.to() < last ? rows : null;
        Map<String, ThinnedColumn> result = new LinkedHashMap<>();
        for (Object name : wanted) {
            int c = names.indexOf(String.valueOf(name));
            if (c >= 0 && c < columns.size()) {
                ThinnedColumn series =
                        table == null ? columns.get(c).series() : ColumnThinning.of(table, names.get(c), window);
                result.put(names.get(c), series);
            }
        }
        return result;
    }
}
