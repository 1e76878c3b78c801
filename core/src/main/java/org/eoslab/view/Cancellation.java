package org.eoslab.view;

import org.eoslab.run.Observer;

/** Whether somebody still waits for a piece of work. */
public final class Cancellation {
    private volatile boolean cancelled;

    /** Says that nobody waits for it any more. */
    public void cancel() {
        cancelled = true;
    }

    /** Whether nobody waits for it any more. */
    public boolean cancelled() {
        return cancelled;
    }

    /** Stops a run once nobody waits for it. */
    public Observer observer() {
        return (state, row) -> !cancelled;
    }

    /** Ends the work when nobody waits for it. */
    public void check() {
        if (cancelled) {
            throw new Superseded();
        }
    }

    /** Nobody waits for this result: a newer request replaced it, or the tab has closed. */
    public static final class Superseded extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Superseded() {
            super("superseded by a newer request", null, false, false);
        }
    }
}
