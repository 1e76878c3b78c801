package org.eoslab.model.minimalist.enclosure;

import org.eoslab.interval.Interval;

/**
 * The clipping rule norm in intervals. With B = ηλ₁β₁² the squared length of the unclipped step (a, b, ·) = (η∂α, η∂β₂, η∂β₁) is
 * N = a² + b² + uα⁴B, and where √N exceeds ηc all of it is multiplied by s = ηc/√N.
 *
 * @param u ηλ₁
 * @param longest ηc, positive
 */
record NormClip(Interval u, Interval longest) {
    /** N. */
    Interval square(Interval stepAlpha, Interval stepBeta2, Interval alpha, Interval oscillation) {
        return stepAlpha
                .square()
                .plus(stepBeta2.square())
                .plus(u.times(alpha.square().square()).times(oscillation));
    }

    /** s, N &gt; 0. */
    Interval scale(Interval square) {
        return longest.dividedBy(square.sqrt());
    }

    /** (∂/∂α, ∂/∂β₂, ∂/∂B) of uα⁴B, halved. */
    Interval[] halfGradient(Interval alpha, Interval oscillation) {
        Interval two = Interval.of(2, alpha.bits());
        Interval cube = u.times(alpha.square()).times(alpha);
        return new Interval[] {
            two.times(cube).times(oscillation),
            Interval.of(0, alpha.bits()),
            cube.times(alpha).dividedBy(two)
        };
    }
}
