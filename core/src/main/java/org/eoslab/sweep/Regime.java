package org.eoslab.sweep;

import java.util.Locale;
import org.eoslab.experiment.RunResult;
import org.eoslab.run.Outcome;

/** Where a run's trajectory stands at its last step: the colours of a phase diagram. */
public enum Regime {
    /** It rests: a convergence certificate holds, or the loss has fallen by ten orders of magnitude, at or below the threshold. */
    CONVERGED,
    /** It has not crossed its stability threshold, nor come to rest. */
    STABLE,
    /** It has crossed the threshold and not come to rest: it cycles at the edge of stability, or closes in on it. */
    EDGE,
    /** It has crossed the threshold and been thrown to a tenth of it or less. */
    COLLAPSED,
    /** A parameter stopped being a finite number. */
    DIVERGED;

    private static final double REST = 1e-10;
    private static final double COLLAPSE = 0.1;

    /** Of a run that ended so. */
    static Regime of(RunResult run) {
        if (run.outcome() == Outcome.DIVERGED) {
            return DIVERGED;
        }
        boolean settled = run.relativeLoss() <= REST && run.relativeCurvature() <= 1;
        if (settled || run.certificate().isPresent()) {
            return CONVERGED;
        }
        if (run.firstCrossing() < 0) {
            return STABLE;
        }
        return run.relativeCurvature() <= COLLAPSE ? COLLAPSED : EDGE;
    }

    /** The name in tables. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
