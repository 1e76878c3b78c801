package org.eoslab.model.minimalist.enclosure;

import org.eoslab.interval.Interval;
import org.eoslab.interval.Sign;

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

    /** The sign of {@code value}, at the start the {@code exact} one. */
    Sign decide(String question, Sign exact, Interval value) throws UndecidedException {
        return step == 0 ? exact : decide(question, value);
    }

    /** The sign of {@code value}. */
    Sign decide(String question, Interval value) throws UndecidedException {
        if (value.sign() == Sign.UNDECIDED) {
            throw new UndecidedException(step, question);
        }
        return value.sign();
    }
}
