package org.eoslab.linalg;

import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The passes over many vectors of ℝⁿ at once, a block of components at a time, so that what is written stays in the cache, and four vectors
 * at a time, so that it is read once for four. Tasks run in parallel; sums are those of the tasks in their order, so that the bits do not
 * depend on the threads.
 */
final class VectorBlocks {
    private static final int BLOCK = 1024;

    /** Components a task: the unit of parallel work, and of partial sums. */
    private static final int TASK = 32 * BLOCK;

    private VectorBlocks() {}

    /**
     * Writes a·x + Σ wⱼvⱼ over x; returns the scalar products of the sum with the first vectors and, behind these, with itself.
     *
     * @param weights of the first so many vectors
     * @param size how many scalar products with vectors are wanted
     */
    static double[] products(double[] x, double a, double[] weights, double[][] vectors, int size) {
        double[][] parts = tasks(x.length)
                .map(task -> {
                    double[] sums = new double[size + 1];
                    for (int from = task * TASK; from < end(task, x.length); from += BLOCK) {
                        if (a != 1) {
                            scale(a, x, from);
                        }
                        addCombination(weights, vectors, x, from);
                        addProducts(x, vectors, size, sums, from);
                    }
                    return sums;
                })
                .toArray(double[][]::new);
        for (int task = 1; task < parts.length; task++) {
            Vectors.add(1, parts[task], parts[0]);
        }
        return parts[0];
    }

    /** Adds Σ wⱼvⱼ to each result, with its own weights. */
    static void addCombinations(double[][] weights, double[][] vectors, double[][] results, int dimension) {
        tasks(dimension).forEach(task -> {
            for (int from = task * TASK; from < end(task, dimension); from += BLOCK) {
                for (int i = 0; i < weights.length; i++) {
                    addCombination(weights[i], vectors, results[i], from);
                }
            }
        });
    }

    private static Stream<Integer> tasks(int dimension) {
        return IntStream.range(0, (dimension + TASK - 1) / TASK).boxed().parallel();
    }

    private static int end(int task, int dimension) {
        return Math.min((task + 1) * TASK, dimension);
    }

    private static void scale(double a, double[] x, int from) {
        int to = Math.min(from + BLOCK, x.length);
        for (int i = from; i < to; i++) {
            x[i] *= a;
        }
    }

    /** Adds the vectors with these weights to {@code result}, in the block at {@code from}. */
    private static void addCombination(double[] weights, double[][] vectors, double[] result, int from) {
        int to = Math.min(from + BLOCK, result.length);
        int j = 0;
        for (; j + 3 < weights.length; j += 4) {
            double a = weights[j];
            double b = weights[j + 1];
            double c = weights[j + 2];
            double d = weights[j + 3];
            double[] x = vectors[j];
            double[] y = vectors[j + 1];
            double[] z = vectors[j + 2];
            double[] u = vectors[j + 3];
            for (int i = from; i < to; i++) {
                result[i] += (a * x[i] + b * y[i]) + (c * z[i] + d * u[i]);
            }
        }
        for (; j < weights.length; j++) {
            Vectors.add(weights[j], vectors[j], result, from, to);
        }
    }

    /** Adds the scalar products of x with the vectors, and with itself, to {@code sums}, over the block at {@code from}. */
    private static void addProducts(double[] x, double[][] vectors, int size, double[] sums, int from) {
        int to = Math.min(from + BLOCK, x.length);
        int j = 0;
        for (; j + 3 < size; j += 4) {
            double[] y = vectors[j];
            double[] z = vectors[j + 1];
            double[] u = vectors[j + 2];
            double[] v = vectors[j + 3];
            double a = 0;
            double b = 0;
            double c = 0;
            double d = 0;
            for (int i = from; i < to; i++) {
                double component = x[i];
                a += component * y[i];
                b += component * z[i];
                c += component * u[i];
                d += component * v[i];
            }
            sums[j] += a;
            sums[j + 1] += b;
            sums[j + 2] += c;
            sums[j + 3] += d;
        }
        for (; j < size; j++) {
            sums[j] += Vectors.dot(vectors[j], x, from, to);
        }
        sums[size] += Vectors.dot(x, x, from, to);
    }
}
