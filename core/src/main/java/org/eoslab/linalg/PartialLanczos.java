package org.eoslab.linalg;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The Lanczos method with partial re-orthogonalisation and thick restarts, for the largest algebraic eigenpair of one operator of which nothing
 * is known. Where {@link Lanczos} goes over all vectors twice a product, this goes over three, and over all only when an estimate says
 * that a new vector has more than √ε of an old one, ε a rounding: up to there the eigenvalues are as good as with full orthogonality
 * (Simon, <i>Math. Comp.</i> 42, 1984); or more than the tolerance, for the residual's sake.
 *
 * <p>It has converged when ‖A·v − θ·v‖ ≤ tolerance·|θ| or is no more than rounding. That residual is computed, by one product more.
 */
public final class PartialLanczos {
    /** Products of a search in any case. */
    private static final int FEWEST = 3;

    /** Where restarts let residuals of double precision end, relative to the norm. */
    private static final double ROUNDING = 0x1p-40;

    /** Roundings in that of a product: one of them is what a new vector has of an old one. */
    private static final double ROUNDINGS = 16;

    /** Vectors from twice as many of which on a decomposition is made at every second product or more seldom. */
    private static final int MANY = 32;

    private static final double[] NONE = {};

    private final Scaled operator;
    private final int dimension;
    private final double tolerance;
    private final int maxProducts;
    private final double rounding;
    private final double noise;
    /** The Lanczos vectors, and what to multiply each with to make it a unit vector. */
    private final double[][] vectors;

    private final double[] units;
    /** VᵀAV in these. */
    private final double[][] projected;
    /** What each of the vectors is estimated to have of the last one and of the one before. */
    private double[] overlaps = new double[0];

    private double[] earlier = new double[0];
    private int size;
    private int kept;
    private boolean again;
    private int products;
    private double norm;
    private double largest;

    private PartialLanczos(SymmetricOperator operator, double tolerance, int maxProducts, int most) {
        this.operator = new Scaled(operator, LowRank.NONE);
        this.dimension = operator.dimension();
        this.tolerance = tolerance;
        this.maxProducts = maxProducts;
        this.rounding = operator.rounding();
        this.noise = rounding / ROUNDINGS;
        int room = Math.min(most, dimension) + 1;
        this.vectors = new double[room][];
        this.units = new double[room];
        this.projected = new double[room][room];
    }

    /**
     * Finds the pair.
     *
     * @param operator of dimension 1 at least
     * @param tolerance bound of the residual relative to the eigenvalue, positive
     * @param maxProducts operator applications after which it gives up and says so, at least 4
     * @param most vectors that are held, at least 16
     * @param seed of the first one
     */
    public static EigenPairs largest(
            SymmetricOperator operator, double tolerance, int maxProducts, int most, long seed) {
        if (!(tolerance > 0) || maxProducts < FEWEST + 1 || most < 16) {
            throw new IllegalArgumentException("tolerance = " + tolerance + ", maxProducts = " + maxProducts
                    + ", most = " + most + ": must be positive, at least " + (FEWEST + 1) + " and at least 16");
        }
        return new PartialLanczos(operator, tolerance, maxProducts, most)
                .search(new SplittableRandom(seed))
                .withErrorsOf(operator, tolerance);
    }

    private EigenPairs search(SplittableRandom random) {
        add(Vectors.randomUnit(dimension, random), 1);
        double wanted = tolerance;
        while (true) {
            double left = step();
            if (mayWait(left)) {
                couple(left);
                continue;
            }
            SymmetricDecomposition ritz = ritz();
            if (ritz == null) {
                return EigenPairs.notFinite(1, dimension, products);
            }
            double value = ritz.value(0);
            largest = Math.abs(value);
            norm = Math.max(norm, Math.max(Math.abs(value), Math.abs(ritz.value(size - 1))));
            boolean everything = size == dimension || left <= rounding * norm;
            double residual = left * Math.abs(ritz.vector(0)[size - 1]);
            double floor = Math.max(rounding, ROUNDING) * norm;
            boolean close = residual <= Math.max(wanted * Math.abs(value), floor) && products >= FEWEST;
            if (everything || close || products >= maxProducts - 1) {
                EigenPairs pairs = pair(ritz, floor);
                if (everything || pairs.converged() || products >= maxProducts - 1) {
                    return operator.up(pairs);
                }
                wanted /= 2;
            }
            if (size == vectors.length - 1) {
                restart(ritz, left);
                size++;
            } else {
                couple(left);
            }
        }
    }

    /** Whether the next product can be made before it is known how far the pairs are: with many vectors that costs as much as one. */
    private boolean mayWait(double left) {
        return size % (1 + size / MANY) != 0
                && size < Math.min(dimension, vectors.length - 1)
                && products < maxProducts - 1
                && left > rounding * norm
                && left < Double.POSITIVE_INFINITY;
    }

    /** Takes in the next vector, of this length. */
    private void couple(double length) {
        projected[size - 1][size] = length;
        projected[size][size - 1] = length;
        size++;
    }

    /** Multiplies the last vector, and makes of its image what it has outside of the vectors: the next one; returns its length. */
    private double step() {
        int last = size - 1;
        double[] image = new double[dimension];
        operator.apply(vectors[last], image);
        products++;
        double unit = units[last];
        double[] along = VectorBlocks.products(image, 1, NONE, new double[][] {vectors[last]}, 1);
        projected[last][last] = along[0] * unit * unit;
        int first = last == kept ? 0 : last - 1;
        double[] weights = IntStream.rangeClosed(first, last)
                .mapToDouble(i -> -projected[i][last] * units[i])
                .toArray();
        double[][] near = Arrays.copyOfRange(vectors, first, last + 1);
        double length = Math.sqrt(VectorBlocks.products(image, unit, weights, near, 0)[0]);
        double[] next = estimated(length);
        double most = Arrays.stream(next).map(Math::abs).max().orElse(0);
        boolean over = !(most <= allowed());
        if (length > 0 && (over || again)) {
            length = orthogonalised(image);
            Arrays.fill(next, noise);
            again = over && !again;
        }
        earlier = overlaps;
        overlaps = next;
        vectors[size] = image;
        units[size] = 1 / length;
        return length;
    }

    /** Takes out of a vector what it has of those that there are; returns its length. */
    private double orthogonalised(double[] vector) {
        double[] overlap = VectorBlocks.products(vector, 1, NONE, vectors, size);
        double[] removed = IntStream.range(0, size)
                .mapToDouble(i -> -overlap[i] * units[i] * units[i])
                .toArray();
        return Math.sqrt(VectorBlocks.products(vector, 1, removed, vectors, 0)[0]);
    }

    /** How much two vectors may have of each other: √ε for the eigenvalue's sake, less where the residual is to be smaller. */
    private double allowed() {
        double share = norm > 0 ? tolerance * largest / norm : 0;
        return Math.min(Math.sqrt(noise), share);
    }

    /** What the next vector has of each of the vectors, by the recurrence that the products of two vectors obey, with its rounding. */
    private double[] estimated(double length) {
        int last = size - 1;
        double[] next = new double[size];
        double error = noise * Math.max(norm, Math.abs(projected[last][last])) / length;
        for (int k = 0; k < last; k++) {
            double sum = projected[k][last] - projected[last][last] * overlaps[k];
            for (int l = 0; l < last; l++) {
                sum += projected[k][l] * overlaps[l];
            }
            if (last > kept) {
                sum -= projected[last - 1][last] * (k == last - 1 ? 1 : earlier[k]);
            }
            next[k] = sum / length + Math.copySign(error, sum);
        }
        next[last] = error;
        return next;
    }

    private void add(double[] vector, double unit) {
        vectors[size] = vector;
        units[size] = unit;
        size++;
    }

    private @Nullable SymmetricDecomposition ritz() {
        return SymmetricDecomposition.of(Arrays.stream(projected, 0, size)
                .map(row -> Arrays.copyOf(row, size))
                .toArray(double[][]::new));
    }

    /**
     * Keeps the Ritz vectors of the largest third of the values, the last of them that of the least one where that is the largest in
     * magnitude, for it would come back; the next vector stands behind them.
     *
     * @param length of the next vector
     */
    private void restart(SymmetricDecomposition ritz, double length) {
        double[] next = vectors[size];
        int last = size - 1;
        kept = size / 3;
        int[] which = IntStream.range(0, kept).toArray();
        if (-ritz.value(last) > ritz.value(0)) {
            which[kept - 1] = last;
        }
        double[][] best = new double[kept][dimension];
        double[][] weights =
                Arrays.stream(which).mapToObj(i -> weights(ritz, i)).toArray(double[][]::new);
        VectorBlocks.addCombinations(weights, vectors, best, dimension);
        Arrays.fill(vectors, null);
        for (double[] row : projected) {
            Arrays.fill(row, 0);
        }
        for (int i = 0; i < kept; i++) {
            vectors[i] = best[i];
            units[i] = 1;
            projected[i][i] = ritz.value(which[i]);
            projected[i][kept] = length * ritz.vector(which[i])[last];
            projected[kept][i] = projected[i][kept];
        }
        size = kept;
        vectors[size] = next;
        units[size] = 1 / orthogonalised(next);
        overlaps = new double[kept];
        Arrays.fill(overlaps, noise);
        earlier = overlaps;
        again = true;
    }

    /** How much of each vector the i-th Ritz vector has. */
    private double[] weights(SymmetricDecomposition ritz, int i) {
        double[] weights = ritz.vector(i).clone();
        for (int j = 0; j < weights.length; j++) {
            weights[j] *= units[j];
        }
        return weights;
    }

    /** The largest Ritz pair with its residual. */
    private EigenPairs pair(SymmetricDecomposition ritz, double floor) {
        double[] vector = new double[dimension];
        double square = VectorBlocks.products(vector, 1, weights(ritz, 0), vectors, 0)[0];
        double[][] pair = {vector};
        double unit = 1 / Math.sqrt(square);
        double[] image = new double[dimension];
        square = VectorBlocks.products(vector, unit, NONE, pair, 0)[0];
        operator.apply(vector, image);
        products++;
        double value = VectorBlocks.products(image, 1, NONE, pair, 1)[0];
        double residual = Math.sqrt(VectorBlocks.products(image, 1, new double[] {-value}, pair, 0)[0]);
        boolean converged = residual <= Math.max(tolerance * Math.abs(value), floor);
        return new EigenPairs(
                new double[] {value}, new double[][] {vector}, new double[] {residual}, products, converged);
    }
}
