package org.eoslab.model.formula;

import java.util.ArrayList;
import java.util.List;
import org.eoslab.expression.Derivatives;
import org.eoslab.expression.IntervalArithmetic;
import org.eoslab.interval.Interval;
import org.eoslab.interval.Sign;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.linalg.dense.DirectEigenSolver;

/** The Hessian over a box, and proofs about its largest eigenvalue S. */
final class EnclosedHessian {
    /** The first margin above an approximate eigenvalue at which it is tried to prove that S is below, and the last, relative. */
    private static final double FIRST_MARGIN = 0x1p-48;

    private final Interval[][] entries;
    private final int bits;

    private EnclosedHessian(Interval[][] entries, int bits) {
        this.entries = entries;
        this.bits = bits;
    }

    static EnclosedHessian of(Derivatives loss, IntervalArithmetic arithmetic, List<Interval> box, int bits) {
        int n = box.size();
        Interval[][] entries = new Interval[n][n];
        for (int j = 0; j < n; j++) {
            List<Interval> inputs = new ArrayList<>(box);
            for (int i = 0; i < n; i++) {
                inputs.add(Interval.of(i == j ? 1 : 0, bits));
            }
            List<Interval> column = loss.product().evaluate(arithmetic, inputs);
            for (int i = 0; i < n; i++) {
                entries[i][j] = column.get(i);
            }
        }
        return new EnclosedHessian(entries, bits);
    }

    Interval[][] entries() {
        return entries;
    }

    /**
     * Whether S &gt; a number: a quotient vᵀHv/vᵀv above it proves it, a positive definite matrix that S is below.
     *
     * @throws ArithmeticException when neither can be proved
     */
    boolean above(Interval number) {
        if (number.isBelow(quotient())) {
            return true;
        }
        if (positiveDefinite(number)) {
            return false;
        }
        throw new ArithmeticException("whether the sharpness is above " + number.middle() + " cannot be decided");
    }

    /** An interval that contains S. */
    Interval sharpness() {
        Interval low = quotient();
        double size = Math.max(Math.abs(low.middle()), Double.MIN_NORMAL);
        for (double margin = FIRST_MARGIN; margin < 1; margin *= 4) {
            Interval high = Interval.exactly(low.upperDouble() + margin * size, bits);
            if (positiveDefinite(high)) {
                return low.hull(high);
            }
        }
        throw new ArithmeticException("the sharpness cannot be bounded");
    }

    /** vᵀHv/vᵀv ≤ S of the top eigenvector v of the middles. */
    private Interval quotient() {
        int n = entries.length;
        double[][] middle = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                middle[i][j] = (entries[i][j].middle() + entries[j][i].middle()) / 2;
            }
        }
        double[] v = new DirectEigenSolver()
                .largest(SymmetricOperator.of(middle), 1, EigenPairs.NONE)
                .vectors()[0];
        Interval square = Interval.of(0, bits);
        Interval form = square;
        for (int i = 0; i < n; i++) {
            Interval vi = Interval.exactly(v[i], bits);
            square = square.plus(vi.square());
            for (int j = 0; j < n; j++) {
                form = form.plus(entries[i][j].times(vi.times(Interval.exactly(v[j], bits))));
            }
        }
        return form.dividedBy(square);
    }

    /** Whether LDLᵀ elimination of μI − H proves all its pivots positive. */
    private boolean positiveDefinite(Interval mu) {
        int n = entries.length;
        Interval[][] a = new Interval[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] = i == j ? mu.minus(entries[i][j]) : entries[i][j].negate();
            }
        }
        for (int k = 0; k < n; k++) {
            if (a[k][k].sign() != Sign.POSITIVE) {
                return false;
            }
            for (int i = k + 1; i < n; i++) {
                Interval factor = a[i][k].dividedBy(a[k][k]);
                for (int j = k + 1; j < n; j++) {
                    a[i][j] = a[i][j].minus(i == j ? a[i][k].square().dividedBy(a[k][k]) : factor.times(a[k][j]));
                }
            }
        }
        return true;
    }
}
