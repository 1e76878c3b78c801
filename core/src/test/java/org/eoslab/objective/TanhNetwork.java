package org.eoslab.objective;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.eoslab.linalg.SymmetricOperator;

/**
 * f(x) = Σⱼ vⱼ tanh(aⱼx + bⱼ) with the loss 1/(2n) Σᵢ (f(xᵢ) − yᵢ)²: a small network at the edge of stability, in closed form.
 * Parameters in the order a, b, v.
 */
public record TanhNetwork(int width, double[] x, double[] y) implements FiniteSum {
    /** The task of Cohen et al. 2021: a Chebyshev polynomial at equally spaced points of [−1, 1]. */
    public static TanhNetwork chebyshev(int degree, int points, int width) {
        double[] x = new double[points];
        Arrays.setAll(x, i -> -1 + 2.0 * i / (points - 1));
        return new TanhNetwork(
                width,
                x,
                Arrays.stream(x).map(t -> Math.cos(degree * Math.acos(t))).toArray());
    }

    /** A start from which it trains: uniform ±2.5 and ±1.5/√width, biases 0. */
    public double[] start(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] w = new double[dimension()];
        for (int j = 0; j < width; j++) {
            w[j] = 2.5 * (2 * random.nextDouble() - 1) / Math.sqrt(width) * 3;
            w[2 * width + j] = 1.5 * (2 * random.nextDouble() - 1) / Math.sqrt(width);
        }
        return w;
    }

    @Override
    public int dimension() {
        return 3 * width;
    }

    @Override
    public int examples() {
        return x.length;
    }

    @Override
    public Objective batch(int[] indices) {
        return new TanhNetwork(
                width,
                Arrays.stream(indices).mapToDouble(i -> x[i]).toArray(),
                Arrays.stream(indices).mapToDouble(i -> y[i]).toArray());
    }

    @Override
    public double value(double[] w) {
        return gradient(w, new double[w.length]);
    }

    @Override
    public double gradient(double[] w, double[] gradient) {
        Arrays.fill(gradient, 0);
        double[] t = new double[width];
        double loss = 0;
        int n = x.length;
        for (int i = 0; i < n; i++) {
            double residual = -y[i];
            for (int j = 0; j < width; j++) {
                t[j] = Math.tanh(w[j] * x[i] + w[width + j]);
                residual += w[2 * width + j] * t[j];
            }
            loss += residual * residual / (2 * n);
            for (int j = 0; j < width; j++) {
                double bias = residual * w[2 * width + j] * (1 - t[j] * t[j]) / n;
                gradient[j] += bias * x[i];
                gradient[width + j] += bias;
                gradient[2 * width + j] += residual * t[j] / n;
            }
        }
        return loss;
    }

    @Override
    public SymmetricOperator hessian(double[] parameters) {
        double[] w = parameters.clone();
        int n = x.length;
        double[][] t = new double[n][width];
        double[] residual = new double[n];
        for (int i = 0; i < n; i++) {
            residual[i] = -y[i];
            for (int j = 0; j < width; j++) {
                t[i][j] = Math.tanh(w[j] * x[i] + w[width + j]);
                residual[i] += w[2 * width + j] * t[i][j];
            }
        }
        return new SymmetricOperator() {
            @Override
            public int dimension() {
                return w.length;
            }

            @Override
            public void apply(double[] u, double[] result) {
                Arrays.fill(result, 0);
                for (int i = 0; i < n; i++) {
                    product(i, u, result);
                }
            }

            private void product(int i, double[] u, double[] result) {
                double change = 0;
                for (int j = 0; j < width; j++) {
                    double slope = 1 - t[i][j] * t[i][j];
                    change += u[2 * width + j] * t[i][j] + w[2 * width + j] * slope * (u[j] * x[i] + u[width + j]);
                }
                for (int j = 0; j < width; j++) {
                    double slope = 1 - t[i][j] * t[i][j];
                    double dz = u[j] * x[i] + u[width + j];
                    double v = w[2 * width + j];
                    double bias = (change * v + residual[i] * (u[2 * width + j] - 2 * v * t[i][j] * dz)) * slope / n;
                    result[j] += bias * x[i];
                    result[width + j] += bias;
                    result[2 * width + j] += (change * t[i][j] + residual[i] * slope * dz) / n;
                }
            }
        };
    }
}
