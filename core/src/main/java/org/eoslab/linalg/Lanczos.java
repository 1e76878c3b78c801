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
 * after Wu &amp; Simon, <i>SIAM J. Matrix Anal. Appl.</i> 22, 2000.)
 *
 * <p>Old eigenvectors alone would be followed for ever, though another one may have become the top one: where a loss has
 * symmetries, images never leave the old vectors' sector. So the start has a little random noise, new for each seed; the second
 * direction is half a random one of the model's span; a reading takes at least three products; and it is not over while the model
 * predicts a larger eigenvalue than those found. The audits of {@code SharpnessProbe} catch what that misses.
 *
 * <p>A multiple eigenvalue can lose copies, however small all residuals are: nothing tells a missing one. So where more than one pair is
 * wanted and not all were known, the reading closes with a search in the complement of what it found, from a random vector, and takes in
 * what is above the last pair by more than its residual until there is nothing. One pair has no copies to lose.
 *
 * <p>A pair has converged when ‖A·v − θ·v‖ ≤ tolerance·|θ|, or when that is no more than the rounding of the products: eigenvalues smaller
 * than that, as beyond the rank, are zeros. Where the first restart would come and a space three times as large is everything, as for thirty
 * pairs of three hundred, the products that are left are made at once and the pairs are exact. Residuals are computed, not estimated. An operator of any scale is divided by a power of two
 * first. At most 2(count + 24) vectors besides the model are held, and 50 more while it closes.
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

    /** Vectors of the model that a reading leaves, besides one a pair. */
    private static final int RECYCLED = 10;

    /** Checks the ranges. */
    public Lanczos {
        if (!(tolerance > 0 && tolerance < 1)) {
            throw new IllegalArgumentException("tolerance = " + tolerance + ": must be between 0 and 1");
        }
        if (maxProducts < Search.FEWEST) {
            throw new IllegalArgumentException("maxProducts = " + maxProducts + ": must be at least " + Search.FEWEST);
        }
    }

    /** The defaults with this seed. */
    public static Lanczos seeded(long seed) {
        return new Lanczos(TOLERANCE, MAX_PRODUCTS, seed);
    }

    @Override
    public Lanczos at(long step) {
        return new Lanczos(tolerance, maxProducts, StepSeed.of(seed, step));
    }

    @Override
    public EigenPairs largest(SymmetricOperator operator, int count, EigenPairs guess) {
        int n = operator.dimension();
        if (count < 1 || count > n) {
            throw new IllegalArgumentException("count = " + count + ": must be from 1 to the dimension, " + n);
        }
        LowRank model = guess.model().of(n);
        Scaled scaled = new Scaled(operator, model);
        SplittableRandom random = new SplittableRandom(seed);
        RitzSpace space = new RitzSpace(scaled, scaled.down(model), count);
        Search search = new Search(space, operator.rounding(), tolerance, count, random);
        search.run(maxProducts, Double.NEGATIVE_INFINITY);
        Closing closing = count > 1 && guess.values().length < count
                ? Closing.of(scaled, space, search, count, tolerance, maxProducts, random)
                : Closing.NONE;
        return space.isFinite()
                ? scaled.up(result(space, search, count, closing)).withErrorsOf(operator, tolerance)
                : EigenPairs.notFinite(count, n, space.products() + closing.products());
    }

    private EigenPairs result(RitzSpace space, Search search, int count, Closing closing) {
        double[][] vectors = new double[count][];
        double[] residuals = new double[count];
        boolean converged = closing.finished();
        for (int i = 0; i < count; i++) {
            vectors[i] = space.vector(i);
            residuals[i] = space.residualNorm(i);
            converged &= search.converged(i);
        }
        double[] values = Arrays.copyOf(space.values(), count);
        int products = space.products() + closing.products();
        return new EigenPairs(values, vectors, residuals, products, converged, space.predictedPairs(count + RECYCLED));
    }
}
