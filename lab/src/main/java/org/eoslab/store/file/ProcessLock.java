package org.eoslab.store.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * A lock on a file, held by one holder of one process at a time; the operating system releases it when the process dies.
 *
 * <p>The operating system's lock belongs to the process as a whole, and closing any channel on the file would release it, so
 * within this process a semaphore a file comes first.
 */
public final class ProcessLock implements AutoCloseable {
    private static final Map<Path, Semaphore> IN_THIS_PROCESS = new ConcurrentHashMap<>();

    private final Semaphore semaphore;
    private final FileChannel channel;

    private ProcessLock(Semaphore semaphore, FileChannel channel) {
        this.semaphore = semaphore;
        this.channel = channel;
    }

    /** The lock on {@code file}, which is created when absent; waits for its holder. */
    public static ProcessLock acquire(Path file) throws IOException {
        Semaphore semaphore = semaphore(file);
        semaphore.acquireUninterruptibly();
        ProcessLock lock = lock(file, semaphore, true);
        if (lock == null) {
            throw new IOException(file + ": could not be locked");
        }
        return lock;
    }

    /** The lock on {@code file}, which is created when absent; empty when somebody holds it. */
    public static Optional<ProcessLock> tryAcquire(Path file) throws IOException {
        Semaphore semaphore = semaphore(file);
        return semaphore.tryAcquire() ? Optional.ofNullable(lock(file, semaphore, false)) : Optional.empty();
    }

    private static Semaphore semaphore(Path file) {
        return IN_THIS_PROCESS.computeIfAbsent(file.toAbsolutePath().normalize(), f -> new Semaphore(1));
    }

    private static @Nullable ProcessLock lock(Path file, Semaphore semaphore, boolean wait) throws IOException {
        FileChannel channel = null;
        boolean locked = false;
        try {
            channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = wait ? channel.lock() : channel.tryLock();
            locked = lock != null;
            return locked ? new ProcessLock(semaphore, channel) : null;
        } finally {
            if (!locked) {
                if (channel != null) {
                    channel.close();
                }
                semaphore.release();
            }
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            semaphore.release();
        }
    }
}
