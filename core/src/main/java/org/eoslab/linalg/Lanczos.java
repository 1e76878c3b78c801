package org.eoslab.linalg;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/**
 * The Lanczos method with full re-orthogonalisation, thick restarts and a warm start, for the largest algebraic eigenvalues.
 *
 * <p>The space grows by the residual of the first pair that has not converged. From one start vector these residuals are the
 * Lanczos vectors, and the space is the Krylov space; from the eigenvectors of a nearby operator it is the space that those and
 * their residuals span, for one product a vector and a few more (Wu & Simon, <i>Thick-Restart Lanczos Method</i>, SIAM J. Matrix
 * Anal. Appl. 22, 2000; with several start vectors it is Davidson's method without a preconditioner).
 *
 * <p>Old eigenvectors alone would be followed for ever, though another one may have become the top one: where a loss has
 * symmetries the residuals never leave the old vectors' sector. So one more start vector is random noise, new for each seed, and
 * at least three directions are added, of the noise if the pairs asked for have converged by then: a reading costs at least count
 * + 4 products. The audits of {@code SharpnessProbe} catch what that misses.
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

    /** Directions that are added in any case; with fewer, crossings of eigenvalues go unseen for several readings. */
    private static final int DIRECTIONS = 3;

    private static final int EXTRA = 24;
    private static final double ROUNDING = 0x1p-46;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** Checks the ranges. */
    public Lanczos {
        if (!(tolerance > 0 && tolerance < 1)) {
            throw new IllegalArgumentException("tolerance = " + tolerance + ": must be between 0 and 1");
        }
        if (maxProducts < DIRECTIONS) {
            throw new IllegalArgumentException("maxProducts = " + maxProducts + ": must be at least " + DIRECTIONS);
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
        start(space, Math.min(n, count + 1), guess.vectors(), random);
        while (space.isFinite()) {
            space.solve();
            double[] direction = direction(space, count);
            boolean done = direction == null && space.products() > count + DIRECTIONS;
            if (done || space.size() == n || space.products() >= maxProducts) {
                return result(space, count);
            }
            if (direction == null) {
                direction = space.residual(count);
            }
            if (space.size() == capacity) {
                space.restart(count + EXTRA / 3);
            }
            while (!space.expand(direction)) {
                // The space is invariant, or its pairs are exact: look elsewhere.
                direction = Vectors.randomUnit(n, random);
            }
        }
        return EigenPairs.notFinite(count, n, space.products());
    }

    /** One vector a pair, old or else random, so that multiple eigenvalues are seen; and the noise. */
    private static void start(RitzSpace space, int size, double[][] vectors, SplittableRandom random) {
        int n = space.dimension();
        for (int i = 0; i < size; i++) {
            boolean old = i < vectors.length && i < size - 1;
            double[] x = old ? vectors[i].clone() : Vectors.randomUnit(n, random);
            while (!space.expand(x)) {
                x = Vectors.randomUnit(n, random);
            }
        }
    }

    /** The residual of the first pair that has not converged, or null. */
    private double @Nullable [] direction(RitzSpace space, int count) {
        for (int i = 0; i < count; i++) {
            double[] residual = space.residual(i);
            if (!converged(space, i, Vectors.norm(residual))) {
                return residual;
            }
        }
        return null;
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
