package org.eoslab.run.probe;

import java.util.Optional;
import org.eoslab.linalg.SymmetricOperator;

/**
 * The unit ball of the max norm, |dᵢ| ≤ 1: a cube. The largest dᵀHd is over all signs, of up to {@value #ENUMERATED} parameters; exact where no diagonal entry of H is negative besides.
 */
public record MaxNormBall() implements UnitBall {
    /** So many parameters have 2048 pairs of signs. */
    static final int ENUMERATED = 12;

    @Override
    public double[] farthest(double[] g) {
        double[] signs = new double[g.length];
        for (int i = 0; i < signs.length; i++) {
            signs[i] = g[i] < 0 ? -1 : 1;
        }
        return signs;
    }

    @Override
    public Optional<Largest> largest(SymmetricOperator hessian) {
        int n = hessian.dimension();
        if (n > ENUMERATED) {
            return Optional.empty();
        }
        double[][] h = new double[n][n];
        boolean exact = true;
        for (int i = 0; i < n; i++) {
            double[] unit = new double[n];
            unit[i] = 1;
            hessian.apply(unit, h[i]);
            exact &= h[i][i] >= 0;
        }
        return Optional.of(new Largest(enumerate(h), exact));
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
}
