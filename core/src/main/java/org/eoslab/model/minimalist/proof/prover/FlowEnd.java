package org.eoslab.model.minimalist.proof.prover;

import org.eoslab.interval.Interval;
import org.eoslab.model.minimalist.enclosure.EnclosedDescent;
import org.eoslab.model.minimalist.enclosure.EnclosedState;

/** Gradient flow's end from a state, in intervals. */
final class FlowEnd {
    private FlowEnd() {}

    /** ηφ(θ) = max(uG, v(G + 1/G)). */
    static Interval flowSharpness(EnclosedDescent descent, EnclosedState state) {
        return flowSharpness(descent, invariant(descent, state));
    }

    /** ηφ from the invariant C. */
    static Interval flowSharpness(EnclosedDescent descent, Interval invariant) {
        Interval square = end(descent, invariant);
        return descent.u()
                .times(square)
                .max(descent.v().times(square.plus(descent.one().dividedBy(square))));
    }

    /** C = α² − β₁² − β₂², which gradient flow conserves. */
    static Interval invariant(EnclosedDescent descent, EnclosedState state) {
        return state.alpha()
                .square()
                .minus(state.beta2().square())
                .minus(state.oscillation().dividedBy(descent.u()));
    }

    /** G(C) = (C + √(C² + 4))/2: α² where gradient flow on that C ends. */
    static Interval end(EnclosedDescent descent, Interval invariant) {
        Interval root = invariant.square().plus(descent.two().square()).sqrt();
        // For C < 0 the sum cancels; 2/(√(C² + 4) − C) is the same number without that.
        return invariant.isNonNegative()
                ? invariant.plus(root).dividedBy(descent.two())
                : descent.two().dividedBy(root.minus(invariant));
    }
}
