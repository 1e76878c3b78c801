package org.eoslab.linalg;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The Lanczos method with full re-orthogonalisation, thick restarts and a warm start, for the largest algebraic eigenvalues.
 *
 * <p>The space grows by the residual of the first pair that has not converged. From one start vector these residuals are the
 * Lanczos vectors, and the space is the Krylov space; from the eigenvectors of a nearby operator it is the space that those and
 * their residuals span, for one product a vector and a few more. A start from old vectors gets a little seeded noise, so that a
 * direction which has become the top one is not missed because the old vectors are orthogonal to it; in high dimension that
 * takes luck, hence the audits of {@code SharpnessProbe}. (Wu & Simon, <i>Thick-Restart Lanczos Method</i>, SIAM J. Matrix Anal.
 * Appl. 22, 2000; with several start vectors it is Davidson's method without a preconditioner.)
 *
 * <p>A pair has converged when ‖A·v − θ·v‖ ≤ tolerance·|θ|. Residuals are computed, not estimated: products of the basis are
 * kept, which takes 2(count + 24) vectors at most.
 *
 * @param tolerance bound of the residual relative to the eigenvalue, positive; 1e-3 makes eigenvalues good to about 1e-6 over
 *     the relative gap
 * @param maxProducts operator applications after which it gives up and says so, at least 3
 * @param seed of the noise and of cold starts
 */
public record Lanczos(double tolerance, int maxProducts, long seed) implements EigenSolver {
    /** The default of {@code tolerance}. */
    public static final double TOLERANCE = 1e-3;

    /** The default of {@code maxProducts}. */
    public static final int MAX_PRODUCTS = 500;

    /** Two products see the start and its residual; the third lets the noise speak. */
    private static final int MIN_PRODUCTS = 3;

    private static final double NOISE = 1e-3;
    private static final int EXTRA = 24;
    private static final double ROUNDING = 0x1p-46;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** Checks the ranges. */
    public Lanczos {
        if (!(tolerance > 0 && tolerance < 1)) {
            throw new IllegalArgumentException("tolerance = " + tolerance + ": must be between 0 and 1");
        }
        if (maxProducts < MIN_PRODUCTS) {
            throw new IllegalArgumentException("maxProducts = " + maxProducts + ": must be at least " + MIN_PRODUCTS);
        }
    }

    /** The defaults with this seed. */
    public static Lanczos seeded(long seed) {
        return new Lanczos(TOLERANCE, MAX_PRODUCTS, seed);
    }

    @Override
    public Lanczos at(long step) {
        return new Lanczos(tolerance, maxProducts, new SplittableRandom(seed + step * GOLDEN).nextLong());
    }

    @Override
    public EigenPairs largest(SymmetricOperator operator, int count, EigenPairs guess) {
        int n = operator.dimension();
        if (count < 1 || count > n) {
            throw new IllegalArgumentException("count = " + count + ": must be from 1 to the dimension, " + n);
        }
        SplittableRandom random = new SplittableRandom(seed);
        int capacity = Math.min(n, count + EXTRA);
        RitzSpace space = new RitzSpace(operator, capacity);
        start(space, n, count, guess.vectors(), random);
        while (true) {
            if (!space.isFinite()) {
                return EigenPairs.notFinite(count, n, space.products());
            }
            space.solve();
            int open = firstOpen(space, count);
            boolean done = open == count && space.products() >= MIN_PRODUCTS;
            if (done || space.size() == n || space.products() >= maxProducts) {
                return result(space, count);
            }
            double[] direction = space.residual(Math.min(open, count - 1));
            if (space.size() == capacity) {
                space.restart(count + EXTRA / 3);
            }
            while (!space.expand(direction)) {
                // The space is invariant, or its pairs are exact: look elsewhere.
                direction = Vectors.randomUnit(n, random);
            }
        }
    }

    /** One vector a pair: the old ones with noise, random ones where there is none, so that multiple eigenvalues are seen. */
    private static void start(RitzSpace space, int n, int count, double[][] vectors, SplittableRandom random) {
        for (int i = 0; i < count; i++) {
            double[] x = Vectors.randomUnit(n, random);
            if (i < vectors.length) {
                Vectors.scale(NOISE, x);
                Vectors.add(1, vectors[i], x);
            }
            while (!space.expand(x)) {
                x = Vectors.randomUnit(n, random);
            }
        }
    }

    /** The index of the first pair that has not converged, or {@code count}. */
    private int firstOpen(RitzSpace space, int count) {
        for (int i = 0; i < count; i++) {
            if (!converged(space, i, Vectors.norm(space.residual(i)))) {
                return i;
            }
        }
        return count;
    }

    private boolean converged(RitzSpace space, int i, double residual) {
        double[] values = space.values();
        double scale = Math.max(Math.abs(values[0]), Math.abs(values[values.length - 1]));
        return residual <= Math.max(tolerance * Math.abs(values[i]), ROUNDING * scale);
    }

    private EigenPairs result(RitzSpace space, int count) {
        double[][] vectors = new double[count][];
        double[] residuals = new double[count];
        boolean converged = true;
        for (int i = 0; i < count; i++) {
            vectors[i] = space.vector(i);
            residuals[i] = Vectors.norm(space.residual(i));
            converged &= converged(space, i, residuals[i]);
        }
        return new EigenPairs(Arrays.copyOf(space.values(), count), vectors, residuals, space.products(), converged);
    }
}
