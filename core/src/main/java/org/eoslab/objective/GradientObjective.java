package org.eoslab.objective;

import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.linalg.Vectors;

/**
 * A loss of which only w ↦ (L, ∇L) is known, as in a training loop of any framework. Hessian products are central differences
 * D(h) = (∇L(w + hx) − ∇L(w − hx))/2h of two gradients, with h = ∛ε·(1 + ‖w‖) for a unit x and gradients good to ε: there what is cut off
 * (h²) and what rounding leaves (ε/h) are of one size.
 *
 * <p>The error of a product is estimated as ‖D(2h) − D(h)‖, which is three times what D(h) cuts off, and the rounding of both; solvers add
 * it to the residual of an eigenvector, so that the residual bounds the error of the eigenvalue however rough the gradients are.
 */
public final class GradientObjective implements Objective {
    /** A loss and its gradient. */
    @FunctionalInterface
    public interface LossGradient {
        /**
         * Writes ∇L(w) into {@code gradient} and returns L(w).
         *
         * @param w the parameters, length n, not to be modified
         * @param gradient length n, overwritten
         */
        double at(double[] w, double[] gradient);
    }

    private final int dimension;
    private final LossGradient loss;
    private final double rounding;

    /**
     * The loss.
     *
     * @param dimension the number n of parameters, at least 1
     * @param rounding the relative rounding ε of a gradient, positive: 2⁻⁵² where it is computed in double, 2⁻²³ in single precision
     * @param loss the loss and its gradient, deterministic
     */
    public GradientObjective(int dimension, double rounding, LossGradient loss) {
        if (dimension < 1 || !(rounding > 0 && rounding < 1)) {
            throw new IllegalArgumentException("dimension = " + dimension + ", rounding = " + rounding
                    + ": must be at least 1, and between 0 and 1");
        }
        this.dimension = dimension;
        this.loss = loss;
        this.rounding = rounding;
    }

    /** A loss whose gradients are computed in double precision. */
    public static GradientObjective of(int dimension, LossGradient loss) {
        return new GradientObjective(dimension, Math.ulp(1.0), loss);
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public double value(double[] w) {
        return loss.at(w, new double[dimension]);
    }

    @Override
    public double gradient(double[] w, double[] gradient) {
        return loss.at(w, gradient);
    }

    @Override
    public SymmetricOperator hessian(double[] w) {
        return new Differences(w.clone());
    }

    /** The Hessian at a point, by differences. */
    private final class Differences implements SymmetricOperator {
        private final double[] at;
        private final double step;

        Differences(double[] at) {
            this.at = at;
            this.step = Math.cbrt(rounding) * (1 + Vectors.norm(at));
        }

        @Override
        public int dimension() {
            return dimension;
        }

        @Override
        public void apply(double[] x, double[] result) {
            difference(x, step, result);
        }

        private void difference(double[] x, double length, double[] result) {
            double norm = Vectors.norm(x);
            double h = norm > 0 ? length / norm : length;
            double[] minus = new double[dimension];
            gradientAlong(x, h, result);
            gradientAlong(x, -h, minus);
            Vectors.add(-1, minus, result);
            Vectors.scale(0.5 / h, result);
        }

        private void gradientAlong(double[] x, double h, double[] to) {
            double[] point = at.clone();
            Vectors.add(h, x, point);
            loss.at(point, to);
        }

        /** ε^⅔: what a difference of the best length leaves of a product, relative to it. */
        @Override
        public double rounding() {
            return Math.cbrt(rounding) * Math.cbrt(rounding);
        }

        @Override
        public double error(double[] x) {
            double[] once = new double[dimension];
            double[] twice = new double[dimension];
            difference(x, step, once);
            difference(x, 2 * step, twice);
            return Vectors.distance(once, twice);
        }
    }
}
