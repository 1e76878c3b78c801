package org.eoslab.model.literature;

import java.util.Optional;
import org.eoslab.run.Trajectory;

/** Premises about a run's rows and crossings. */
final class Steps {
    private Steps() {}

    /** That the rows are consecutive steps. */
    static Optional<String> consecutive(Trajectory run) {
        return run.table().everyStep() ? Optional.empty() : Optional.of("rows are thinned; it needs consecutive steps");
    }

    /** That the run has been above its threshold. */
    static Optional<String> crossed(Trajectory run) {
        return run.timeline().firstCrossing() >= 0
                ? Optional.empty()
                : Optional.of("the sharpness never crosses the threshold");
    }
}
