package org.eoslab.linalg.dense;

import java.util.function.Supplier;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.EigenSolver;
import org.eoslab.linalg.Lanczos;
import org.eoslab.linalg.SymmetricOperator;

/**
 * The solver of tiny operators: the largest eigenpair in closed form up to three dimensions ({@link Symmetric3}), by
 * {@link DenseEigenSolver} above. {@link TopEigenvalue} has the eigenvalue alone.
 */
public final class DirectEigenSolver implements EigenSolver {
    /** The most dimensions for which a decomposition is quicker than an iteration. */
    public static final int LARGEST = 300;

    private static final DenseEigenSolver DENSE = new DenseEigenSolver();

    /** This solver up to {@link #LARGEST} dimensions, {@code iterative} beyond. */
    public static EigenSolver upTo(int dimension, Supplier<? extends EigenSolver> iterative) {
        return dimension <= LARGEST ? new DirectEigenSolver() : iterative.get();
    }

    @Override
    public EigenPairs largest(SymmetricOperator operator, int count, EigenPairs guess) {
        int n = operator.dimension();
        if (n > TopEigenvalue.CLOSED || count > 1) {
            return DENSE.largest(operator, count, guess);
        }
        double[][] a = DenseEigenSolver.matrix(operator);
        Symmetric3 solver = new Symmetric3();
        double value = TopEigenvalue.solve(a, solver);
        if (Double.isNaN(value)) {
            return EigenPairs.notFinite(count, n, n);
        }
        double[] all = {solver.x(), solver.y(), solver.z()};
        double[] vector = new double[n];
        System.arraycopy(all, 0, vector, 0, n);
        double length = 0;
        for (int i = 0; i < n; i++) {
            double residual = -value * vector[i];
            for (int j = 0; j < n; j++) {
                residual += a[i][j] * vector[j];
            }
            length = Math.hypot(length, residual);
        }
        return new EigenPairs(new double[] {value}, new double[][] {vector}, new double[] {length}, n, true)
                .withErrorsOf(operator, Lanczos.TOLERANCE);
    }
}
