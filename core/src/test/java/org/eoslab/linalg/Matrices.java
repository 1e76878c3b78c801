package org.eoslab.linalg;

import java.util.SplittableRandom;

/** Symmetric matrices with a known spectrum, and operators that count their products. */
public final class Matrices {
    private Matrices() {}

    /** QΛQᵀ with a random orthogonal Q of {@code reflections} Householder reflections. */
    public static double[][] withSpectrum(double[] spectrum, SplittableRandom random) {
        int n = spectrum.length;
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            a[i][i] = spectrum[i];
        }
        for (int k = 0; k < 4; k++) {
            reflect(a, Vectors.randomUnit(n, random));
        }
        return a;
    }

    /** A ← HAH with H = I − 2uuᵀ: A − 2(up ᵀ + puᵀ) with p = Au − (uᵀAu)u. */
    private static void reflect(double[][] a, double[] u) {
        int n = u.length;
        double[] p = new double[n];
        SymmetricOperator.of(a).apply(u, p);
        Vectors.add(-Vectors.dot(u, p), u, p);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                a[i][j] -= 2 * (u[i] * p[j] + p[i] * u[j]);
            }
        }
    }

    /** A symmetric matrix with independent uniform entries in (−½, ½). */
    public static double[][] random(int n, SplittableRandom random) {
        double[][] a = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                a[i][j] = a[j][i] = random.nextDouble() - 0.5;
            }
        }
        return a;
    }

    /** A + t·B. */
    public static double[][] sum(double[][] a, double t, double[][] b) {
        double[][] c = new double[a.length][];
        for (int i = 0; i < a.length; i++) {
            c[i] = a[i].clone();
            Vectors.add(t, b[i], c[i]);
        }
        return c;
    }
}
