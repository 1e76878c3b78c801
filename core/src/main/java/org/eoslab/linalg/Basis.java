package org.eoslab.linalg;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Orthonormal vectors q₁ … q_m of ℝⁿ, and vectors of ℝⁿ as their coordinates in it.
 *
 * <p>Held are not the q but vectors X of the same span, with the Cholesky factor of their scalar products, XᵀX = L·Lᵀ: Q = X·L⁻ᵀ. So a
 * vector that is added is read once, against the others, and not written; Gram–Schmidt twice would read all of them three times. What is
 * lost in digits depends on how much of the vector is outside of the others; where that is little, the rest is subtracted first.
 *
 * <p>Every pass over the vectors goes a block of components at a time, so that what is written stays in the cache, and four vectors at a
 * time, so that it is read once for four.
 */
final class Basis {
    private static final int BLOCK = 1024;
    /** Components a task: the unit of parallel work, and of partial sums, so that the bits do not depend on the threads. */
    private static final int TASK = 32 * BLOCK;

    /** Less than this share of a vector is rounding, and no new direction. */
    private static final double NOTHING = 1e-13;

    /** The most that is added up for a vector of length 1: its errors are as much more than rounding, and those of the factor the square. */
    private static final double MOST = 32;

    private final int dimension;
    private double[][] vectors;
    private double[][] factor;
    private int size;

    /** The basis of the span of {@code vectors}, which are orthonormal but for errors that are small; they are kept, but never written to. */
    Basis(int dimension, double[][] vectors) {
        this.dimension = dimension;
        this.vectors = new double[vectors.length][];
        this.factor = new double[vectors.length][];
        for (double[] x : vectors) {
            double[] products = products(x, new double[0]);
            double[] inside = inside(products);
            append(x, inside, products[size] - Vectors.dot(inside, inside));
        }
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
     * @param x kept, and overwritten by another vector of that direction
     * @return the coordinates of x in the basis, the new vector included; NaN if x·x is not finite
     */
    double[] add(double[] x) {
        double[] coordinates = new double[size + 1];
        double[] products = products(x, new double[0]);
        double whole = products[size];
        if (!Double.isFinite(whole)) {
            Arrays.fill(coordinates, Double.NaN);
        }
        // What is left after a subtraction is good to the rounding of x; after two there is rounding only.
        while (products[size] > NOTHING * NOTHING * whole) {
            double[] inside = inside(products);
            Vectors.add(1, inside, coordinates);
            double left = products[size] - Vectors.dot(inside, inside);
            double[] weights = weights(inside, -1);
            if (spread(weights, products[size]) <= MOST * Math.sqrt(left)) {
                coordinates[size] = Math.sqrt(left);
                append(x, inside, left);
                return coordinates;
            }
            products = products(x, weights);
        }
        return Arrays.copyOf(coordinates, size);
    }

    /** The length of what is added up for a new vector, with as much rounding: √(x·x) and that of the vectors by their weights. */
    private double spread(double[] weights, double square) {
        double sum = Math.sqrt(square);
        for (int j = 0; j < weights.length; j++) {
            sum += Math.abs(weights[j]) * Vectors.norm(factor[j]);
        }
        return sum;
    }

    /**
     * Makes {@code x} the last one of the vectors.
     *
     * @param inside its coordinates in the basis so far
     * @param left the square of what it has outside
     */
    private void append(double[] x, double[] inside, double left) {
        if (size == vectors.length) {
            vectors = Arrays.copyOf(vectors, size + 8);
            factor = Arrays.copyOf(factor, size + 8);
        }
        vectors[size] = x;
        factor[size] = Arrays.copyOf(inside, size + 1);
        factor[size][size] = Math.sqrt(left);
        size++;
    }

    /** L⁻¹·Xᵀx: the coordinates in the basis of what a vector has inside of its span. */
    private double[] inside(double[] products) {
        double[] inside = new double[size];
        for (int j = 0; j < size; j++) {
            inside[j] = (products[j] - Vectors.dot(factor[j], inside, 0, j)) / factor[j][j];
        }
        return inside;
    }

    /** a·L⁻ᵀc: what to weight the vectors with for a times the vector with these coordinates. */
    private double[] weights(double[] coordinates, double a) {
        double[] weights = coordinates.clone();
        for (int j = weights.length - 1; j >= 0; j--) {
            weights[j] /= factor[j][j];
            Vectors.add(-weights[j], factor[j], weights, 0, j);
        }
        Vectors.scale(a, weights);
        return weights;
    }

    /** The vector with these coordinates; missing ones are zero. */
    double[] combine(double[] coordinates) {
        return combine(new double[][] {coordinates})[0];
    }

    /** Overwrites {@code result} with the vector with these coordinates; missing ones are zero. */
    void combine(double[] coordinates, double[] result) {
        Arrays.fill(result, 0);
        addCombinations(new double[][] {weights(coordinates, 1)}, new double[][] {result});
    }

    /** The vectors with these coordinates, one row each. */
    double[][] combine(double[][] coordinates) {
        double[][] results = new double[coordinates.length][dimension];
        double[][] weights = Arrays.stream(coordinates).map(c -> weights(c, 1)).toArray(double[][]::new);
        addCombinations(weights, results);
        return results;
    }

    private void addCombinations(double[][] weights, double[][] results) {
        tasks().forEach(task -> {
            for (int from = task * TASK; from < end(task); from += BLOCK) {
                for (int i = 0; i < weights.length; i++) {
                    addCombination(weights[i], results[i], from);
                }
            }
        });
    }

    /** Adds the vectors with these weights to x; returns the scalar products of the sum with the vectors, and with itself. */
    private double[] products(double[] x, double[] weights) {
        double[][] parts = tasks().mapToObj(task -> {
                    double[] sums = new double[size + 1];
                    for (int from = task * TASK; from < end(task); from += BLOCK) {
                        addCombination(weights, x, from);
                        addProducts(x, sums, from);
                    }
                    return sums;
                })
                .toArray(double[][]::new);
        for (int task = 1; task < parts.length; task++) {
            Vectors.add(1, parts[task], parts[0]);
        }
        return parts[0];
    }

    private IntStream tasks() {
        return IntStream.range(0, (dimension + TASK - 1) / TASK).parallel();
    }

    private int end(int task) {
        return Math.min((task + 1) * TASK, dimension);
    }

    /** Adds the vector with these weights to {@code result}, in the block at {@code from}. */
    private void addCombination(double[] weights, double[] result, int from) {
        int to = Math.min(from + BLOCK, dimension);
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
    private void addProducts(double[] x, double[] sums, int from) {
        int to = Math.min(from + BLOCK, dimension);
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
