package org.eoslab.sweep.kernel;

import org.eoslab.dynamics.State;

/**
 * A run of gradient descent as it goes, and what can be asked of the points it has been at. Its steps, its losses and its exact
 * readings have the bits of a single run.
 */
public interface Walk {
    /** A point that may be asked for again. */
    enum Point {
        /** Where the run is. */
        NOW,
        /** Where it was a step ago. */
        PREVIOUS,
        /** Where the sharpness was largest. */
        LARGEST,
        /** The peak of the cycle. */
        PEAK
    }

    /** Takes a step; false, and nothing has changed, when it does not lead to finite parameters. */
    boolean step();

    /** Steps taken. */
    long steps();

    /** Takes all steps that are left up to {@code last} when none of them leads away from here, as the last one did not. */
    void rest(long last);

    /** The sharpness now, to within {@link #error()}. */
    double sharpness();

    /** How far a {@link #sharpness()} may be from the exact reading, relatively; 0 when all are exact. */
    double error();

    /**
     * The sharpness at a point as a single run reads it.
     *
     * @param reading the {@link #sharpness()} that there was
     */
    double exact(Point point, double reading);

    /** Makes {@code to} the point that {@code from} is. */
    void keep(Point from, Point to);

    /** The loss now. */
    double loss();

    /** The stability threshold now. */
    double threshold();

    /** The state now. */
    State end();
}
