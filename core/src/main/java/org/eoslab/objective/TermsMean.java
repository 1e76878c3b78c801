package org.eoslab.objective;

import java.util.Arrays;
import java.util.List;
import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.linalg.Vectors;

/**
 * The mean of some formulas.
 *
 * @param terms at least one
 */
record TermsMean(List<Formula> terms) implements Objective {
    @Override
    public int dimension() {
        return terms.get(0).dimension();
    }

    @Override
    public double value(double[] w) {
        return terms.stream().mapToDouble(t -> t.value(w)).sum() / terms.size();
    }

    @Override
    public double gradient(double[] w, double[] gradient) {
        double[] one = new double[gradient.length];
        double sum = 0;
        Arrays.fill(gradient, 0);
        for (Formula term : terms) {
            sum += term.gradient(w, one);
            Vectors.add(1, one, gradient);
        }
        Vectors.scale(1.0 / terms.size(), gradient);
        return sum / terms.size();
    }

    @Override
    public SymmetricOperator hessian(double[] w) {
        List<SymmetricOperator> hessians = terms.stream().map(t -> t.hessian(w)).toList();
        return new SymmetricOperator() {
            @Override
            public int dimension() {
                return w.length;
            }

            @Override
            public void apply(double[] x, double[] result) {
                double[] one = new double[result.length];
                Arrays.fill(result, 0);
                for (SymmetricOperator hessian : hessians) {
                    hessian.apply(x, one);
                    Vectors.add(1.0 / hessians.size(), one, result);
                }
            }
        };
    }
}
