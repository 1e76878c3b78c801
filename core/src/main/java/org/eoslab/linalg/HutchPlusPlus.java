package org.eoslab.linalg;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * The trace of an operator known only by its products: exact on the range of a random sketch, where the large eigenvalues live,
 * and Hutchinson's estimate on what is left (Meyer, Musco, Musco &amp; Woodruff, <i>Hutch++: Optimal Stochastic Trace Estimation</i>,
 * 2021). Unbiased; the error falls like 1/products instead of its root for a positive semi-definite operator.
 *
 * @param products operator applications to spend, at least 6: a third each for the sketch, its range and the rest
 * @param seed of the sketch and the samples
 */
public record HutchPlusPlus(int products, long seed) {
    /** Checks the number of products. */
    public HutchPlusPlus {
        if (products < 6) {
            throw new IllegalArgumentException("products = " + products + ": must be at least 6");
        }
    }

    /**
     * tr A. The standard error is that of the part left to chance; where the dimension is no more than the products, it is 0, and the trace
     * is that of the diagonal, by a product an entry.
     */
    public Estimate trace(SymmetricOperator operator) {
        int n = operator.dimension();
        if (n <= products) {
            return new Estimate(diagonal(operator), 0, n);
        }
        SplittableRandom random = new SplittableRandom(seed);
        int third = products / 3;
        int spent = 0;
        double[] image = new double[n];
        List<double[]> range = new ArrayList<>();
        for (int k = 0; k < Math.min(third, n); k++) {
            double[] column = new double[n];
            operator.apply(signs(n, random), column);
            spent++;
            if (orthonormalise(column, range)) {
                range.add(column);
            }
        }
        double exact = 0;
        for (double[] q : range) {
            operator.apply(q, image);
            spent++;
            exact += Vectors.dot(q, image);
        }
        double[] samples = new double[third];
        for (int k = 0; k < third; k++) {
            double[] g = signs(n, random);
            for (double[] q : range) {
                Vectors.add(-Vectors.dot(q, g), q, g);
            }
            operator.apply(g, image);
            spent++;
            samples[k] = Vectors.dot(g, image);
        }
        return Estimate.mean(exact, samples, spent);
    }

    /** The sum of the diagonal's entries. */
    private static double diagonal(SymmetricOperator operator) {
        int n = operator.dimension();
        double[] unit = new double[n];
        double[] image = new double[n];
        double trace = 0;
        for (int i = 0; i < n; i++) {
            unit[i] = 1;
            operator.apply(unit, image);
            trace += image[i];
            unit[i] = 0;
        }
        return trace;
    }

    /** A vector of independent signs ±1. */
    private static double[] signs(int n, SplittableRandom random) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = random.nextBoolean() ? 1 : -1;
        }
        return x;
    }

    private static boolean orthonormalise(double[] x, List<double[]> basis) {
        double before = Vectors.norm(x);
        for (int pass = 0; pass < 2; pass++) {
            for (double[] q : basis) {
                Vectors.add(-Vectors.dot(q, x), q, x);
            }
        }
        double left = Vectors.norm(x);
        if (!(left > 1e-10 * before)) {
            return false;
        }
        Vectors.scale(1 / left, x);
        return true;
    }
}
