package org.eoslab.run.probe;

import java.util.List;
import org.eoslab.dynamics.State;
import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.linalg.Vectors;
import org.eoslab.objective.Objective;
import org.eoslab.run.Column;
import org.eoslab.run.Probe;

/**
 * The generalised sharpness of the max norm, {@code generalisedSharpness} max dᵀHd over |dᵢ| ≤ 1 (Islamov et al. 2026): what sign descent is held against its threshold by.
 *
 * <p>Over all signs of up to {@value #ENUMERATED} parameters; beyond, a lower bound: from the signs of the gradient d ← sign(Hd) while that grows. {@code generalisedExact} is 1 where it
 * is the maximum, for which no diagonal entry of H may be negative besides.
 *
 * @param objective what the rule descends on, its weight decay included
 */
public record GeneralisedSharpness(Objective objective) implements Probe {
    /** So many parameters have 2048 pairs of signs. */
    static final int ENUMERATED = 12;

    /** Products of the search beyond them, at most. */
    private static final int PRODUCTS = 50;

    /** The column. */
    public static final Column COLUMN = Column.of(
            "generalisedSharpness", Column.Role.PRECONDITIONED_SHARPNESS, "max dᵀHd", "generalised sharpness max dᵀHd");

    @Override
    public List<Column> columns() {
        return List.of(
                COLUMN,
                Column.evidence(
                                "generalisedExact",
                                "1 where the generalised sharpness is exact, 0 where it is a lower bound")
                        .as(Column.Kind.FLAG));
    }

    @Override
    public void measure(State state, double[] row, int offset) {
        int n = state.parameters().length;
        SymmetricOperator hessian = objective.hessian(state.parameters());
        if (n > ENUMERATED) {
            row[offset] = search(hessian, state.gradient(objective));
            row[offset + 1] = 0;
            return;
        }
        double[][] h = new double[n][n];
        boolean exact = true;
        for (int i = 0; i < n; i++) {
            double[] unit = new double[n];
            unit[i] = 1;
            hessian.apply(unit, h[i]);
            exact &= h[i][i] >= 0;
        }
        row[offset] = enumerate(h);
        row[offset + 1] = exact ? 1 : 0;
    }

    /** Over all signs but the overall one, a change of one sign after the other in the order of Gray's code. */
    private static double enumerate(double[][] h) {
        int n = h.length;
        double[] d = new double[n];
        double[] product = new double[n];
        double value = 0;
        for (int i = 0; i < n; i++) {
            d[i] = 1;
            for (int j = 0; j < n; j++) {
                product[i] += h[i][j];
                value += h[i][j];
            }
        }
        double largest = value;
        for (int code = 1; code < 1 << (n - 1); code++) {
            int flip = Integer.numberOfTrailingZeros(code);
            value += 4 * (h[flip][flip] - d[flip] * product[flip]);
            for (int i = 0; i < n; i++) {
                product[i] -= 2 * d[flip] * h[i][flip];
            }
            d[flip] = -d[flip];
            largest = Math.max(largest, value);
        }
        return largest;
    }

    private static double search(SymmetricOperator hessian, double[] gradient) {
        double[] d = signs(gradient);
        double[] product = new double[d.length];
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < PRODUCTS; i++) {
            hessian.apply(d, product);
            double value = Vectors.dot(d, product);
            if (!(value > largest)) {
                break;
            }
            largest = value;
            d = signs(product);
        }
        return largest;
    }

    private static double[] signs(double[] vector) {
        double[] signs = new double[vector.length];
        for (int i = 0; i < signs.length; i++) {
            signs[i] = vector[i] < 0 ? -1 : 1;
        }
        return signs;
    }
}
