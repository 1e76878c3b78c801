package org.eoslab.cli.option;

import java.util.concurrent.atomic.AtomicBoolean;
import org.eoslab.torch.NativeWork;
import sun.misc.Signal;

/** Whether the user has asked to stop (Ctrl-C, or a polite kill): long work ends at the next step and keeps what is done. */
public final class Interruption {
    private static final AtomicBoolean REQUESTED = new AtomicBoolean();

    private Interruption() {}

    /** Lets the two signals end the process with the exit code of an interruption: for what keeps nothing. */
    public static void installDefault() {
        handle(() -> {
            System.err.println("eos: interrupted");
            NativeWork.halt(ExitCode.INTERRUPTED);
        });
    }

    /** Takes over the two signals; a second one ends the process as soon as no network is being evaluated. */
    public static void install() {
        handle(() -> {
            if (REQUESTED.getAndSet(true)) {
                NativeWork.halt(ExitCode.INTERRUPTED);
            }
        });
    }

    private static void handle(Runnable action) {
        for (String name : new String[] {"INT", "TERM"}) {
            Signal.handle(new Signal(name), signal -> action.run());
        }
    }

    /** Whether to stop. */
    public static boolean requested() {
        return REQUESTED.get();
    }
}
