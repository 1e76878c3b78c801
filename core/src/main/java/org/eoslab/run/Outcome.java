package org.eoslab.run;

import java.util.Locale;

/** How a run ended. */
public enum Outcome {
    /** It took all its steps, or met the condition that it was to run to. */
    COMPLETED,
    /** A parameter stopped being a finite number. */
    DIVERGED,
    /** An observer asked it to stop. */
    STOPPED;

    /** The name in JSON and tables. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
