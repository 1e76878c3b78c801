package org.eoslab.run;

import java.util.Arrays;

/** Which steps of a run are kept. */
public sealed interface Recording {
    /** Every step. */
    Recording ALL = new Every(1);

    /** Whether {@code step} of a run to step {@code last} is kept. */
    boolean keeps(long step, long last);

    /** Whether the last step is kept, whichever it is. */
    boolean keepsLast();

    /** How many rows a run from step 0 to step {@code last} keeps. */
    long rows(long last);

    /**
     * Every {@code interval}-th step from 0 on, and the last.
     *
     * @param interval at least 1
     */
    record Every(long interval) implements Recording {
        /** Checks that the interval is at least 1. */
        public Every {
            if (interval < 1) {
                throw new IllegalArgumentException("every:" + interval + ": must be at least 1");
            }
        }

        @Override
        public boolean keeps(long step, long last) {
            return step % interval == 0 || step == last;
        }

        @Override
        public boolean keepsLast() {
            return true;
        }

        @Override
        public long rows(long last) {
            return last / interval + (last % interval == 0 ? 1 : 2);
        }
    }

    /**
     * These steps only.
     *
     * @param sorted ascending
     */
    record Steps(long[] sorted) implements Recording {
        @Override
        public boolean keeps(long step, long last) {
            return Arrays.binarySearch(sorted, step) >= 0;
        }

        @Override
        public boolean keepsLast() {
            return false;
        }

        @Override
        public long rows(long last) {
            return Arrays.stream(sorted).filter(s -> s <= last).count();
        }
    }
}
