package org.eoslab.job.sweep;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Work of other threads. */
public final class Worked {
    private Worked() {}

    /** What it came to; when it failed, that very exception or error; a checked one is wrapped. */
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
