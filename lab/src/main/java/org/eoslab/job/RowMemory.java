package org.eoslab.job;

import java.util.Locale;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Run;

/** Whether the rows that a run is to keep fit in this program's memory. */
public final class RowMemory {
    /** Growing by doubling holds the old and the new columns at once, hence 3; the claims copy a few columns more. */
    private static final double COPIES = 4;

    private static final long MOST_ROWS = 1L << 30;

    private RowMemory() {}

    /**
     * The run, if its rows fit.
     *
     * @throws InputException when they do not, with how many it may keep
     */
    public static Run.InProgress checked(Run.InProgress running) {
        long rows = running.recording().rows(running.experiment().steps());
        double needed = COPIES * rows * running.table().names().size() * Double.BYTES;
        double available = Runtime.getRuntime().maxMemory();
        if (needed > available || rows > MOST_ROWS) {
            throw new InputException(String.format(
                    Locale.ROOT,
                    "steps: recording %,d rows needs about %.1f GB and there are %.1f GB; use --record every:N with N at least %d",
                    rows,
                    needed / 1e9,
                    available / 1e9,
                    (long) Math.ceil(Math.max(needed / available, rows / (double) MOST_ROWS))));
        }
        return running;
    }
}
