package org.eoslab.expression;

/**
 * eˣ and what is made of it, in sums, products and one quotient: the same bits on every machine and in a browser, one number at a time or over a block of
 * rows, whose loop of sums and products the compiler turns into vector instructions.
 *
 * <p>x = k·ln 2 + r with |r| ≤ ½ ln 2, ln 2 in two parts (Cody & Waite 1980), and p(r) = eʳ − 1 by its Taylor polynomial of degree 14, what is left out of
 * which is below 10⁻¹⁷. Then eˣ = (1 + p)·2ᵏ, eˣ − 1 = (2ᵏ − 1) + p·2ᵏ, tanh |x| = −t/(t + 2) with t = e^(−2|x|) − 1. The errors are below 1 ulp for exp, 1.5 for
 * expm1 and 3 for tanh, sigmoid and softplus.
 */
final class Exponential {
    private static final double LOG2_E = 1.4426950408889634;

    /** ln 2, its upper 33 bits, so that a product with k is exact, and the rest. */
    private static final double LN2_HIGH = 6.93147180369123816490e-01;

    private static final double LN2_LOW = 1.90821492927058770002e-10;

    /** Added and taken away again it rounds to a whole number. */
    private static final double ROUND = 0x1.8p52;

    /** From where on eˣ is infinite, and 0. */
    private static final double LARGEST = 710;

    private static final double SMALLEST = -746;

    /** From where on eˣ − 1 is −1. */
    private static final double MINUS_ONE = -40;

    /** Exponents whose power of two is no subnormal number, nor infinite. */
    private static final double NORMAL = 1000;

    private static final double C2 = 1.0 / 2;
    private static final double C3 = 1.0 / 6;
    private static final double C4 = 1.0 / 24;
    private static final double C5 = 1.0 / 120;
    private static final double C6 = 1.0 / 720;
    private static final double C7 = 1.0 / 5_040;
    private static final double C8 = 1.0 / 40_320;
    private static final double C9 = 1.0 / 362_880;
    private static final double C10 = 1.0 / 3_628_800;
    private static final double C11 = 1.0 / 39_916_800;
    private static final double C12 = 1.0 / 479_001_600;
    private static final double C13 = 1.0 / 6_227_020_800L;
    private static final double C14 = 1.0 / 87_178_291_200L;

    private Exponential() {}

    static double exp(double x) {
        return power(x, polynomial(reduced(inExp(x))));
    }

    static double expm1(double x) {
        return powerLessOne(x, polynomial(reduced(inExpm1(x))));
    }

    static double tanh(double x) {
        double t = expm1(-2 * Math.abs(x));
        return Math.copySign(t / (t + 2), x);
    }

    /** 1/(1 + e⁻ˣ), of full relative accuracy at either end. */
    static double sigmoid(double x) {
        double t = exp(-Math.abs(x));
        return (x < 0 ? t : 1) / (1 + t);
    }

    /** log(1 + eˣ), of full relative accuracy. */
    static double softplus(double x) {
        double t = exp(-Math.abs(x));
        return Math.max(x, 0) + twiceArtanh(t / (2 + t));
    }

    /** Over the first n of a block; {@code to} is another array. A loop of few operations each, for the compiler makes vectors of no more. */
    static void exp(int n, double[] to, double[] x) {
        for (int i = 0; i < n; i++) {
            to[i] = reduced(inExp(x[i]));
        }
        polynomials(n, to);
        for (int i = 0; i < n; i++) {
            to[i] = power(x[i], to[i]);
        }
    }

    /** As {@link #exp(int, double[], double[])}. */
    static void expm1(int n, double[] to, double[] x) {
        for (int i = 0; i < n; i++) {
            to[i] = reduced(inExpm1(x[i]));
        }
        polynomials(n, to);
        for (int i = 0; i < n; i++) {
            to[i] = powerLessOne(x[i], to[i]);
        }
    }

    /** As {@link #exp(int, double[], double[])}. */
    static void tanh(int n, double[] to, double[] x) {
        for (int i = 0; i < n; i++) {
            to[i] = reduced(inExpm1(-2 * Math.abs(x[i])));
        }
        polynomials(n, to);
        for (int i = 0; i < n; i++) {
            to[i] = powerLessOne(-2 * Math.abs(x[i]), to[i]);
        }
        for (int i = 0; i < n; i++) {
            to[i] = to[i] / (to[i] + 2);
        }
        for (int i = 0; i < n; i++) {
            to[i] = Math.copySign(to[i], x[i]);
        }
    }

    /** As {@link #exp(int, double[], double[])}. */
    static void sigmoid(int n, double[] to, double[] x) {
        decay(n, to, x);
        for (int i = 0; i < n; i++) {
            to[i] = (x[i] < 0 ? to[i] : 1) / (1 + to[i]);
        }
    }

    /** As {@link #exp(int, double[], double[])}. */
    static void softplus(int n, double[] to, double[] x) {
        decay(n, to, x);
        for (int i = 0; i < n; i++) {
            to[i] = to[i] / (2 + to[i]);
        }
        for (int i = 0; i < n; i++) {
            to[i] = twiceArtanh(to[i]);
        }
        for (int i = 0; i < n; i++) {
            to[i] = Math.max(x[i], 0) + to[i];
        }
    }

    /** e^(−|x|). */
    private static void decay(int n, double[] to, double[] x) {
        for (int i = 0; i < n; i++) {
            to[i] = reduced(inExp(-Math.abs(x[i])));
        }
        polynomials(n, to);
        for (int i = 0; i < n; i++) {
            to[i] = power(-Math.abs(x[i]), to[i]);
        }
    }

    private static void polynomials(int n, double[] r) {
        for (int i = 0; i < n; i++) {
            r[i] = polynomial(r[i]);
        }
    }

    private static double inExp(double x) {
        return Math.min(Math.max(x, SMALLEST), LARGEST);
    }

    private static double inExpm1(double x) {
        return Math.min(Math.max(x, MINUS_ONE), LARGEST);
    }

    /** k, as a double. */
    private static double whole(double x) {
        return (x * LOG2_E + ROUND) - ROUND;
    }

    /** r. */
    private static double reduced(double x) {
        double k = whole(x);
        return (x - k * LN2_HIGH) - k * LN2_LOW;
    }

    /** p(r): the even and the odd powers by Horner's rule each, so that one need not wait for the other. */
    private static double polynomial(double r) {
        double s = r * r;
        double even = C2 + s * (C4 + s * (C6 + s * (C8 + s * (C10 + s * (C12 + s * C14)))));
        double odd = C3 + s * (C5 + s * (C7 + s * (C9 + s * (C11 + s * C13))));
        return r + s * (even + r * odd);
    }

    /** 2·artanh u = log(1 + t) for u = t/(2 + t) and t from 0 to 1, so u ≤ ⅓: its series up to u³³, all terms of which have one sign. */
    private static double twiceArtanh(double u) {
        double z = u * u;
        double y = z * z;
        double even = 1.0 / 33;
        even = 1.0 / 29 + y * even;
        even = 1.0 / 25 + y * even;
        even = 1.0 / 21 + y * even;
        even = 1.0 / 17 + y * even;
        even = 1.0 / 13 + y * even;
        even = 1.0 / 9 + y * even;
        even = 1.0 / 5 + y * even;
        even = 1 + y * even;
        double odd = 1.0 / 31;
        odd = 1.0 / 27 + y * odd;
        odd = 1.0 / 23 + y * odd;
        odd = 1.0 / 19 + y * odd;
        odd = 1.0 / 15 + y * odd;
        odd = 1.0 / 11 + y * odd;
        odd = 1.0 / 7 + y * odd;
        odd = 1.0 / 3 + y * odd;
        return 2 * u * (even + z * odd);
    }

    private static double power(double x, double p) {
        double k = whole(inExp(x));
        if (Math.abs(k) < NORMAL) {
            return (1 + p) * twoTo((int) k);
        }
        int half = (int) k / 2;
        return (1 + p) * twoTo(half) * twoTo((int) k - half);
    }

    private static double powerLessOne(double x, double p) {
        double k = whole(inExpm1(x));
        // Half of it, for 2ᵏ may be infinite where the result is not.
        double half = twoTo((int) k - 1);
        return Math.copySign(2 * ((half - 0.5) + half * p), x);
    }

    private static double twoTo(int k) {
        return Double.longBitsToDouble((k + 1023L) << 52);
    }
}
