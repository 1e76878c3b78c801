package org.eoslab.cli.option;

/** What the program's exit code says. */
public final class ExitCode {
    /** Fine. */
    public static final int OK = 0;

    /** A claim failed, or a run diverged where that was not expected. */
    public static final int FAILED = 1;

    /** Wrong usage or input. */
    public static final int INPUT = 2;

    /** Interrupted; can be resumed. */
    public static final int INTERRUPTED = 3;

    /** An error of the program itself. */
    public static final int INTERNAL = 4;

    private ExitCode() {}
}
