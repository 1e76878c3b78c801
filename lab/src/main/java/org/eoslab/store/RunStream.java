package org.eoslab.store;

import java.util.function.LongSupplier;
import org.eoslab.dynamics.State;
import org.eoslab.experiment.Run;
import org.eoslab.run.Observer;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.eoslab.store.file.Checkpoint;

/**
 * Streams a run into the store: rows as they come, and checkpoints from which it can go on, one every so many steps and one about
 * every ten seconds.
 */
public final class RunStream implements Observer {
    /** Rows held back before they are written: about 1 MB for a network's columns. */
    private static final int ROWS_A_PART = 8192;

    private final RunWriter writer;
    private final Run.InProgress running;
    private final long last;
    private final long interval;
    private final long written;
    private final CheckpointPace pace;
    private Table waiting;

    /**
     * A stream to {@code writer}; of a resumed run it passes over the rows that are there already.
     *
     * @param running the run; its timeline is told of each step before this
     * @param interval steps between checkpoints, at least 1; there is one at the last step too
     */
    public RunStream(RunWriter writer, Run.InProgress running, long interval) {
        this(writer, running, interval, System::nanoTime);
    }

    RunStream(RunWriter writer, Run.InProgress running, long interval, LongSupplier nanoTime) {
        if (interval < 1) {
            throw new IllegalArgumentException("interval = " + interval + ": must be at least 1");
        }
        this.writer = writer;
        this.running = running;
        this.last = running.experiment().steps();
        this.interval = interval;
        this.written = writer.lastStep();
        this.pace = new CheckpointPace(nanoTime);
        this.waiting = fresh();
    }

    @Override
    public boolean observe(State state, double[] row) {
        if (state.step() <= written) {
            return true;
        }
        if (running.recording().keeps(state.step(), last)) {
            waiting.add(row);
            if (waiting.rows() == ROWS_A_PART) {
                flush();
            }
        }
        boolean due = pace.isDue();
        if (due || state.step() == last || state.step() > 0 && state.step() % interval == 0) {
            checkpoint(state);
        }
        return true;
    }

    @Override
    public void met(State state, double[] row) {
        if (state.step() > written
                && running.recording().keepsLast()
                && !running.recording().keeps(state.step(), last)) {
            waiting.add(row);
        }
        checkpoint(state);
    }

    private void checkpoint(State state) {
        pace.write(() -> {
            flush();
            writer.checkpoint(new Checkpoint(state, running.timeline().memory()));
        });
    }

    /** Writes the rows held back. */
    public void flush() {
        writer.rows(waiting);
        waiting = fresh();
    }

    private Table fresh() {
        return Table.of(running.problem().simulation().columns(), Recording.ALL, 0);
    }
}
