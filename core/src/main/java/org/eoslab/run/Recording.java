package org.eoslab.run;

import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which steps of a run are kept. */
public sealed interface Recording {
    /** Every step. */
    Recording ALL = new Every(1);

    /** How {@link Every} begins in text. */
    String EVERY = "every:";

    /**
     * Reads {@code every:N} or steps such as {@code 0,10,100}, in any order; {@link Object#toString} writes them.
     *
     * @throws IllegalArgumentException when it is neither; the message says what would be
     */
    static Recording parse(String text) {
        if (text.startsWith(EVERY)) {
            return new Every(step(text.substring(EVERY.length())));
        }
        return new Steps(Stream.of(text.split(","))
                .mapToLong(Recording::step)
                .sorted()
                .distinct()
                .toArray());
    }

    private static long step(String text) {
        try {
            long step = Long.parseLong(text.strip());
            if (step >= 0 && step <= 1L << 53) {
                return step;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException(text.strip()
                + " is not a step: a whole number from 0 to 2^53; write steps such as 0,10,100 or every:N");
    }

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

        @Override
        public String toString() {
            return EVERY + interval;
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

        @Override
        public String toString() {
            return Arrays.stream(sorted).mapToObj(Long::toString).collect(Collectors.joining(","));
        }
    }
}
