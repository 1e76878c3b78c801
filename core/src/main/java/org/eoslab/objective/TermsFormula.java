package org.eoslab.objective;

import java.util.Arrays;
import java.util.List;
import org.eoslab.expression.Derivatives;
import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.linalg.Vectors;

/** A loss that is the mean of formulas, each an example. */
public final class TermsFormula implements SmoothObjective, FiniteSum {
    private final Formula whole;
    private final List<Formula> terms;

    /**
     * Of compiled formulas.
     *
     * @param mean the mean of the terms, as one formula
     * @param terms at least one, of the same parameters
     */
    public TermsFormula(Derivatives mean, List<Derivatives> terms) {
        this.whole = new Formula(mean);
        this.terms = terms.stream().map(Formula::new).toList();
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
        return terms.size();
    }

    @Override
    public Objective batch(int[] indices) {
        return new Batch(Arrays.stream(indices).mapToObj(terms::get).toList());
    }

    /**
     * The mean of some of the terms.
     *
     * @param terms at least one
     */
    private record Batch(List<Formula> terms) implements Objective {
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
            List<SymmetricOperator> hessians =
                    terms.stream().map(t -> t.hessian(w)).toList();
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
}
