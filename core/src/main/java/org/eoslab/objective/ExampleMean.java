package org.eoslab.objective;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.eoslab.expression.Derivatives;
import org.eoslab.linalg.SymmetricOperator;

/**
 * A loss given by formulas that is a mean over examples: the rows of data, or the formulas of a list.
 *
 * @param whole the mean over all examples, as one formula
 * @param examples how many there are, at least 1
 * @param batches the mean over those of the given indices
 */
public record ExampleMean(Formula whole, int examples, Function<int[], Objective> batches)
        implements SmoothObjective, FiniteSum {
    /**
     * The mean of a formula's values over rows of data, a row an example.
     *
     * @param derivatives the formula's; it reads as many columns as there are
     * @param columns the data, a column after the other, of equal length ≥ 1, not to be modified
     */
    public static ExampleMean overRows(Derivatives derivatives, double[]... columns) {
        Formula whole = new Formula(derivatives, columns);
        return new ExampleMean(whole, columns[0].length, indices -> whole.over(indices.clone()));
    }

    /**
     * The mean of formulas, each an example.
     *
     * @param mean the mean of the terms, as one formula
     * @param terms at least one, of the same parameters
     */
    public static ExampleMean ofTerms(Derivatives mean, List<Derivatives> terms) {
        List<Formula> each = terms.stream().map(Formula::new).toList();
        return new ExampleMean(
                new Formula(mean),
                each.size(),
                indices ->
                        new TermsMean(Arrays.stream(indices).mapToObj(each::get).toList()));
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
    public Objective batch(int[] indices) {
        return batches.apply(indices);
    }
}
