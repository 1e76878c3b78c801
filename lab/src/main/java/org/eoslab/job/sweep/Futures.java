package org.eoslab.job.sweep;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Results of work that other threads do. */
public final class Futures {
    private Futures() {}

    /** The result of a piece of work, waited for; when it failed, its very exception or error, a checked one wrapped. */
    public static <T> T result(Future<T> work) throws InterruptedException {
        try {
            return work.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }
}
