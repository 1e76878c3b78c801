package org.eoslab.job;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.eoslab.dynamics.State;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Run;
import org.eoslab.job.spark.ClusterException;
import org.eoslab.plot.RunFigures;
import org.eoslab.plot.draw.FigureFiles;
import org.eoslab.run.Observer;
import org.eoslab.run.Outcome;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.eoslab.store.RunStore;
import org.eoslab.store.RunStream;
import org.eoslab.store.RunSummary;
import org.eoslab.store.RunWriter;
import org.eoslab.store.StoredRun;
import org.eoslab.store.file.Checkpoint;

/**
 * One experiment run into the store: as it goes, its rows and checkpoints; when it ends, its document and its pictures. Stopped by
 * an observer or killed, it leaves a run that {@link #resume} continues with the same bits.
 *
 * @param store where it is kept
 * @param source reads the records of stored runs
 * @param shown which recorded steps of an experiment the document shows
 * @param observers told of every step
 */
public record Job(
        RunStore store, ExperimentSource source, Function<Experiment, Recording> shown, List<Observer> observers) {
    /** A run keeps this many checkpoints, for forks; {@link RunStream} adds one about every ten seconds, for a kill. */
    private static final long CHECKPOINTS = 20;

    /** Of fewer parameters and steps than this a fork comes to any step at once from the start. */
    private static final int SMALL_DIMENSION = 1000;

    private static final long SMALL_STEPS = 5_000_000;

    /** Keeps no rows. */
    private static final Recording NOTHING = new Recording.Steps(new long[0]);

    /**
     * What came of it.
     *
     * @param run the run
     * @param document its JSON document
     * @param id its id in the store
     * @param files its files in the store
     */
    public record Result(Run run, Map<String, Object> document, String id, List<Path> files) {}

    /** Runs an experiment from its start. */
    public Result run(NamedExperiment loaded, Recording kept) {
        Experiment experiment = loaded.experiment();
        Map<String, ?> inputs = InputFiles.of(experiment);
        Run.InProgress running = RowMemory.checked(Run.InProgress.begin(experiment, kept));
        try (RunWriter writer = store.begin(loaded.name(), experiment, kept)) {
            remember(inputs, writer);
            experiment.init().ifPresent(parameters -> InitFile.write(parameters, writer.file(Experiment.INIT_FILE)));
            return finish(writer, loaded.name(), running);
        }
    }

    /**
     * Goes on with a run that was interrupted, from its last checkpoint.
     *
     * @throws InputException when there is nothing to resume
     */
    public Result resume(StoredRun stored) {
        NamedExperiment loaded = experiment(stored);
        try (RunWriter writer = stored.resume()) {
            Run.InProgress running = RowMemory.checked(Run.InProgress.begin(loaded.experiment(), stored.recording()));
            stored.rows().ifPresent(rows -> rows.upTo(Long.MAX_VALUE).forEach(running.table()::add));
            List<Long> checkpoints = stored.checkpoints();
            Checkpoint last = stored.checkpoint(checkpoints.get(checkpoints.size() - 1));
            return finish(writer, loaded.name(), restored(running, last, stored));
        }
    }

    /**
     * A new run that goes on from a step of a stored one. With other settings it begins at that step; with nothing but another
     * number of steps it is the longer run, with all the rows before.
     *
     * @param changes the settings that differ; empty to go on as before
     */
    public Result fork(StoredRun stored, long step, Map<String, ?> changes) {
        NamedExperiment loaded = experiment(stored);
        Experiment changed = loaded.experiment().with(changes);
        if (step < 0 || step > changed.steps()) {
            throw new InputException("step: " + step + " is not allowed; it must be from 0 to " + changed.steps());
        }
        boolean longer = Set.of("steps").containsAll(changes.keySet());
        Run.InProgress before = at(step, stored, loaded.experiment());
        Optional<Table> earlier = longer ? Optional.of(stored.table()) : Optional.empty();
        Recording recording = longer ? stored.recording() : Recording.ALL;
        Map<String, ?> inputs = InputFiles.of(changed);
        Run.InProgress begun = RowMemory.checked(Run.InProgress.begin(changed, recording));
        State expected = begun.state();
        State state = before.state();
        if (expected.parameters().length != state.parameters().length
                || expected.memory().length != state.memory().length) {
            throw new InputException(
                    "fork: the changed settings make another model or optimiser, which cannot go on from "
                            + stored.id());
        }
        if (begun.problem().simulation().meetsItsCondition(state)) {
            throw new InputException("until: " + changed.settings().stored(Experiment.UNTIL) + " is met at step " + step
                    + ", so there is nothing to go on to; eos fork " + stored.id() + " --at " + step
                    + " --set until=none goes on from there");
        }
        earlier.ifPresent(rows -> {
            rows.upTo(step).forEach(begun.table()::add);
            begun.timeline().restore(before.timeline().memory());
        });
        Map<String, Object> origin = new LinkedHashMap<>();
        origin.put("run", stored.id());
        origin.put("step", step);
        try (RunWriter writer = store.begin(loaded.name(), changed, recording)) {
            if (begun.table().rows() > 0) {
                writer.rows(begun.table());
            }
            writer.origin(Map.of("forkOf", origin));
            remember(inputs, writer);
            Run.InProgress running = begun.at(state);
            writer.checkpoint(
                    checkpoint(running)); // with its own timeline, which begins here, unless it is the longer run
            return finish(writer, loaded.name(), running);
        }
    }

    private static void remember(Map<String, ?> inputs, RunWriter writer) {
        if (!inputs.isEmpty()) {
            writer.origin(Map.of(InputFiles.KEY, inputs));
        }
    }

    /**
     * A stored run as it was at a step.
     *
     * @throws InputException when it has no such step
     */
    public Run.InProgress at(StoredRun stored, long step) {
        Experiment experiment = experiment(stored).experiment();
        if (step < 0 || step > experiment.steps()) {
            throw new InputException("step: " + step + " is not allowed; it must be from 0 to " + experiment.steps());
        }
        return at(step, stored, experiment);
    }

    /**
     * The experiment of a stored run.
     *
     * @throws InputException when one of the files that it began with has changed
     */
    public NamedExperiment experiment(StoredRun stored) {
        InputFiles.check("run " + stored.id(), InputFiles.of(stored));
        return new NamedExperiment(stored.summary().name(), source.experiment(stored));
    }

    /**
     * A finished run of the store as it was when it ended, its claims checked on its rows as they are stored. It is not made again but for the steps after its last checkpoint, if there are any.
     *
     * @param asked the experiment with the constants that its claims are asked with
     * @throws InputException when it is not finished, or one of the files that it began with has changed
     */
    public Run finished(StoredRun stored, UnaryOperator<Experiment> asked) {
        if (stored.status() != RunSummary.Status.FINISHED) {
            throw new InputException(
                    "run " + stored.id() + ": is not finished; eos resume " + stored.id() + " goes on with it");
        }
        Experiment experiment = asked.apply(experiment(stored).experiment());
        Run.InProgress begun = Run.InProgress.begin(experiment, NOTHING);
        List<Long> checkpoints = stored.checkpoints();
        Run.InProgress last = checkpoints.isEmpty()
                ? begun
                : restored(begun, stored.checkpoint(checkpoints.get(checkpoints.size() - 1)), stored);
        return new Run.InProgress(
                        experiment, last.problem(), last.state(), stored.recording(), stored.table(), last.timeline())
                .finish(List.of());
    }

    /** A stored run at one of its steps: from the nearest checkpoint before it, by the steps that the run itself took. */
    private static Run.InProgress at(long step, StoredRun stored, Experiment experiment) {
        long nearest = stored.checkpoints().stream()
                .mapToLong(Long::longValue)
                .filter(s -> s <= step)
                .max()
                .orElse(-1);
        Run.InProgress begun = Run.InProgress.begin(experiment, NOTHING);
        Run.InProgress running = nearest < 0 ? begun : restored(begun, stored.checkpoint(nearest), stored);
        Outcome outcome = running.problem().simulation().run(running.state(), step, List.of(running.timeline()));
        if (outcome == Outcome.DIVERGED || running.state().step() != step) {
            throw new InputException("step: " + step + " is not allowed; run " + stored.id() + " "
                    + (outcome == Outcome.DIVERGED ? "diverged" : "was " + outcome.label()) + " at step "
                    + running.state().step());
        }
        return running;
    }

    private static Run.InProgress restored(Run.InProgress running, Checkpoint checkpoint, StoredRun stored) {
        State begun = running.state();
        State state = checkpoint.state();
        if (begun.parameters().length != state.parameters().length || begun.memory().length != state.memory().length) {
            throw unfit(state.step(), stored);
        }
        try {
            running.timeline().restore(checkpoint.timeline());
        } catch (NoSuchElementException e) {
            throw unfit(state.step(), stored);
        }
        return running.at(state);
    }

    private static InputException unfit(long step, StoredRun stored) {
        return new InputException("run " + stored.id() + ": its checkpoint at step " + step
                + " does not fit its experiment; eos runs rm " + stored.id() + " removes the run");
    }

    private static Checkpoint checkpoint(Run.InProgress running) {
        return new Checkpoint(running.state(), running.timeline().memory());
    }

    private Result finish(RunWriter writer, String name, Run.InProgress running) {
        long started = System.nanoTime();
        long last = running.experiment().steps();
        boolean small = running.state().parameters().length < SMALL_DIMENSION && last < SMALL_STEPS;
        long interval = small ? Math.max(1, last) : Math.max(1, last / CHECKPOINTS);
        RunStream stream = new RunStream(writer, running, interval);
        List<Observer> all = new ArrayList<>(observers);
        all.add(stream);
        Run run;
        try {
            run = running.finish(all);
        } catch (ClusterException e) {
            throw new ClusterException(e.getMessage() + "; " + writer.kept());
        }
        stream.flush();
        Map<String, Object> document = RunJson.of(run, writer.id(), name, shown.apply(run.experiment()));
        document.putAll(writer.origin());
        document.put("seconds", (System.nanoTime() - started) / 1e9);
        if (run.trajectory().outcome() == Outcome.STOPPED) {
            writer.checkpoint(checkpoint(running));
            return new Result(run, document, writer.id(), List.of());
        }
        if (FigureFiles.canDraw()) {
            draw(run, name, writer);
        } else {
            document.put("pictures", "none: this machine has no fonts; install one, such as DejaVu");
        }
        StoredRun stored = writer.finish(document);
        return new Result(run, document, stored.id(), stored.files());
    }

    private static void draw(Run run, String name, RunWriter writer) {
        RunFigures.of(name, run).parallelStream().forEach(figure -> {
            try {
                FigureFiles.svg(figure, writer.file(figure.name() + ".svg"));
                FigureFiles.png(figure, writer.file(figure.name() + ".png"));
            } catch (IOException e) {
                throw new InputException("run " + writer.id() + ": the pictures cannot be written: " + e.getMessage()
                        + "; " + writer.kept());
            }
        });
    }
}
