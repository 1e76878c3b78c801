package org.eoslab.model.minimalist.enclosure.constrained;

import org.eoslab.interval.Interval;

/**
 * A step of the constrained trajectory, its branch decided.
 *
 * @param point the point before it
 * @param decay q with ρ⁺ = (1 − q)ρ, so that the loss ½λ₂ρ² is multiplied by (1 − q)²
 * @param next the point after it
 */
public record ConstrainedStep(ConstrainedPoint point, Interval decay, ConstrainedPoint next) {}
