package org.eoslab.linalg;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Orthonormal vectors q₁ … q_m of ℝⁿ, and vectors of ℝⁿ as their coordinates in it. Every pass over the vectors goes a block of
 * components at a time, so that what is written stays in the cache, and four vectors at a time, so that it is read once for four.
 */
final class Basis {
    private static final int BLOCK = 1024;
    /** Components a task: the unit of parallel work, and of partial sums, so that the bits do not depend on the threads. */
    private static final int TASK = 32 * BLOCK;

    /** Less than this share of a vector is rounding, and no new direction. */
    private static final double NOTHING = 1e-13;

    private final int dimension;
    private double[][] vectors;
    private int size;

    /** The basis that consists of {@code vectors}, which are orthonormal; they are kept, but never written to. */
    Basis(int dimension, double[][] vectors) {
        this.dimension = dimension;
        this.vectors = vectors.clone();
        this.size = vectors.length;
    }

    /** n. */
    int dimension() {
        return dimension;
    }

    /** m. */
    int size() {
        return size;
    }

    /**
     * Adds the direction of {@code x} that is not in the basis yet, if there is one.
     *
     * @param x overwritten, and kept
     * @return the coordinates of x in the basis, the new vector included
     */
    double[] add(double[] x) {
        double whole = Vectors.norm(x);
        double[] coordinates = new double[size + 1];
        // Gram–Schmidt twice is enough (Parlett & Kahan), unless next to nothing is left of x.
        double[] first = subtract(new double[size], x, size);
        double[] second = subtract(first, x, size);
        subtract(second, x, 0);
        for (int j = 0; j < size; j++) {
            coordinates[j] = first[j] + second[j];
        }
        double left = Vectors.norm(x);
        if (!(left > NOTHING * whole)) {
            return Arrays.copyOf(coordinates, size);
        }
        Vectors.scale(1 / left, x);
        if (size == vectors.length) {
            vectors = Arrays.copyOf(vectors, size + 8);
        }
        vectors[size] = x;
        coordinates[size] = left;
        size++;
        return coordinates;
    }

    /** The vector with these coordinates; missing ones are zero. */
    double[] combine(double[] coordinates) {
        return combine(new double[][] {coordinates})[0];
    }

    /** Overwrites {@code result} with the vector with these coordinates; missing ones are zero. */
    void combine(double[] coordinates, double[] result) {
        Arrays.fill(result, 0);
        addCombinations(new double[][] {coordinates}, new double[][] {result});
    }

    /** The vectors with these coordinates, one row each. */
    double[][] combine(double[][] coordinates) {
        double[][] results = new double[coordinates.length][dimension];
        addCombinations(coordinates, results);
        return results;
    }

    private void addCombinations(double[][] coordinates, double[][] results) {
        tasks().forEach(task -> {
            for (int from = task * TASK; from < end(task); from += BLOCK) {
                for (int i = 0; i < coordinates.length; i++) {
                    addCombination(coordinates[i], results[i], from);
                }
            }
        });
    }

    /** Subtracts the vector with these coordinates from x; returns the first {@code wanted} coordinates of what is left. */
    private double[] subtract(double[] coordinates, double[] x, int wanted) {
        double[] minus = new double[size];
        for (int j = 0; j < size; j++) {
            minus[j] = -coordinates[j];
        }
        double[][] left = tasks().mapToObj(task -> {
                    double[] sums = new double[wanted];
                    for (int from = task * TASK; from < end(task); from += BLOCK) {
                        addCombination(minus, x, from);
                        addProducts(x, sums, from);
                    }
                    return sums;
                })
                .toArray(double[][]::new);
        for (int task = 1; task < left.length; task++) {
            Vectors.add(1, left[task], left[0]);
        }
        return left[0];
    }

    private IntStream tasks() {
        return IntStream.range(0, (dimension + TASK - 1) / TASK).parallel();
    }

    private int end(int task) {
        return Math.min((task + 1) * TASK, dimension);
    }

    /** Adds the vector with these coordinates to {@code result}, in the block at {@code from}. */
    private void addCombination(double[] coordinates, double[] result, int from) {
        int to = Math.min(from + BLOCK, dimension);
        int j = 0;
        for (; j + 3 < coordinates.length; j += 4) {
            double a = coordinates[j];
            double b = coordinates[j + 1];
            double c = coordinates[j + 2];
            double d = coordinates[j + 3];
            double[] x = vectors[j];
            double[] y = vectors[j + 1];
            double[] z = vectors[j + 2];
            double[] u = vectors[j + 3];
            for (int i = from; i < to; i++) {
                result[i] += (a * x[i] + b * y[i]) + (c * z[i] + d * u[i]);
            }
        }
        for (; j < coordinates.length; j++) {
            Vectors.add(coordinates[j], vectors[j], result, from, to);
        }
    }

    /** Adds the scalar products of x with the first vectors to {@code sums}, as many as there are sums, over the block at {@code from}. */
    private void addProducts(double[] x, double[] sums, int from) {
        int to = Math.min(from + BLOCK, dimension);
        int j = 0;
        for (; j + 3 < sums.length; j += 4) {
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
        for (; j < sums.length; j++) {
            sums[j] += Vectors.dot(vectors[j], x, from, to);
        }
    }
}
