package org.eoslab.dynamics.flow;

import java.util.Arrays;
import java.util.function.BiConsumer;
import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.objective.SmoothObjective;

/**
 * L(v, w) = L₁(v) + L₁(w): two copies of an objective that do not see each other.
 *
 * @param one L₁
 */
record TwoCopies(SmoothObjective one) implements SmoothObjective {
    @Override
    public int dimension() {
        return 2 * one.dimension();
    }

    @Override
    public double value(double[] w) {
        return one.value(half(w, 0)) + one.value(half(w, 1));
    }

    @Override
    public double gradient(double[] w, double[] gradient) {
        each(gradient, (copy, part) -> one.gradient(half(w, copy), part));
        return value(w);
    }

    @Override
    public SymmetricOperator hessian(double[] w) {
        SymmetricOperator[] parts = {one.hessian(half(w, 0)), one.hessian(half(w, 1))};
        return new SymmetricOperator() {
            @Override
            public int dimension() {
                return TwoCopies.this.dimension();
            }

            @Override
            public void apply(double[] x, double[] result) {
                each(result, (copy, part) -> parts[copy].apply(half(x, copy), part));
            }
        };
    }

    @Override
    public void thirdDerivative(double[] w, double[] u, double[] v, double[] result) {
        each(result, (copy, part) -> one.thirdDerivative(half(w, copy), half(u, copy), half(v, copy), part));
    }

    private double[] half(double[] x, int copy) {
        int n = one.dimension();
        return Arrays.copyOfRange(x, copy * n, (copy + 1) * n);
    }

    private void each(double[] result, BiConsumer<Integer, double[]> write) {
        int n = one.dimension();
        for (int copy = 0; copy < 2; copy++) {
            double[] part = new double[n];
            write.accept(copy, part);
            System.arraycopy(part, 0, result, copy * n, n);
        }
    }
}
