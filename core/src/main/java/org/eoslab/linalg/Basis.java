package org.eoslab.linalg;

import java.util.Arrays;

/**
 * Orthonormal vectors q₁ … q_m of ℝⁿ, and vectors of ℝⁿ as their coordinates in it.
 *
 * <p>Held are not the q but vectors X of the same span, with the Cholesky factor of their scalar products, XᵀX = L·Lᵀ: Q = X·L⁻ᵀ. So a
 * vector that is added is read once, against the others, and not written; Gram–Schmidt twice would read all of them three times. What is
 * lost in digits depends on how much of the vector is outside of the others; where that is little, the rest is subtracted first.
 */
final class Basis {
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
        VectorBlocks.addCombinations(weights, vectors, results, dimension);
    }

    /** Adds the vectors with these weights to x; returns the scalar products of the sum with the vectors, and with itself. */
    private double[] products(double[] x, double[] weights) {
        return VectorBlocks.products(x, 1, weights, vectors, size);
    }
}
