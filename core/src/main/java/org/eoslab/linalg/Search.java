package org.eoslab.linalg;

import java.util.SplittableRandom;

/** The growing of a {@link RitzSpace} until its first pairs have converged. */
final class Search {
    /** Products of a reading in any case; with fewer, crossings of eigenvalues go unseen for several readings. */
    static final int FEWEST = 3;

    /** Residuals that a pair has to be below to be far below: a Ritz value says that early how far its space reaches. */
    private static final double FAR = 10;

    private static final int EXTRA = 24;
    private static final double ROUNDING = 0x1p-40;

    /** Length of the noise in a warm start. */
    private static final double NOISE = 1e-2;

    private final RitzSpace space;
    private final double rounding;
    private final double tolerance;
    private final int count;
    private final SplittableRandom random;
    private final boolean warm;
    private final int most;

    /**
     * A search that has not begun.
     *
     * @param space with no directions yet
     * @param rounding of its operator's products
     * @param tolerance bound of the residual relative to the eigenvalue
     * @param count how many pairs, at most the dimension
     * @param random where it looks first, and when it does not know where
     */
    Search(RitzSpace space, double rounding, double tolerance, int count, SplittableRandom random) {
        this.space = space;
        this.rounding = Math.max(ROUNDING, rounding);
        this.tolerance = tolerance;
        this.count = count;
        this.random = random;
        this.warm = space.vectors() > 0;
        this.most = Math.min(2 * space.dimension(), space.vectors() + 2 * (count + EXTRA));
        if (warm) {
            space.expandNear(NOISE, random);
        } else {
            for (int i = 0; i < count; i++) {
                space.expandRandomly(random);
            }
        }
    }

    /**
     * Grows the space until the pairs have converged, or it is everything, or not finite.
     *
     * @param budget products of the space after which it gives up
     * @param enough what is below does not matter: pairs far below it, for their residuals, are as good as converged
     */
    void run(int budget, double enough) {
        while (space.isFinite()) {
            space.solve();
            int open = firstOpen(enough);
            boolean done = open == count && space.products() >= FEWEST;
            if (space.size() >= count && (done || space.size() == space.dimension() || space.products() >= budget)) {
                return;
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
    }

    /** The first pair that has not converged, or that the model predicts to be larger; {@code count} when there is none. */
    private int firstOpen(double enough) {
        for (int i = 0; i < count; i++) {
            if (i >= space.size() || !closed(i, enough)) {
                return i;
            }
        }
        return count;
    }

    private boolean closed(int i, double enough) {
        double value = space.values()[i];
        double residual = space.residualNorm(i);
        return value + FAR * residual <= enough
                || residual <= accepted(i) && !space.predictsAbove(value + accepted(i), i);
    }

    /** Whether the i-th pair is as good as was asked for. */
    boolean converged(int i) {
        return space.residualNorm(i) <= accepted(i);
    }

    /** The largest residual with which the i-th pair counts as converged: no smaller one can be asked for than what products are off by. */
    private double accepted(int i) {
        return Math.max(tolerance * Math.abs(space.values()[i]), rounding * space.norm());
    }

    /** What an eigenvalue has to be above to be larger than the last of the pairs, which is known to within its residual. */
    double notAbove() {
        return space.values()[count - 1] + Math.max(space.residualNorm(count - 1), rounding * space.norm());
    }
}
