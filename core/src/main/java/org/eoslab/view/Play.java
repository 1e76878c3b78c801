package org.eoslab.view;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.Run;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.run.Column;
import org.eoslab.run.Observer;
import org.eoslab.run.Outcome;
import org.eoslab.run.Recording;
import org.eoslab.run.Timeline;
import org.eoslab.run.ending.Ending;
import org.eoslab.run.probe.StepProgress;

/** A run as the page draws it. */
final class Play {
    /** Points along the curve: what a turning 3-D view still draws smoothly. */
    private static final int PATH_BINS = 600;

    private final Experiment experiment;
    private final Problem problem;
    private final StepWindow window;
    private final List<String> columns;
    private final Map<String, ColumnThinning> thinned = new LinkedHashMap<>();
    private final PathThinning path;
    private final OrbitSamples samples;
    /** The newest row. */
    private final double[] end;

    private Play(Experiment experiment, StepWindow window, ColumnChoice shown) {
        this.experiment = experiment;
        Problem built = experiment.build().withoutClaims();
        // It costs a gradient a step.
        boolean progress = StepProgress.COLUMNS.stream().anyMatch(shown::includes);
        this.problem = progress ? built.withProgress() : built;
        this.window = window;
        this.columns = problem.simulation().names();
        this.end = new double[columns.size()];
        List<String> coordinates = coordinates(experiment, problem.simulation().columns());
        List<Column> recorded = problem.simulation().columns();
        for (int c = 1; c < columns.size(); c++) {
            String name = columns.get(c);
            if (shown.includes(recorded.get(c)) || coordinates.contains(name)) {
                thinned.put(name, new ColumnThinning(window, c));
            }
        }
        int[] at = coordinates.stream().mapToInt(columns::indexOf).toArray();
        this.samples = new OrbitSamples(window, columns);
        this.path = new PathThinning(window, coordinates, at, (int) Math.min(PATH_BINS, window.length()));
    }

    /** The coordinates that the run records: those that the user sets at the start, else all. */
    static List<String> coordinates(Experiment experiment, List<Column> columns) {
        List<String> names = columns.stream().map(Column::name).toList();
        List<String> set = experiment.settings().schema().stream()
                .filter(Setting::start)
                .map(s -> s.name().replaceFirst("^start\\.", ""))
                .filter(names::contains)
                .toList();
        return set.isEmpty()
                ? columns.stream()
                        .filter(c -> c.role() == Column.Role.COORDINATE)
                        .map(Column::name)
                        .toList()
                : set;
    }

    /** Whether the coordinates on the screen are the parameters themselves; some models record functions of them. */
    static boolean areParameters(Experiment experiment, List<String> coordinates, double[] start) {
        Settings s = experiment.settings();
        return start.length == coordinates.size()
                && IntStream.range(0, start.length)
                        .allMatch(i -> !s.has(coordinates.get(i))
                                || Double.valueOf(start[i]).equals(s.value(coordinates.get(i))));
    }

    /**
     * Runs the experiment; its claims are not checked.
     *
     * @param shown the columns wanted besides the coordinates
     */
    static Map<String, Object> of(
            Experiment experiment, StepWindow window, ColumnChoice shown, Cancellation cancellation) {
        Play play = new Play(experiment, window, shown);
        Run run = play.run(cancellation);
        Outcome outcome = run.trajectory().outcome();
        long end = run.trajectory().end().step() - (outcome == Outcome.DIVERGED ? 1 : 0);
        if (outcome != Outcome.STOPPED && end < window.to() && end >= window.from()) {
            // It ended early: once more, so that the pixels are shared by the steps that there are.
            play = new Play(experiment, new StepWindow(window.from(), end, window.pixels()), shown);
            run = play.run(cancellation);
        }
        return play.json(run);
    }

    private Run run(Cancellation cancellation) {
        List<Observer> observers = new ArrayList<>();
        observers.add(thinning());
        observers.add(path);
        observers.add(samples);
        observers.add((state, row) -> {
            for (int c = 0; c < end.length; c++) {
                end[c] = row[c];
            }
            return true;
        });
        observers.add(cancellation.observer());
        Recording ends = new Recording.Every(Math.max(1, experiment.steps()));
        Run run = Run.InProgress.begin(experiment, problem, ends).finish(observers);
        cancellation.check();
        return run;
    }

    /** Has every column take note of a row; the bin of its step is found once. */
    private Observer thinning() {
        StepBins bins = new StepBins(window, ColumnThinning.bins(window));
        ColumnThinning[] all = thinned.values().toArray(ColumnThinning[]::new);
        return (state, row) -> {
            double step = state.step();
            int bin = bins.of(step);
            for (int c = 0; bin >= 0 && c < all.length; c++) {
                all[c].add(bin, step, row);
            }
            return true;
        };
    }

    private Map<String, Object> json(Run run) {
        Timeline timeline = run.trajectory().timeline();
        Map<String, Object> series = new LinkedHashMap<>();
        thinned.forEach((name, thinning) -> series.put(name, thinning.series()));
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("experiment", experiment.toMap());
        json.put("outcome", run.trajectory().outcome().label());
        json.put("ending", ending(run.ending()));
        json.put("lastStep", run.trajectory().end().step());
        json.put("end", end());
        json.put("window", window);
        json.put("threshold", timeline.threshold());
        json.put("curvature", problem.curvature());
        json.put("firstCrossing", timeline.firstCrossing());
        json.put("crossUp", timeline.crossUp());
        json.put("cycles", timeline.cycles().size());
        json.put("path", path.path());
        json.put(
                "described",
                problem.simulation().columns().stream().map(ColumnDocument::of).toList());
        json.put("columns", series);
        boolean dots = run.ending().kind() == Ending.Kind.ORBIT
                || OrbitSamples.oscillates(
                        timeline.cycles().size(), run.trajectory().end().step());
        json.put("samples", dots ? samples.series(thinned.keySet()) : null);
        return json;
    }

    /** Every column at the last step, by name. */
    private Map<String, Object> end() {
        Map<String, Object> json = new LinkedHashMap<>();
        for (int c = 0; c < end.length; c++) {
            json.put(columns.get(c), end[c]);
        }
        return json;
    }

    private static Map<String, Object> ending(Ending ending) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("kind", ending.kind().label());
        json.put("evidence", ending.evidence());
        return json;
    }
}
