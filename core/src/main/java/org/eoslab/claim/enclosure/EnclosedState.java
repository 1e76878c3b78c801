package org.eoslab.claim.enclosure;

import org.eoslab.interval.Interval;

/**
 * Intervals around the exact parameters after some steps.
 *
 * @param step steps taken
 * @param alpha α
 * @param beta2 β₂
 * @param oscillation B = ηλ₁β₁²; the sign of β₁ bears on nothing
 * @param atFloor whether α is known to be the floor √(κ/(ηλ₁)) itself
 * @param frame the parallelepiped that the three intervals are the hull of
 */
public record EnclosedState(
        long step, Interval alpha, Interval beta2, Interval oscillation, boolean atFloor, Frame frame) {
    /** The state that a frame encloses. */
    static EnclosedState of(long step, Frame frame, boolean atFloor) {
        return new EnclosedState(step, frame.hull(0), frame.hull(1), frame.hull(2), atFloor, frame);
    }
}
