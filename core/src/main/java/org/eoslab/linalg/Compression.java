package org.eoslab.linalg;

/**
 * A symmetric operator A that is zero on the complement of a subspace, in coordinates of that subspace: A = P·B·Pᵀ, where the
 * columns of P are an orthonormal basis of the subspace and B = PᵀAP. The eigenvalues of A are those of B, and zeros; an
 * eigenvector u of B is the eigenvector P·u of A, with the same residual.
 */
public interface Compression {
    /** B, of a smaller dimension than A. */
    SymmetricOperator operator();

    /** P·y, of the length of A's vectors, for a y of the length of B's. */
    double[] lift(double[] y);
}
