package org.eoslab.linalg;

/** A real symmetric linear map ℝⁿ → ℝⁿ, known only by what it does to a vector. */
public interface SymmetricOperator {
    /** The dimension n. */
    int dimension();

    /**
     * Writes A·x into {@code result}.
     *
     * @param x a vector of length n, not modified
     * @param result a vector of length n other than {@code x}, overwritten
     */
    void apply(double[] x, double[] result);
}
