package org.eoslab.linalg;

import java.util.SplittableRandom;

/**
 * The vector kernels that everything iterative is made of. Sums run in a fixed order, so that results are the same bits on
 * every run; four partial sums keep the adders busy.
 */
public final class Vectors {
    /** A sum of squares from here on has lost no digits to terms that are too small for a double. */
    private static final double SAFE = 0x1p-900;

    private Vectors() {}

    /** x·y. */
    public static double dot(double[] x, double[] y) {
        return dot(x, y, 0, x.length);
    }

    /** Σ xᵢyᵢ over the components from {@code from} to {@code to} (exclusive). */
    static double dot(double[] x, double[] y, int from, int to) {
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = from;
        for (; i + 3 < to; i += 4) {
            s0 += x[i] * y[i];
            s1 += x[i + 1] * y[i + 1];
            s2 += x[i + 2] * y[i + 2];
            s3 += x[i + 3] * y[i + 3];
        }
        for (; i < to; i++) {
            s0 += x[i] * y[i];
        }
        return (s0 + s1) + (s2 + s3);
    }

    /** ‖x‖₂, of components of any size. */
    public static double norm(double[] x) {
        double squares = dot(x, x);
        return squares >= SAFE && squares < Double.POSITIVE_INFINITY ? Math.sqrt(squares) : scaledNorm(x);
    }

    /** The norm where squares overflow or lose digits: of x over a power of two. */
    private static double scaledNorm(double[] x) {
        int exponent = exponent(x);
        double sum = 0;
        for (double value : x) {
            double scaled = Math.scalb(value, -exponent);
            sum += scaled * scaled;
        }
        return Math.scalb(Math.sqrt(sum), exponent);
    }

    /** The exponent of the largest |xᵢ|: 0 where that is 0 or not finite. */
    static int exponent(double[] x) {
        double largest = 0;
        for (double value : x) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest > 0 && largest < Double.POSITIVE_INFINITY ? Math.getExponent(largest) : 0;
    }

    /** ‖x − y‖₂. */
    public static double distance(double[] x, double[] y) {
        double[] difference = x.clone();
        add(-1, y, difference);
        return norm(difference);
    }

    /** y ← y + a·x, in the first components of y when x has fewer. */
    public static void add(double a, double[] x, double[] y) {
        add(a, x, y, 0, x.length);
    }

    /** y ← y + a·x in the components from {@code from} to {@code to} (exclusive). */
    static void add(double a, double[] x, double[] y, int from, int to) {
        for (int i = from; i < to; i++) {
            y[i] += a * x[i];
        }
    }

    /** x ← a·x. */
    public static void scale(double a, double[] x) {
        for (int i = 0; i < x.length; i++) {
            x[i] *= a;
        }
    }

    /** A unit vector in a random direction: independent uniform components, normalised. */
    public static double[] randomUnit(int dimension, SplittableRandom random) {
        double[] x = new double[dimension];
        double norm = 0;
        while (norm == 0) {
            for (int i = 0; i < dimension; i++) {
                x[i] = random.nextDouble() - 0.5;
            }
            norm = norm(x);
        }
        scale(1 / norm, x);
        return x;
    }
}
