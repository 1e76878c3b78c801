package org.eoslab.model.minimalist.enclosure;

import java.util.Arrays;
import org.eoslab.interval.Interval;
import org.eoslab.interval.Sign;

/**
 * A parallelepiped around the exact (α, β₂, B): α = α̂ + d₀, β₂ = β̂₂ + d₁, B = B̂(1 + d₂) with d = Qr, a point (α̂, β̂₂, B̂), an almost
 * orthogonal matrix Q and an interval vector r.
 *
 * <p>The cycles turn errors of α and B into each other. Boxes around a turning set grow with every step (the wrapping effect:
 * 0.012 digits a step over the cycles of gradient descent); a set that turns with it does not (Lohner's method, in: Nedialkov,
 * Jackson and Corliss 1999, <i>Validated solutions of initial value problems for ordinary differential equations</i>).
 */
final class Frame {
    /** Bits of everything that is not the point: a few digits of an error bound are enough. */
    static final int BITS = 64;

    private static final int N = 3;
    private static final Interval ZERO = Interval.of(0, BITS);
    private static final Interval ONE = Interval.of(1, BITS);

    private final Interval[] point;
    private final double[][] q;
    private final Interval[] r;

    private Frame(Interval[] point, double[][] q, Interval[] r) {
        this.point = point;
        this.q = q;
        this.r = r;
    }

    /** Around a box (α, β₂, B), B ≥ 0. */
    static Frame of(Interval alpha, Interval beta2, Interval oscillation) {
        double[][] identity = {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}};
        Interval[] point = {alpha.midpoint(), beta2.midpoint(), oscillation.midpoint()};
        Interval[] r = {
            alpha.minus(point[0]).rounded(BITS),
            beta2.minus(point[1]).rounded(BITS),
            point[2].sign() == Sign.ZERO
                    ? ZERO
                    : oscillation
                            .dividedBy(point[2])
                            .minus(Interval.of(1, oscillation.bits()))
                            .rounded(BITS)
        };
        return new Frame(point, identity, r);
    }

    /** The point: α̂, β̂₂ or B̂. */
    Interval point(int i) {
        return point[i];
    }

    /** The interval of α, β₂ or B. */
    Interval hull(int i) {
        Interval d = ZERO;
        for (int j = 0; j < N; j++) {
            d = d.plus(exactly(q[i][j]).times(r[j]));
        }
        return i == 2 ? point[i].times(d.plus(Interval.of(1, point[i].bits()))) : point[i].plus(d);
    }

    /**
     * The frame after a step.
     *
     * @param image the enclosed image of the point, (α, β₂, B), B ≥ 0
     * @param jacobian the derivatives of the new (d₀, d₁, d₂) by the old, over the hull
     */
    Frame next(Interval[] image, Interval[][] jacobian) {
        Frame moved = of(image[0], image[1], image[2]);
        Interval[][] product = new Interval[N][N];
        double[][] middle = new double[N][N];
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                Interval sum = ZERO;
                for (int k = 0; k < N; k++) {
                    sum = sum.plus(jacobian[i][k].times(exactly(q[k][j])));
                }
                product[i][j] = sum;
                middle[i][j] = sum.middle();
            }
        }
        double[][] turned = orthogonal(middle, weights());
        Interval[][] inverse = inverse(turned);
        Interval[] radii = new Interval[N];
        for (int i = 0; i < N; i++) {
            Interval sum = ZERO;
            for (int j = 0; j < N; j++) {
                Interval factor = ZERO;
                for (int k = 0; k < N; k++) {
                    factor = factor.plus(inverse[i][k].times(product[k][j]));
                }
                sum = sum.plus(factor.times(r[j])).plus(inverse[i][j].times(moved.r[j]));
            }
            radii[i] = sum;
        }
        return new Frame(moved.point, turned, radii);
    }

    /** The sizes of r relative to the largest. */
    private double[] weights() {
        Interval largest = ZERO;
        for (Interval each : r) {
            largest = largest.max(each.magnitude());
        }
        double[] weights = new double[N];
        for (int i = 0; i < N; i++) {
            weights[i] = largest.sign() == Sign.ZERO
                    ? 1
                    : r[i].magnitude().dividedBy(largest).upperDouble();
        }
        return weights;
    }

    /** An almost orthogonal matrix whose first columns lie along the longest of the weighted columns (Gram and Schmidt). */
    private static double[][] orthogonal(double[][] columns, double[] weights) {
        double[] lengths = new double[N];
        for (int j = 0; j < N; j++) {
            lengths[j] = weights[j] * Math.sqrt(dot(columns, j, columns, j));
        }
        Integer[] order = {0, 1, 2};
        Arrays.sort(order, (x, y) -> Double.compare(lengths[y], lengths[x]));
        double[][] result = new double[N][N];
        int done = 0;
        for (int j : order) {
            if (add(result, done, new double[] {columns[0][j], columns[1][j], columns[2][j]})) {
                done++;
            }
        }
        for (int unit = 0; done < N; unit++) {
            double[] vector = new double[N];
            vector[unit] = 1;
            if (add(result, done, vector)) {
                done++;
            }
        }
        return result;
    }

    /** Puts the part of a vector orthogonal to the columns before into column {@code done}, unless it is nearly none. */
    private static boolean add(double[][] result, int done, double[] vector) {
        double before = Math.hypot(Math.hypot(vector[0], vector[1]), vector[2]);
        // Twice is enough for orthogonality to rounding.
        for (int pass = 0; pass < 2; pass++) {
            for (int c = 0; c < done; c++) {
                double along = vector[0] * result[0][c] + vector[1] * result[1][c] + vector[2] * result[2][c];
                for (int i = 0; i < N; i++) {
                    vector[i] -= along * result[i][c];
                }
            }
        }
        double length = Math.hypot(Math.hypot(vector[0], vector[1]), vector[2]);
        if (!(length > 1e-10 * before)) {
            return false;
        }
        for (int i = 0; i < N; i++) {
            result[i][done] = vector[i] / length;
        }
        return true;
    }

    private static double dot(double[][] a, int i, double[][] b, int j) {
        return a[0][i] * b[0][j] + a[1][i] * b[1][j] + a[2][i] * b[2][j];
    }

    /** An enclosure of the inverse, by cofactors. */
    private static Interval[][] inverse(double[][] m) {
        Interval[][] cofactors = new Interval[N][N];
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                int a = (i + 1) % N;
                int b = (i + 2) % N;
                int c = (j + 1) % N;
                int d = (j + 2) % N;
                cofactors[i][j] = exactly(m[a][c])
                        .times(exactly(m[b][d]))
                        .minus(exactly(m[a][d]).times(exactly(m[b][c])));
            }
        }
        Interval determinant = ZERO;
        for (int j = 0; j < N; j++) {
            determinant = determinant.plus(exactly(m[0][j]).times(cofactors[0][j]));
        }
        Interval[][] inverse = new Interval[N][N];
        for (int i = 0; i < N; i++) {
            for (int j = 0; j < N; j++) {
                inverse[j][i] = cofactors[i][j].dividedBy(determinant);
            }
        }
        return inverse;
    }

    private static Interval exactly(double value) {
        return Interval.exactly(value, BITS);
    }
}
