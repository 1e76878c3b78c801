package org.eoslab.claim.minimalist;

import java.util.Optional;
import org.eoslab.claim.admissible.AdmissibleSet;
import org.eoslab.claim.admissible.Condition;

/** What a claim presupposes of a run. */
enum Premise {
    /** The rows are the consecutive steps from 0 on. */
    EVERY_STEP {
        @Override
        Optional<String> objection(MinimalistRun run) {
            if (!run.table().everyStep()) {
                return Optional.of("rows are thinned; it needs consecutive steps");
            }
            return run.step(0) == 0
                    ? Optional.empty()
                    : Optional.of("rows begin at step " + run.step(0) + "; it needs them from step 0 on");
        }
    },

    /** The start is in the {@link AdmissibleSet}. */
    ADMISSIBLE {
        @Override
        Optional<String> objection(MinimalistRun run) {
            if (run.step(0) != 0) {
                return Optional.of("rows begin at step " + run.step(0) + "; it needs the start");
            }
            return new AdmissibleSet(run.model(), run.eta())
                    .violated(run.start("alpha"), run.start("beta1"), run.start("beta2"))
                    .map(Condition::violation);
        }
    },

    /** The start is in the flatter subset, which the floor's κ defines. */
    FLATTER {
        @Override
        Optional<String> objection(MinimalistRun run) {
            if (!run.hasFloor()) {
                return Optional.of("its flatter subset is defined by the κ of the clipping rule floor");
            }
            // Compared through α ≤ floor, so that a start at the floor itself is inside whatever κ rounds to.
            double alpha = run.start("alpha");
            return alpha <= run.floor()
                    ? Optional.empty()
                    : Optional.of(new AdmissibleSet(run.model(), run.eta())
                            .flatter(alpha, run.kappa())
                            .violation());
        }
    };

    /** Why the run does not meet it, or empty when it does. */
    abstract Optional<String> objection(MinimalistRun run);
}
