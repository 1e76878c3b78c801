package org.eoslab.job.spark;

import org.eoslab.experiment.InputException;

/** What a cluster could not do, in the line the user sees. */
public final class ClusterException extends InputException {
    private static final long serialVersionUID = 1L;

    /** With that line. */
    public ClusterException(String message) {
        super(message);
    }
}
