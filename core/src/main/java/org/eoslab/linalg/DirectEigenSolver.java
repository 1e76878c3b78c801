package org.eoslab.linalg;

/**
 * The solver of tiny operators: the largest eigenpair in closed form up to three dimensions ({@link Symmetric3}), by
 * {@link DenseEigenSolver} above.
 */
public final class DirectEigenSolver implements EigenSolver {
    private static final DenseEigenSolver DENSE = new DenseEigenSolver();

    @Override
    public EigenPairs largest(SymmetricOperator operator, int count, EigenPairs guess) {
        int n = operator.dimension();
        if (n > 3 || count > 1) {
            return DENSE.largest(operator, count, guess);
        }
        double[][] a = DenseEigenSolver.matrix(operator);
        double norm = 0;
        for (double[] row : a) {
            for (double entry : row) {
                norm += Math.abs(entry);
            }
        }
        if (!(norm < Double.POSITIVE_INFINITY)) {
            return EigenPairs.notFinite(count, n, n);
        }
        return closedForm(a, norm);
    }

    /** A matrix smaller than 3×3 is padded with an eigenvalue below all of its own. */
    private static EigenPairs closedForm(double[][] a, double norm) {
        int n = a.length;
        Symmetric3 solver = new Symmetric3();
        solver.solve(
                a[0][0],
                n > 1 ? a[1][1] : -norm,
                n > 2 ? a[2][2] : -norm,
                n > 1 ? a[0][1] : 0,
                n > 2 ? a[0][2] : 0,
                n > 2 ? a[1][2] : 0);
        double[] all = {solver.x(), solver.y(), solver.z()};
        double[] vector = new double[n];
        System.arraycopy(all, 0, vector, 0, n);
        double length = 0;
        for (int i = 0; i < n; i++) {
            double residual = -solver.value() * vector[i];
            for (int j = 0; j < n; j++) {
                residual += a[i][j] * vector[j];
            }
            length = Math.hypot(length, residual);
        }
        return new EigenPairs(new double[] {solver.value()}, new double[][] {vector}, new double[] {length}, n, true);
    }
}
