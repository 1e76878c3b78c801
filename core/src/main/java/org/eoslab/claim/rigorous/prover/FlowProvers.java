package org.eoslab.claim.rigorous.prover;

import java.util.List;
import org.eoslab.claim.enclosure.EnclosedDescent;
import org.eoslab.claim.enclosure.EnclosedState;
import org.eoslab.claim.rigorous.prover.StepProver.Attained;
import org.eoslab.interval.Interval;

/**
 * Theorem 5.2. G is increasing and α₋² − b² − β₂² ≤ C_t ≤ α₊² − β₂² by the meaning of the attained α∓ and b², so the bounds hold
 * once φ(θ_t) = λ₁G(C_t) is decided, that is λ₁G ≥ λ₂(G + 1/G) or G ≥ z, z = √(λ₂/(λ₁ − λ₂)). G is the positive root of
 * x² − Cx − 1, so that is 1 + Cz − z² ≥ 0, free of roots at a step. The bounds decrease once 1 − αβ₂ ≥ 0, α &gt; 0 and β₂ &gt; 0 are
 * decided. The slacks are those four; where one fails, φ may still be within the bounds, and nothing follows.
 */
public final class FlowProvers {
    private FlowProvers() {}

    public static Prover bounds(EnclosedDescent descent) {
        Interval square = descent.v().dividedBy(descent.u().minus(descent.v()));
        Interval root = square.sqrt();
        Interval constant = descent.one().minus(square);
        return StepProver.sufficient(
                "T5.2",
                new Attained(
                        "ηφ",
                        s -> invariant(descent, s.state()),
                        c -> descent.u().times(end(descent, c))),
                s -> List.of(
                        constant.plus(root.times(invariant(descent, s.state()))),
                        s.residual(),
                        s.state().alpha(),
                        s.state().beta2()));
    }

    /** ηφ(θ) = max(uG, v(G + 1/G)). */
    public static Interval flowSharpness(EnclosedDescent descent, EnclosedState state) {
        Interval square = end(descent, invariant(descent, state));
        return descent.u()
                .times(square)
                .max(descent.v().times(square.plus(descent.one().dividedBy(square))));
    }

    /** C = α² − β₁² − β₂², which gradient flow conserves. */
    private static Interval invariant(EnclosedDescent descent, EnclosedState state) {
        return state.alpha()
                .square()
                .minus(state.beta2().square())
                .minus(state.oscillation().dividedBy(descent.u()));
    }

    /** G(C) = (C + √(C² + 4))/2: α² where gradient flow on that C ends. */
    private static Interval end(EnclosedDescent descent, Interval invariant) {
        Interval root = invariant.square().plus(descent.two().square()).sqrt();
        // For C < 0 the sum cancels; 2/(√(C² + 4) − C) is the same number without that.
        return invariant.isNonNegative()
                ? invariant.plus(root).dividedBy(descent.two())
                : descent.two().dividedBy(root.minus(invariant));
    }
}
