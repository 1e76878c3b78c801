package org.eoslab.cli;

import java.util.concurrent.atomic.AtomicBoolean;
import org.eoslab.torch.NativeWork;
import sun.misc.Signal;

/** Whether the user has asked to stop (Ctrl-C, or a polite kill): long work ends at the next step and keeps what is done. */
public final class Interruption {
    private static final AtomicBoolean REQUESTED = new AtomicBoolean();

    private Interruption() {}

    /** Takes over the two signals; a second one ends the process as soon as no network is being evaluated. */
    public static void install() {
        for (String name : new String[] {"INT", "TERM"}) {
            Signal.handle(new Signal(name), signal -> {
                if (REQUESTED.getAndSet(true)) {
                    NativeWork.halt(ExitCode.INTERRUPTED);
                }
            });
        }
    }

    /** Whether to stop. */
    public static boolean requested() {
        return REQUESTED.get();
    }
}
