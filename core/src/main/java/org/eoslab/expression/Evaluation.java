package org.eoslab.expression;

/** A program with registers to run it in: set inputs, run, read outputs. Owned by one thread. */
public sealed interface Evaluation permits Tape, RowSum {
    /** Sets inputs from {@code first} on. */
    void inputs(int first, double[] values);

    /** Runs it on the inputs that are set. */
    void run();

    /** An output of the last run. */
    double output(int index);

    /** Copies outputs of the last run, from {@code first} on, into all of {@code to}. */
    void outputs(int first, double[] to);
}
