package org.eoslab.claim.rigorous;

import java.util.List;
import org.eoslab.claim.enclosure.EnclosedDescent;
import org.eoslab.claim.enclosure.EnclosedState;
import org.eoslab.claim.enclosure.EnclosedStep;
import org.eoslab.interval.Interval;

/**
 * Theorem 5.2. G is increasing and α₋² − b² − β₂² ≤ C_t ≤ α₊² − β₂² by the meaning of the attained α∓ and b², so the bounds hold
 * once φ(θ_t) = λ₁G(C_t) is decided, that is λ₁G ≥ λ₂(G + 1/G); they decrease once 1 − αβ₂ ≥ 0, α &gt; 0 and β₂ &gt; 0 are. The slacks are
 * those four, the first times η.
 */
final class FlowProvers {
    private FlowProvers() {}

    static Prover bounds(EnclosedDescent descent) {
        return StepProver.of(
                "T5.2",
                "ηφ",
                s -> descent.u().times(end(descent, s.state())),
                s -> List.of(
                        branch(descent, s),
                        s.residual(),
                        s.state().alpha(),
                        s.state().beta2()));
    }

    /** ηφ(θ) = max(uG, v(G + 1/G)). */
    static Interval flowSharpness(EnclosedDescent descent, EnclosedState state) {
        Interval square = end(descent, state);
        return descent.u().times(square).max(flat(descent, square));
    }

    private static Interval branch(EnclosedDescent descent, EnclosedStep step) {
        Interval square = end(descent, step.state());
        return descent.u().times(square).minus(flat(descent, square));
    }

    /** The other candidate v(G + 1/G) of ηφ. */
    private static Interval flat(EnclosedDescent descent, Interval square) {
        return descent.v().times(square.plus(descent.one().dividedBy(square)));
    }

    /** G(C) = (C + √(C² + 4))/2, C = α² − β₁² − β₂²: α² where gradient flow from the state ends. */
    private static Interval end(EnclosedDescent descent, EnclosedState state) {
        Interval invariant = state.alpha()
                .square()
                .minus(state.beta2().square())
                .minus(state.oscillation().dividedBy(descent.u()));
        Interval four = descent.two().plus(descent.two());
        Interval root = invariant.square().plus(four).sqrt();
        // For C < 0 the sum cancels; 2/(√(C² + 4) − C) is the same number without that.
        return invariant.isNonNegative()
                ? invariant.plus(root).dividedBy(descent.two())
                : descent.two().dividedBy(root.minus(invariant));
    }
}
