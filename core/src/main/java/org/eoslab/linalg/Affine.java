package org.eoslab.linalg;

/**
 * The operator sA + λ·1, which has the eigenvectors of A and the eigenvalues sa + λ: its negative, or A with weight decay.
 *
 * @param operator A
 * @param scale s, finite
 * @param shift λ, finite
 */
public record Affine(SymmetricOperator operator, double scale, double shift) implements SymmetricOperator {
    /** −A. */
    public static SymmetricOperator negative(SymmetricOperator operator) {
        return new Affine(operator, -1, 0);
    }

    @Override
    public int dimension() {
        return operator.dimension();
    }

    @Override
    public void apply(double[] x, double[] result) {
        operator.apply(x, result);
        if (scale != 1) {
            Vectors.scale(scale, result);
        }
        if (shift != 0) {
            Vectors.add(shift, x, result);
        }
    }

    @Override
    public double rounding() {
        return operator.rounding();
    }

    @Override
    public double error(double[] x) {
        return Math.abs(scale) * operator.error(x);
    }
}
