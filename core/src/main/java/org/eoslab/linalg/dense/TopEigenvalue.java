package org.eoslab.linalg.dense;

import org.eoslab.linalg.SymmetricOperator;

/**
 * The largest eigenvalue of a tiny operator without its eigenvector, by the operations of {@link DirectEigenSolver}, whose bits it
 * has. The work space is the object's own: one instance a thread.
 */
public final class TopEigenvalue {
    private final Symmetric3 closedForm = new Symmetric3();
    private final double[] unit;
    private final double[][] entries;

    /** For operators of dimension {@code n}. */
    public TopEigenvalue(int n) {
        unit = new double[n];
        entries = new double[n][n];
    }

    /** The largest eigenvalue; NaN where the operator is not finite. */
    public double of(SymmetricOperator operator) {
        DenseEigenSolver.matrix(operator, unit, entries);
        return unit.length > CLOSED ? DenseEigenSolver.largest(entries) : solve(entries, closedForm);
    }

    /** The largest dimension with a closed form. */
    static final int CLOSED = 3;

    /**
     * The largest eigenvalue of a matrix with at most three rows, NaN where it is not finite; its vector is left in {@code solver}.
     * A 2×2 matrix is padded with an eigenvalue below both of its own.
     */
    static double solve(double[][] a, Symmetric3 solver) {
        int n = a.length;
        double norm = 0;
        for (double[] row : a) {
            for (double entry : row) {
                norm += Math.abs(entry);
            }
        }
        if (!(norm < Double.POSITIVE_INFINITY)) {
            return Double.NaN;
        }
        switch (n) {
            case 1 -> solver.solve(a[0][0]);
            case 2 -> solver.solve(a[0][0], a[1][1], -norm, a[0][1], 0, 0);
            default -> solver.solve(a[0][0], a[1][1], a[2][2], a[0][1], a[0][2], a[1][2]);
        }
        return solver.value();
    }
}
