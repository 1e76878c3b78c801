package org.eoslab.run.ending;

import java.util.Optional;
import org.eoslab.linalg.SymmetricDecomposition;
import org.eoslab.linalg.Vectors;
import org.eoslab.linalg.dense.DenseEigenSolver;
import org.eoslab.objective.Objective;

/**
 * A critical point of a loss of few parameters, by Newton's method with the whole Hessian: the nearest one across the directions in which
 * the loss is curved.
 *
 * @param parameters where
 * @param values all eigenvalues of the Hessian there, largest first
 */
record CriticalPoint(double[] parameters, double[] values) {
    private static final int STEPS = 30;

    /** Eigenvalues below this part of the largest magnitude are directions in which the loss is flat. */
    private static final double FLAT = 1e-9;

    /** The second derivative along a flat direction of a minimum, with what rounding and the last step leave of it. */
    private static final double ZERO = 1e-6;

    /** The last step, relative to the way that is allowed. */
    private static final double LAST_STEP = 1e-9;

    /**
     * The one near {@code w}, or none.
     *
     * @param w not modified
     * @param radius how far it may be
     */
    static Optional<CriticalPoint> near(Objective objective, double[] w, double radius) {
        double[] point = w.clone();
        double[] gradient = new double[w.length];
        for (int step = 0; step < STEPS; step++) {
            objective.gradient(point, gradient);
            SymmetricDecomposition hessian =
                    SymmetricDecomposition.of(DenseEigenSolver.matrix(objective.hessian(point)));
            if (hessian == null || !Double.isFinite(Vectors.norm(gradient))) {
                return Optional.empty();
            }
            double[] values = hessian.values();
            double size = size(values);
            double moved = move(point, gradient, hessian.vectors(), values, FLAT * size);
            if (!(Vectors.distance(point, w) <= radius)) {
                return Optional.empty();
            }
            if (moved <= LAST_STEP * radius) {
                objective.gradient(point, gradient);
                return Vectors.norm(gradient) <= LAST_STEP * size * radius
                        ? Optional.of(new CriticalPoint(point, values))
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** A step of Newton's method across the curved directions; returns its length. */
    private static double move(double[] w, double[] gradient, double[][] vectors, double[] values, double flat) {
        double squares = 0;
        for (int i = 0; i < values.length; i++) {
            if (Math.abs(values[i]) > flat) {
                double length = Vectors.dot(vectors[i], gradient) / values[i];
                Vectors.add(-length, vectors[i], w);
                squares += length * length;
            }
        }
        return Math.sqrt(squares);
    }

    private static double size(double[] values) {
        return Math.max(Math.abs(values[0]), Math.abs(values[values.length - 1]));
    }

    double largest() {
        return values[0];
    }

    double smallest() {
        return values[values.length - 1];
    }

    Ending.Kind kind() {
        double zero = ZERO * size(values);
        if (zero == 0) {
            return Ending.Kind.CRITICAL;
        }
        if (smallest() >= -zero) {
            return Ending.Kind.MINIMUM;
        }
        return largest() < -zero ? Ending.Kind.MAXIMUM : Ending.Kind.SADDLE;
    }
}
