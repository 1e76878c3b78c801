package org.eoslab.store;

import java.time.Instant;
import java.util.Locale;

/**
 * A run in a list of runs: its row in the catalogue.
 *
 * @param id its id
 * @param name the preset or the stem of the experiment file
 * @param model the model's name
 * @param started when it began
 * @param status whether it is whole
 * @param outcome how it ended, empty while it has not
 * @param seconds how long it took, NaN while it has not ended
 * @param threshold the stability threshold at the end, NaN while it has not ended
 * @param firstCrossing the first step above the threshold, −1 when there is none
 * @param cycles complete cycles
 * @param claimsHold claims that hold
 * @param claimsFail claims that fail
 * @param settings the settings as a JSON object
 * @param problem what is wrong with a damaged run, empty for any other
 */
public record RunSummary(
        String id,
        String name,
        String model,
        Instant started,
        Status status,
        String outcome,
        double seconds,
        double threshold,
        long firstCrossing,
        int cycles,
        int claimsHold,
        int claimsFail,
        String settings,
        String problem) {
    /** Whether a run is whole. */
    public enum Status {
        /** Whole. */
        FINISHED,
        /** Being written by a live process. */
        RUNNING,
        /** Left by a process that ended; goes on from its last checkpoint. */
        RESUMABLE,
        /** Its record cannot be read, or is not what was written. */
        DAMAGED;

        /** The name in JSON, SQL and tables. */
        public String label() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
