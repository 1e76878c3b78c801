package org.eoslab.web.watch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.job.ExperimentSource;
import org.eoslab.job.Job;
import org.eoslab.job.NamedExperiment;
import org.eoslab.run.Outcome;
import org.eoslab.run.Recording;
import org.eoslab.store.RunStore;
import org.eoslab.store.StoredRun;
import org.eoslab.web.live.Streams;

/**
 * The runs that the page has started, one after another: a second one would slow the first. Those that have ended are the store's;
 * of the last of them it is remembered how they ended.
 */
public final class LiveRuns implements AutoCloseable {
    /** Runs that may wait for their turn. */
    private static final int MOST_WAITING = 20;

    /** Runs that have ended, of which it is remembered how. */
    private static final int MOST_ENDED = 20;

    /** Rows of a run in the store. */
    private static final long MOST_ROWS = 100_000;

    /** The document shows every so many steps; the columns have them all. */
    private static final Recording SHOWN = new Recording.Every(1000);

    /** Between two words to the pages, in nanoseconds. */
    private static final long PACE = 200_000_000;

    private final Catalogue catalogue;
    private final RunStore store;
    private final Streams streams;
    private final ConcurrentSkipListMap<Long, LiveRun> runs = new ConcurrentSkipListMap<>();
    private final AtomicLong numbers = new AtomicLong();
    private final AtomicLong told = new AtomicLong();
    private final ExecutorService trainer = Executors.newSingleThreadExecutor(work -> {
        Thread thread = new Thread(work, "trainer");
        thread.setDaemon(true);
        return thread;
    });

    /** Runs of these models, kept in that store; the pages are told through {@code streams}. */
    public LiveRuns(Catalogue catalogue, RunStore store, Streams streams) {
        this.catalogue = catalogue;
        this.store = store;
        this.streams = streams;
    }

    /** Starts a run when its turn comes. */
    LiveRun start(String name, Experiment experiment) {
        NamedExperiment loaded = new NamedExperiment(name, experiment);
        return enter(name, experiment, "", Map.of(), (live, job) -> job.run(loaded, kept(experiment.steps())));
    }

    /**
     * A run, and whether it was under way already.
     *
     * @param run the run
     * @param already whether somebody else had started it before
     */
    record Entered(LiveRun run, boolean already) {}

    /** Goes on with an interrupted run, unless that is under way already. */
    synchronized Entered resume(StoredRun stored) {
        for (LiveRun run : runs.values()) {
            if (run.id().equals(stored.id()) && !run.over()) {
                return new Entered(run, true);
            }
        }
        runs.values().removeIf(run -> run.id().equals(stored.id()));
        LiveRun resumed = enter(stored.summary().name(), experiment(stored), stored.id(), Map.of(), (live, job) -> {
            stored.rows().ifPresent(live::follow);
            return job.resume(stored);
        });
        return new Entered(resumed, false);
    }

    /** Starts a run that leaves a stored one at a step. */
    LiveRun fork(StoredRun stored, long step, Map<String, ?> changes) {
        Experiment experiment = experiment(stored).with(changes);
        Map<String, Object> origin = Map.of("run", stored.id(), "step", step);
        return enter(stored.summary().name(), experiment, "", origin, (live, job) -> job.fork(stored, step, changes));
    }

    /** The experiment of a stored run. */
    Experiment experiment(StoredRun stored) {
        return new ExperimentSource(catalogue).experiment(stored);
    }

    /** Every step as far as a screen can use them; of a longer run every so many. */
    private static Recording kept(long steps) {
        return new Recording.Every(Math.max(1, steps / MOST_ROWS));
    }

    private interface Work {
        Job.Result run(LiveRun live, Job job);
    }

    /** @param origin the {@code run} that it is a fork of, and the {@code step} of that; empty for any other */
    private synchronized LiveRun enter(
            String name, Experiment experiment, String id, Map<String, Object> origin, Work work) {
        if (runs.values().stream().filter(run -> !run.over()).count() > MOST_WAITING) {
            throw new InputException("start: " + MOST_WAITING + " runs are waiting already; stop one first");
        }
        LiveRun live = new LiveRun(
                numbers.incrementAndGet(), name, experiment, kept(experiment.steps()), this::tellNowAndThen);
        live.keptAs(id);
        live.leaves(origin);
        runs.put(live.number(), live);
        trainer.execute(() -> run(live, work));
        tell();
        return live;
    }

    private void run(LiveRun live, Work work) {
        try {
            if (live.stopped()) {
                live.end(LiveRun.Status.STOPPED, live.id(), "");
                return;
            }
            RunStore noted = new NotedStore(store, live::keptAs);
            Job job = new Job(noted, new ExperimentSource(catalogue), experiment -> SHOWN, List.of(live));
            Job.Result result = work.run(live, job);
            boolean stopped = result.run().trajectory().outcome() == Outcome.STOPPED;
            live.end(stopped ? LiveRun.Status.STOPPED : LiveRun.Status.FINISHED, result.id(), "");
        } catch (RuntimeException | Error e) {
            live.end(LiveRun.Status.FAILED, left(live.id()), String.valueOf(e.getMessage()));
        } finally {
            forget();
            tell();
        }
    }

    /** The id of a run that failed, if the store has kept what there was of it. */
    private String left(String id) {
        boolean kept = store.list().stream().anyMatch(run -> run.id().equals(id));
        return kept ? id : "";
    }

    /** Lets go of the oldest runs that have ended. */
    private void forget() {
        List<LiveRun> ended = runs.values().stream().filter(LiveRun::over).toList();
        ended.subList(0, Math.max(0, ended.size() - MOST_ENDED)).forEach(run -> runs.remove(run.number()));
    }

    private void tellNowAndThen() {
        long now = System.nanoTime();
        long before = told.get();
        if (now - before > PACE && told.compareAndSet(before, now)) {
            tell();
        }
    }

    private void tell() {
        streams.tell("runs", list());
    }

    /** The newest first. */
    List<Map<String, Object>> list() {
        forget(); // one may have ended this moment
        List<Map<String, Object>> all = new ArrayList<>();
        runs.descendingMap().values().forEach(run -> all.add(run.json()));
        return all;
    }

    /** The run of that number. */
    LiveRun find(String number) {
        LiveRun run = number.matches("\\d{1,9}") ? runs.get(Long.valueOf(number)) : null;
        if (run == null) {
            throw new InputException("live run " + number + ": unknown");
        }
        return run;
    }

    @Override
    public void close() {
        runs.values().forEach(LiveRun::stop);
        trainer.shutdown();
    }
}
