package org.eoslab.linalg;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The Lanczos method with full re-orthogonalisation, thick restarts and a warm start, for the largest algebraic eigenvalues.
 *
 * <p>Cold, the space grows from one random vector a pair (multiple eigenvalues would not be seen from fewer) by the images of
 * what it has: from one vector it is the Krylov space. Warm, it starts from one vector, and what earlier readings have seen of
 * nearby operators is a low-rank model of this one: every product corrects the model by the least change that agrees with it, and
 * the next direction is the corrected model's eigenvector of the first pair that has not converged. Where the model is zero
 * that is the Lanczos vector; at the edge of stability, where the top eigenvectors turn into each other from reading to reading,
 * it takes half as many products. (Davidson 1975 with a quasi-Newton model of the operator in place of its diagonal; thick restart
 * after Wu & Simon, <i>SIAM J. Matrix Anal. Appl.</i> 22, 2000.)
 *
 * <p>Old eigenvectors alone would be followed for ever, though another one may have become the top one: where a loss has
 * symmetries, images never leave the old vectors' sector. So the start has a little random noise, new for each seed; the second
 * direction is half a random one of the model's span; a reading takes at least three products; and it is not over while the model
 * predicts a larger eigenvalue than those found. The audits of {@code SharpnessProbe} catch what that misses.
 *
 * <p>A pair has converged when ‖A·v − θ·v‖ ≤ tolerance·|θ|. Residuals are computed, not estimated. At most 2(count + 24) vectors
 * besides the model are held.
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

    /** Products of a reading in any case; with fewer, crossings of eigenvalues go unseen for several readings. */
    private static final int FEWEST = 3;

    /** Vectors of the model that a reading leaves, besides one a pair. */
    private static final int RECYCLED = 10;

    /** Length of the noise in a warm start. */
    private static final double NOISE = 1e-2;

    private static final int EXTRA = 24;
    private static final double ROUNDING = 0x1p-46;
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** Checks the ranges. */
    public Lanczos {
        if (!(tolerance > 0 && tolerance < 1)) {
            throw new IllegalArgumentException("tolerance = " + tolerance + ": must be between 0 and 1");
        }
        if (maxProducts < FEWEST) {
            throw new IllegalArgumentException("maxProducts = " + maxProducts + ": must be at least " + FEWEST);
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
        RitzSpace space = new RitzSpace(operator, guess.model().of(n));
        boolean warm = space.vectors() > 0;
        int most = Math.min(2 * n, space.vectors() + 2 * (count + EXTRA));
        start(space, count, random);
        while (space.isFinite()) {
            space.solve();
            int open = firstOpen(space, count);
            boolean done = open == count && space.products() >= FEWEST;
            if (space.size() >= count && (done || space.size() == n || space.products() >= maxProducts)) {
                return result(space, count);
            }
            if (space.vectors() >= most) {
                space.restart(count + EXTRA / 3);
            }
            boolean aside = warm && space.size() == 1;
            boolean grew = aside ? space.expandAside(open, random) : space.expandTowards(open);
            if (!grew && !space.expandByResidual(open)) {
                // The space is invariant, or its pairs are exact: look elsewhere.
                space.expandRandomly(random);
            }
        }
        return EigenPairs.notFinite(count, n, space.products());
    }

    private static void start(RitzSpace space, int count, SplittableRandom random) {
        if (space.vectors() > 0) {
            space.expandNear(NOISE, random);
        } else {
            for (int i = 0; i < count; i++) {
                space.expandRandomly(random);
            }
        }
    }

    /** The first pair that has not converged, or that the model predicts to be larger; {@code count} when there is none. */
    private int firstOpen(RitzSpace space, int count) {
        for (int i = 0; i < count; i++) {
            if (i >= space.size()
                    || !converged(space, i, space.residualNorm(i))
                    || space.predictsAbove(space.values()[i] + accepted(space, i), i)) {
                return i;
            }
        }
        return count;
    }

    private boolean converged(RitzSpace space, int i, double residual) {
        return residual <= accepted(space, i);
    }

    /** The largest residual with which the i-th pair counts as converged. */
    private double accepted(RitzSpace space, int i) {
        double[] values = space.values();
        double scale = Math.max(Math.abs(values[0]), Math.abs(values[values.length - 1]));
        return Math.max(tolerance * Math.abs(values[i]), ROUNDING * scale);
    }

    private EigenPairs result(RitzSpace space, int count) {
        double[][] vectors = new double[count][];
        double[] residuals = new double[count];
        boolean converged = true;
        for (int i = 0; i < count; i++) {
            vectors[i] = space.vector(i);
            residuals[i] = space.residualNorm(i);
            converged &= converged(space, i, residuals[i]);
        }
        double[] values = Arrays.copyOf(space.values(), count);
        return new EigenPairs(
                values, vectors, residuals, space.products(), converged, space.predictedPairs(count + RECYCLED));
    }
}
