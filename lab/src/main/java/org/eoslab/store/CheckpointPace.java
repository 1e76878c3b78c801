package org.eoslab.store;

import java.util.function.LongSupplier;

/**
 * Says when a run is to be written down again: ten seconds after the last time, or twenty times as long as that took where it took
 * long, so that writing is a twentieth of the work at most. It looks at the clock about every millisecond of work, not at every
 * step.
 */
final class CheckpointPace {
    private static final long INTERVAL = 10_000_000_000L;
    private static final long WRITING_SHARE = 20;
    private static final long LOOK = 1_000_000;
    private static final long LONGEST_STRIDE = 1 << 16;

    private final LongSupplier nanoTime;
    private long due;
    private long looked;
    private long stride = 1;
    private long wait = 1;

    /** A pace that begins now. */
    CheckpointPace(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
        this.looked = nanoTime.getAsLong();
        this.due = looked + INTERVAL;
    }

    /** Whether it is time; asked once a step. */
    boolean isDue() {
        wait--;
        if (wait > 0) {
            return false;
        }
        long now = nanoTime.getAsLong();
        stride = now - looked < LOOK ? Math.min(2 * stride, LONGEST_STRIDE) : Math.max(1, stride / 2);
        wait = stride;
        looked = now;
        return now - due >= 0;
    }

    /** Does the writing, and counts from its end on. */
    void write(Runnable writing) {
        long start = nanoTime.getAsLong();
        writing.run();
        long end = nanoTime.getAsLong();
        due = end + Math.max(INTERVAL, WRITING_SHARE * (end - start));
    }
}
