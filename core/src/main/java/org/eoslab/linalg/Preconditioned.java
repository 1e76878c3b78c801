package org.eoslab.linalg;

import java.util.Arrays;

/**
 * The symmetric operator P^(−½)·A·P^(−½) of a positive diagonal P, with the eigenvalues of P⁻¹A: a Hessian as a preconditioned rule sees it.
 * One thread at a time.
 */
public final class Preconditioned implements SymmetricOperator {
    private final SymmetricOperator operator;
    private final double[] root;
    private final double[] scaled;

    /**
     * The operator.
     *
     * @param operator A
     * @param diagonal the diagonal of P, as long as A is wide, all positive, not modified
     */
    public Preconditioned(SymmetricOperator operator, double[] diagonal) {
        this.operator = operator;
        this.root = new double[diagonal.length];
        Arrays.setAll(root, i -> 1 / Math.sqrt(diagonal[i]));
        this.scaled = new double[root.length];
    }

    @Override
    public int dimension() {
        return root.length;
    }

    @Override
    public void apply(double[] x, double[] result) {
        for (int i = 0; i < root.length; i++) {
            scaled[i] = root[i] * x[i];
        }
        operator.apply(scaled, result);
        for (int i = 0; i < root.length; i++) {
            result[i] *= root[i];
        }
    }

    @Override
    public double rounding() {
        return operator.rounding();
    }

    /** ‖P^(−½)·δ‖ ≤ max P^(−½)·‖δ‖ of the error δ of A at P^(−½)x. */
    @Override
    public double error(double[] x) {
        double[] unit = new double[root.length];
        Arrays.setAll(unit, i -> root[i] * x[i]);
        double norm = Vectors.norm(unit);
        Vectors.scale(1 / norm, unit);
        double error = operator.error(unit);
        return error == 0 ? 0 : Arrays.stream(root).max().orElse(1) * norm * error;
    }
}
