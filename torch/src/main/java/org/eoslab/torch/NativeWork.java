package org.eoslab.torch;

import java.util.concurrent.locks.ReentrantLock;

/**
 * Work in native code under way. The end of the process runs the native library's destructors, under the feet of whoever is
 * still computing there: who ends it at once lets that work end first. Does not load the library.
 */
public final class NativeWork implements AutoCloseable {
    private static final ReentrantLock UNDER_WAY = new ReentrantLock();
    private static final NativeWork WORK = new NativeWork();

    private NativeWork() {}

    /** Waits for other native work, and begins; close it on the same thread. */
    public static NativeWork begin() {
        UNDER_WAY.lock();
        return WORK;
    }

    @Override
    public void close() {
        UNDER_WAY.unlock();
    }

    /** Ends the process at once, but between two evaluations of a network, and with no shutdown hooks. */
    public static void halt(int exitCode) {
        UNDER_WAY.lock();
        Runtime.getRuntime().halt(exitCode);
    }
}
