package org.eoslab.objective;

import org.eoslab.expression.Derivatives;
import org.eoslab.linalg.SymmetricOperator;

/** A loss given by a formula over rows of data: the mean of its values, a row an example. */
public final class RowsFormula implements SmoothObjective, FiniteSum {
    private final int examples;
    private final Formula whole;

    /**
     * Compiles a formula.
     *
     * @param derivatives the formula's; it reads as many columns as there are
     * @param columns the data, a column after the other, of equal length ≥ 1, not to be modified
     */
    public RowsFormula(Derivatives derivatives, double[]... columns) {
        this.examples = columns[0].length;
        this.whole = new Formula(derivatives, columns);
    }

    @Override
    public int dimension() {
        return whole.dimension();
    }

    @Override
    public double value(double[] w) {
        return whole.value(w);
    }

    @Override
    public double gradient(double[] w, double[] gradient) {
        return whole.gradient(w, gradient);
    }

    @Override
    public SymmetricOperator hessian(double[] w) {
        return whole.hessian(w);
    }

    @Override
    public void thirdDerivative(double[] w, double[] u, double[] v, double[] result) {
        whole.thirdDerivative(w, u, v, result);
    }

    @Override
    public int examples() {
        return examples;
    }

    @Override
    public Objective batch(int[] indices) {
        return whole.over(indices.clone());
    }
}
