package org.eoslab.model.minimalist.enclosure.constrained;

import org.eoslab.interval.Interval;

/**
 * Intervals around the exact point of the constrained trajectory after some steps; β₁ is 0.
 *
 * @param step steps taken
 * @param alpha α
 * @param beta2 β₂
 * @param residual ρ = 1 − αβ₂, from its own recursion: its sign is decided however small it has become
 * @param curvature ηλ₁α², 2 itself at the bound
 * @param atBound whether α is known to be the bound √(2/(ηλ₁)) itself
 */
public record ConstrainedPoint(
        long step, Interval alpha, Interval beta2, Interval residual, Interval curvature, boolean atBound) {}
