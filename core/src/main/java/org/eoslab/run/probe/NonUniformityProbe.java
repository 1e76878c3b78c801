package org.eoslab.run.probe;

import java.util.Arrays;
import java.util.List;
import org.eoslab.dynamics.State;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.EigenSolver;
import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.linalg.Vectors;
import org.eoslab.objective.FiniteSum;
import org.eoslab.run.Column;
import org.eoslab.run.Probe;

/**
 * {@code nonUniformity} √λ_max(Σ), Σ = mean Hᵢ² − H², Hᵢ the Hessian of one example's loss: how much the examples differ in curvature, which decides together with the sharpness what
 * minima SGD stays at (Wu, Ma and E 2018). Cold, without a guess; a product with Σ takes two products of every example and of the whole.
 *
 * @param objective the loss
 * @param solver finds the eigenvalue
 */
public record NonUniformityProbe(FiniteSum objective, EigenSolver solver) implements Probe {
    @Override
    public List<Column> columns() {
        return List.of(
                Column.of(
                        "nonUniformity",
                        Column.Role.MEASUREMENT,
                        "√λ(Σ)",
                        "non-uniformity √λ(Σ) of the examples' Hessians"),
                Column.evidence("nonUniformityResidual", "residual of the squared non-uniformity"));
    }

    @Override
    public void measure(State state, double[] row, int offset) {
        EigenPairs top = solver.at(state.step()).largest(covariance(state.parameters()), 1, EigenPairs.NONE);
        row[offset] = Math.sqrt(Math.max(0, top.largest()));
        row[offset + 1] = top.residuals()[0];
    }

    private SymmetricOperator covariance(double[] w) {
        SymmetricOperator whole = objective.hessian(w);
        SymmetricOperator[] each = new SymmetricOperator[objective.examples()];
        for (int i = 0; i < each.length; i++) {
            each[i] = objective.batch(new int[] {i}).hessian(w);
        }
        return new SymmetricOperator() {
            private final double[] once = new double[w.length];
            private final double[] twice = new double[w.length];

            @Override
            public int dimension() {
                return w.length;
            }

            @Override
            public void apply(double[] x, double[] result) {
                Arrays.fill(result, 0);
                for (SymmetricOperator one : each) {
                    one.apply(x, once);
                    one.apply(once, twice);
                    Vectors.add(1.0 / each.length, twice, result);
                }
                whole.apply(x, once);
                whole.apply(once, twice);
                Vectors.add(-1, twice, result);
            }
        };
    }
}
