package org.eoslab.bench.trust.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;

/** A kind of input, and what takes it. */
interface Kind {
    /** Its name in the table. */
    String name();

    /** How many of it there are in a round: many of what is over at once. */
    default int share() {
        return 1;
    }

    /**
     * Makes an input and hands it to what takes it.
     *
     * @param folder an empty one, for its files
     */
    Attempt next(Path folder, Random random) throws IOException;

    /**
     * An input that is made, and can be tried.
     *
     * @param text what would be typed
     * @param act tries it
     */
    record Attempt(String text, Act act) {}

    /** What tries an input. */
    interface Act {
        Outcome run() throws Exception;
    }

    /**
     * What became of it.
     *
     * @param accepted whether it was taken for right
     * @param problem what should not have been, or empty
     */
    record Outcome(boolean accepted, String problem) {
        static final Outcome REFUSED = new Outcome(false, "");
        static final Outcome ACCEPTED = new Outcome(true, "");
    }
}
