package org.eoslab.linalg;

/** Finds the largest <em>algebraic</em> eigenvalues of a symmetric operator. */
public interface EigenSolver {
    /**
     * The {@code count} largest eigenpairs of {@code operator}.
     *
     * @param operator a symmetric operator of dimension n
     * @param count how many pairs, 1 ≤ count ≤ n
     * @param guess the pairs of a nearby operator to start from, or {@link EigenPairs#NONE}; not modified
     * @return the pairs with their residuals and their cost, whether or not the solver converged
     */
    EigenPairs largest(SymmetricOperator operator, int count, EigenPairs guess);

    /** This solver with the random numbers of one step of a run, a function of its seed and the step; itself if it has none. */
    default EigenSolver at(long step) {
        return this;
    }
}
