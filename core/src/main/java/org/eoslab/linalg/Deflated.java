package org.eoslab.linalg;

/**
 * What an operator does outside of some vectors, (I − UUᵀ)·A·(I − UUᵀ) − s·UUᵀ: its eigenvalues are those of A that U leaves, and −s.
 *
 * @param operator A
 * @param vectors the columns of U, orthonormal, one row each
 * @param depth s, so large that −s is below all that matters
 */
record Deflated(SymmetricOperator operator, double[][] vectors, double depth) implements SymmetricOperator {
    @Override
    public int dimension() {
        return operator.dimension();
    }

    @Override
    public void apply(double[] x, double[] result) {
        double[] outside = x.clone();
        double[] inside = new double[vectors.length];
        for (int i = 0; i < vectors.length; i++) {
            inside[i] = Vectors.dot(vectors[i], x);
            Vectors.add(-inside[i], vectors[i], outside);
        }
        operator.apply(outside, result);
        for (int i = 0; i < vectors.length; i++) {
            Vectors.add(-depth * inside[i] - Vectors.dot(vectors[i], result), vectors[i], result);
        }
    }

    @Override
    public double rounding() {
        return operator.rounding();
    }
}
