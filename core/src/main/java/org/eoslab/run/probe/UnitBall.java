package org.eoslab.run.probe;

import java.util.Optional;
import org.eoslab.linalg.SymmetricOperator;

/** The unit ball of a norm in which a rule takes steepest steps. */
public interface UnitBall {
    /**
     * The largest dᵀHd that is known of a ball.
     *
     * @param value of a point in it
     * @param exact whether no point has a larger one
     */
    record Largest(double value, boolean exact) {}

    /** The point d of the ball with the largest ⟨g, d⟩; a new array. */
    double[] farthest(double[] g);

    /** The largest dᵀHd in the ball, where it can be had without a search. */
    Optional<Largest> largest(SymmetricOperator hessian);
}
