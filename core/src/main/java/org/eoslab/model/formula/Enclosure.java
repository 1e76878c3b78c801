package org.eoslab.model.formula;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eoslab.expression.Derivatives;
import org.eoslab.expression.IntervalArithmetic;
import org.eoslab.interval.Interval;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.QRDecomposition;

/**
 * A parallelepiped p + Qr around the exact parameters of gradient descent: a point p of all digits, an almost orthogonal matrix Q and a small interval
 * vector r. A step takes the point by the gradient there, and what is around it by I − ηH over the whole (the mean value theorem), in
 * coordinates that turn with it (Lohner's method), so that it does not grow by being wrapped.
 */
final class Enclosure {
    /** Bits of all that is not the point: a few digits of an error bound are enough. */
    static final int BITS = 64;

    private static final Interval ZERO = Interval.of(0, BITS);
    private static final Interval ONE = Interval.of(1, BITS);

    private final Interval[] point;
    private final double[][] q;
    private final Interval[] r;

    private Enclosure(Interval[] point, double[][] q, Interval[] r) {
        this.point = point;
        this.q = q;
        this.r = r;
    }

    /** Around a box. */
    static Enclosure of(List<Interval> box) {
        int n = box.size();
        double[][] identity = new double[n][n];
        Interval[] point = new Interval[n];
        Interval[] r = new Interval[n];
        for (int i = 0; i < n; i++) {
            identity[i][i] = 1;
            point[i] = box.get(i).midpoint();
            r[i] = box.get(i).minus(point[i]).rounded(BITS);
        }
        return new Enclosure(point, identity, r);
    }

    /** A box around it and its point, so that it has the way from the point to any member. */
    List<Interval> box() {
        List<Interval> box = new ArrayList<>();
        for (int i = 0; i < point.length; i++) {
            Interval around = ZERO;
            for (int j = 0; j < point.length; j++) {
                around = around.plus(exactly(q[i][j]).times(r[j]));
            }
            box.add(point[i].plus(around.hull(ZERO)));
        }
        return box;
    }

    /**
     * After a step.
     *
     * @param hessian H over the box
     * @throws ArithmeticException when an operation cannot be enclosed
     */
    Enclosure step(Derivatives loss, IntervalArithmetic arithmetic, Interval eta, Interval[][] hessian) {
        int n = point.length;
        List<Interval> gradient = loss.gradient().evaluate(arithmetic, List.of(point));
        Interval[] next = new Interval[n];
        Interval[] error = new Interval[n];
        for (int i = 0; i < n; i++) {
            Interval moved = point[i].minus(eta.times(gradient.get(i + 1)));
            next[i] = moved.midpoint();
            error[i] = moved.minus(next[i]).rounded(BITS);
        }
        Interval[][] turned = turned(hessian, eta.rounded(BITS));
        double[][] frame = frame(turned);
        Interval[] moved = new Interval[n];
        for (int i = 0; i < n; i++) {
            Interval sum = error[i];
            for (int j = 0; j < n; j++) {
                sum = sum.plus(turned[i][j].times(r[j]));
            }
            moved[i] = sum;
        }
        return new Enclosure(next, frame, inFrame(frame, moved));
    }

    /** (I − ηH)Q. */
    private Interval[][] turned(Interval[][] hessian, Interval eta) {
        int n = point.length;
        Interval[][] result = new Interval[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                Interval sum = ZERO;
                for (int k = 0; k < n; k++) {
                    Interval entry = eta.times(hessian[i][k]).negate();
                    sum = sum.plus((i == k ? entry.plus(ONE) : entry).times(exactly(q[k][j])));
                }
                result[i][j] = sum;
            }
        }
        return result;
    }

    /** The orthogonal factor of the middles, the column that carries most first. */
    private double[][] frame(Interval[][] turned) {
        int n = point.length;
        Integer[] order = new Integer[n];
        double[] carried = new double[n];
        double[][] middle = new double[n][n];
        for (int j = 0; j < n; j++) {
            order[j] = j;
            // Widths may be beyond the range of doubles: their logarithm is not.
            carried[j] = -(double) r[j].exponent();
            for (int i = 0; i < n; i++) {
                middle[i][j] = turned[i][j].middle();
            }
        }
        Arrays.sort(order, (a, b) -> Double.compare(carried[a], carried[b]));
        double[][] ordered = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                ordered[i][j] = middle[i][order[j]];
                if (!Double.isFinite(ordered[i][j])) {
                    throw new ArithmeticException("the Hessian is beyond the range of doubles");
                }
            }
        }
        return new QRDecomposition(new Array2DRowRealMatrix(ordered, false))
                .getQ()
                .getData();
    }

    /**
     * F⁻¹v for an almost orthogonal F: with C = FᵀF = I + E, F⁻¹ = C⁻¹Fᵀ, and C⁻¹ differs from I by at most ‖E‖/(1 − ‖E‖) in the
     * row sum norm.
     */
    private static Interval[] inFrame(double[][] f, Interval[] v) {
        int n = v.length;
        Interval worst = ZERO;
        Interval largest = ZERO;
        Interval[] result = new Interval[n];
        for (int i = 0; i < n; i++) {
            Interval row = ZERO;
            for (int j = 0; j < n; j++) {
                Interval entry = i == j ? ONE.negate() : ZERO;
                for (int k = 0; k < n; k++) {
                    entry = entry.plus(exactly(f[k][i]).times(exactly(f[k][j])));
                }
                row = row.plus(entry.magnitude());
            }
            worst = worst.max(row);
            Interval sum = ZERO;
            for (int k = 0; k < n; k++) {
                sum = sum.plus(exactly(f[k][i]).times(v[k]));
            }
            result[i] = sum;
            largest = largest.max(sum.magnitude());
        }
        Interval bound = worst.dividedBy(ONE.minus(worst)).times(largest).magnitude();
        Interval around = bound.negate().hull(bound);
        return Arrays.stream(result).map(x -> x.plus(around)).toArray(Interval[]::new);
    }

    private static Interval exactly(double value) {
        return Interval.exactly(value, BITS);
    }
}
