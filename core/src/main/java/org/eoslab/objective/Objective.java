package org.eoslab.objective;

import java.util.List;
import org.eoslab.linalg.SymmetricOperator;

/** A twice differentiable loss L: ℝⁿ → ℝ. Implementations are stateless towards the caller and deterministic. */
public interface Objective {
    /** The number n of parameters. */
    int dimension();

    /** The matrices that its parameters are, one behind the other; one column of all of them where they are none. */
    default List<MatrixShape> matrices() {
        return List.of(new MatrixShape(dimension(), 1));
    }

    /** The loss without its weight decay, which is what curvature is measured of; itself where it has none. */
    default Objective withoutDecay() {
        return this;
    }

    /** The loss L(w); {@code w} is not modified. */
    double value(double[] w);

    /**
     * Writes ∇L(w) into {@code gradient} and returns L(w).
     *
     * @param w the parameters, length n, not modified
     * @param gradient length n, overwritten
     */
    double gradient(double[] w, double[] gradient);

    /** The Hessian ∇²L(w) as an operator; it keeps its own copy of {@code w}. */
    SymmetricOperator hessian(double[] w);
}
