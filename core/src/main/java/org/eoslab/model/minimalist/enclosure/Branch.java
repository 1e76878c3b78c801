package org.eoslab.model.minimalist.enclosure;

/** What the clipping rule makes of a step. */
public enum Branch {
    /** Nothing: the step is plain gradient descent. */
    FREE,
    /** Floor: α⁺ is √(κ/(ηλ₁)). */
    FLOOR,
    /** Floor: α, below it already, keeps its value. */
    HELD,
    /** Step: α⁺ = α + c. */
    UP,
    /** Step: α⁺ = α − c. */
    DOWN,
    /** Norm: the gradient is scaled to the norm c. */
    SCALED
}
