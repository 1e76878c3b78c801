package org.eoslab.model.minimalist.enclosure;

import org.eoslab.interval.Interval;
import org.eoslab.interval.Sign;

/**
 * A state with what follows from it: enclosures, and decisions that are certain.
 *
 * @param state the state
 * @param residual ρ = 1 − αβ₂
 * @param curvature ηλ₁α², κ itself at the floor
 * @param above whether ηλ₁α² &gt; 2
 * @param branch what the clipping rule makes of the step
 * @param change α_{t+1} − α_t
 * @param direction the sign of {@code change}: POSITIVE is phase II.1, the others II.2 (ZERO where the floor holds α)
 * @param next the state after the step
 */
public record EnclosedStep(
        EnclosedState state,
        Interval residual,
        Interval curvature,
        boolean above,
        Branch branch,
        Interval change,
        Sign direction,
        EnclosedState next) {}
