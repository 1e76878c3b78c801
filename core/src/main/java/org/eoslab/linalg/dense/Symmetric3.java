package org.eoslab.linalg.dense;

/**
 * The largest eigenvalue and its eigenvector of a symmetric 3×3 matrix in closed form, without allocation.
 *
 * <p>With q = tr A/3, p² = tr (A − qI)²/6 and B = (A − qI)/p, the eigenvalues are q + px for the roots x of x³ − 3x − 2r,
 * r = det B/2 in [−1, 1]. A nearly double root is lost to half the digits, so only the simple one is taken: the largest when
 * r ≥ 0, else the smallest. Its eigenvector is the longest cross product of two rows of A − λI; a Rayleigh quotient then makes its
 * eigenvalue exact to rounding, and when it was the smallest, the largest comes from the 2×2 matrix on the orthogonal complement
 * (Eberly, <i>A Robust Eigensolver for 3×3 Symmetric Matrices</i>). Error: a few ulps of the matrix norm. The work space is the
 * object's own: one instance a thread.
 */
public final class Symmetric3 {
    private double value;
    private double x;
    private double y;
    private double z;

    /** The largest eigenvalue of the matrix last solved. */
    public double value() {
        return value;
    }

    /** The first component of the unit eigenvector of {@link #value()}. */
    public double x() {
        return x;
    }

    /** The second component. */
    public double y() {
        return y;
    }

    /** The third component. */
    public double z() {
        return z;
    }

    /** Solves [[a, d, e], [d, b, f], [e, f, c]]; all entries finite. */
    public void solve(double a, double b, double c, double d, double e, double f) {
        double scale = Math.max(
                Math.max(Math.max(Math.abs(a), Math.abs(b)), Math.max(Math.abs(c), Math.abs(d))),
                Math.max(Math.abs(e), Math.abs(f)));
        if (scale == 0) {
            set(0, 1, 0, 0);
            return;
        }
        double s = 1 / scale;
        solveScaled(a * s, b * s, c * s, d * s, e * s, f * s);
        value *= scale;
    }

    /** Solves the 1×1 matrix [[a]], a finite. */
    void solve(double a) {
        set(scaled(a), 1, 0, 0);
    }

    /** What a 3×3 matrix gives whose largest eigenvalue is its entry a, finite: a divided by its size and multiplied again. */
    public static double scaled(double a) {
        double size = Math.abs(a);
        return size == 0 ? 0 : a * (1 / size) * size;
    }

    private void solveScaled(double a, double b, double c, double d, double e, double f) {
        double off = d * d + e * e + f * f;
        double q = (a + b + c) / 3;
        double a0 = a - q;
        double b0 = b - q;
        double c0 = c - q;
        double p = Math.sqrt((a0 * a0 + b0 * b0 + c0 * c0 + 2 * off) / 6);
        if (off < 1e-300 || p < 1e-150) {
            diagonal(a, b, c);
            return;
        }
        double det = a0 * (b0 * c0 - f * f) - d * (d * c0 - f * e) + e * (d * f - b0 * e);
        double r = Math.max(-1, Math.min(1, det / (2 * p * p * p)));
        if (r >= 0) {
            double lambda = q + p * largestRoot(r);
            nullVector(a - lambda, b - lambda, c - lambda, d, e, f);
            value = quotient(a, b, c, d, e, f);
        } else {
            double lambda = q - p * largestRoot(-r);
            nullVector(a - lambda, b - lambda, c - lambda, d, e, f);
            complement(a, b, c, d, e, f);
        }
    }

    /**
     * The largest root 2cos(acos(r)/3) of x³ − 3x − 2r, 0 ≤ r ≤ 1, without the trigonometry, which would take most of a solve. On
     * this interval the root is a smooth function of r: its cubic interpolant at the Chebyshev nodes is good to 1e-4, one Newton
     * step to 1e-8, the second to rounding.
     */
    private static double largestRoot(double r) {
        double x = 1.73213266 + r * (0.3306607 + r * (-0.08138239 + r * 0.01863937));
        x -= (x * (x * x - 3) - 2 * r) / (3 * x * x - 3);
        return x - (x * (x * x - 3) - 2 * r) / (3 * x * x - 3);
    }

    private void diagonal(double a, double b, double c) {
        if (a >= b && a >= c) {
            set(a, 1, 0, 0);
        } else if (b >= c) {
            set(b, 0, 1, 0);
        } else {
            set(c, 0, 0, 1);
        }
    }

    /** Sets the vector to the longest cross product of two rows of a matrix of rank two. */
    private void nullVector(double a, double b, double c, double d, double e, double f) {
        double x01 = d * f - e * b;
        double y01 = e * d - a * f;
        double z01 = a * b - d * d;
        double x02 = d * c - e * f;
        double y02 = e * e - a * c;
        double z02 = a * f - d * e;
        double x12 = b * c - f * f;
        double y12 = f * e - d * c;
        double z12 = d * f - b * e;
        double n01 = x01 * x01 + y01 * y01 + z01 * z01;
        double n02 = x02 * x02 + y02 * y02 + z02 * z02;
        double n12 = x12 * x12 + y12 * y12 + z12 * z12;
        if (n01 >= n02 && n01 >= n12) {
            normalised(x01, y01, z01, n01);
        } else if (n02 >= n12) {
            normalised(x02, y02, z02, n02);
        } else {
            normalised(x12, y12, z12, n12);
        }
    }

    private void normalised(double vx, double vy, double vz, double squared) {
        double s = 1 / Math.sqrt(squared);
        x = vx * s;
        y = vy * s;
        z = vz * s;
    }

    private double quotient(double a, double b, double c, double d, double e, double f) {
        return a * x * x + b * y * y + c * z * z + 2 * (d * x * y + e * x * z + f * y * z);
    }

    /** Replaces the vector by the top eigenvector on its orthogonal complement. */
    private void complement(double a, double b, double c, double d, double e, double f) {
        double ux;
        double uy;
        double uz;
        if (Math.abs(x) > Math.abs(y)) {
            double s = 1 / Math.sqrt(x * x + z * z);
            ux = -z * s;
            uy = 0;
            uz = x * s;
        } else {
            double s = 1 / Math.sqrt(y * y + z * z);
            ux = 0;
            uy = z * s;
            uz = -y * s;
        }
        double vx = y * uz - z * uy;
        double vy = z * ux - x * uz;
        double vz = x * uy - y * ux;
        double aux = a * ux + d * uy + e * uz;
        double auy = d * ux + b * uy + f * uz;
        double auz = e * ux + f * uy + c * uz;
        double uu = ux * aux + uy * auy + uz * auz;
        double uv = vx * aux + vy * auy + vz * auz;
        double vv = vx * (a * vx + d * vy + e * vz) + vy * (d * vx + b * vy + f * vz) + vz * (e * vx + f * vy + c * vz);
        double half = 0.5 * (uu - vv);
        double radius = Math.sqrt(half * half + uv * uv);
        value = 0.5 * (uu + vv) + radius;
        double cu = half >= 0 ? half + radius : uv;
        double cv = half >= 0 ? uv : radius - half;
        double norm = Math.sqrt(cu * cu + cv * cv);
        if (norm == 0) {
            cu = 1;
            norm = 1;
        }
        cu /= norm;
        cv /= norm;
        set(value, cu * ux + cv * vx, cu * uy + cv * vy, cu * uz + cv * vz);
    }

    private void set(double lambda, double vx, double vy, double vz) {
        value = lambda;
        x = vx;
        y = vy;
        z = vz;
    }
}
