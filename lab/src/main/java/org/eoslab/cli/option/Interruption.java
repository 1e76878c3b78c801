package org.eoslab.cli.option;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.eoslab.torch.NativeWork;
import sun.misc.Signal;

/** Whether the user has asked to stop (Ctrl-C, a polite kill, a terminal that is closed): long work ends at the next step and keeps what is done. */
public final class Interruption {
    /** One that kills a group of processes signals each of them, and perhaps the first twice: within this time, in nanoseconds, it is the same wish. */
    private static final long SAME = 1_000_000_000L;

    private static final AtomicBoolean REQUESTED = new AtomicBoolean();
    private static final AtomicLong FIRST = new AtomicLong();

    private Interruption() {}

    /** Lets the signals end the process with the exit code of an interruption: for what keeps nothing. */
    public static void installDefault() {
        handle(() -> {
            if (!REQUESTED.getAndSet(true)) {
                halt();
            }
        });
    }

    /** Takes over the signals; one more, a second later or after that, ends the process as soon as no network is being evaluated. */
    public static void install() {
        handle(() -> {
            if (!REQUESTED.getAndSet(true)) {
                FIRST.set(System.nanoTime());
            } else if (System.nanoTime() - FIRST.get() > SAME) {
                halt();
            }
        });
    }

    private static void halt() {
        System.err.println("eos: interrupted");
        NativeWork.halt(ExitCode.INTERRUPTED);
    }

    private static void handle(Runnable action) {
        for (String name : new String[] {"INT", "TERM", "HUP"}) {
            try {
                Signal.handle(new Signal(name), signal -> action.run());
            } catch (IllegalArgumentException e) {
                // Windows has no HUP; where it is ignored, as under nohup, Java leaves it so.
            }
        }
    }

    /** Whether to stop. */
    public static boolean requested() {
        return REQUESTED.get();
    }
}
