package org.eoslab.store;

import java.util.List;
import org.eoslab.dynamics.State;
import org.eoslab.store.file.Checkpoint;
import org.eoslab.trajectory.Observer;
import org.eoslab.trajectory.Recording;
import org.eoslab.trajectory.Table;
import org.eoslab.trajectory.Timeline;

/** Streams a long run into the store: rows as they come, and a checkpoint every so many steps from which it can go on. */
public final class RunStream implements Observer {
    /** Rows held back before they are written: about 1 MB for a network's columns. */
    private static final int ROWS_A_PART = 8192;

    private final RunWriter writer;
    private final List<String> columns;
    private final Timeline timeline;
    private final Recording recording;
    private final long last;
    private final long interval;
    private final long written;
    private Table waiting;

    /**
     * A stream to {@code writer}; of a resumed run it passes over the rows that are there already.
     *
     * @param columns the run's column names
     * @param timeline follows the same run, told of each step before this
     * @param recording which steps to keep
     * @param last the run's last step, where there is a checkpoint too
     * @param interval steps between checkpoints, at least 1
     */
    public RunStream(
            RunWriter writer, List<String> columns, Timeline timeline, Recording recording, long last, long interval) {
        if (interval < 1) {
            throw new IllegalArgumentException("interval = " + interval + ": must be at least 1");
        }
        this.writer = writer;
        this.columns = columns;
        this.timeline = timeline;
        this.recording = recording;
        this.last = last;
        this.interval = interval;
        this.written = writer.lastStep();
        this.waiting = fresh();
    }

    @Override
    public boolean observe(State state, double[] row) {
        if (state.step() <= written) {
            return true;
        }
        if (recording.keeps(state.step(), last)) {
            waiting.add(row);
            if (waiting.rows() == ROWS_A_PART) {
                flush();
            }
        }
        if (state.step() == last || state.step() > 0 && state.step() % interval == 0) {
            flush();
            writer.checkpoint(new Checkpoint(state, timeline.memory()));
        }
        return true;
    }

    /** Writes the rows held back. */
    public void flush() {
        writer.rows(waiting);
        waiting = fresh();
    }

    private Table fresh() {
        return new Table(columns, Recording.ALL, 0);
    }
}
