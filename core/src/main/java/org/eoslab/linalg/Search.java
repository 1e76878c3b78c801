package org.eoslab.linalg;

import java.util.SplittableRandom;

/** The growing of a {@link RitzSpace} until its first pairs have converged. */
final class Search {
    /** Products of a reading in any case; with fewer, crossings of eigenvalues go unseen for several readings. */
    static final int FEWEST = 3;

    /** Residuals that a pair has to be below to be far below: a Ritz value says that early how far its space reaches. */
    private static final double FAR = 10;

    /**
     * Residuals of a search that finds nothing above what does not matter are as much smaller: a copy that is one of many directions
     * shows in the last digits first.
     */
    private static final double CLOSER = 1e-2;

    /** Where restarts begin, a space is completed instead if it could hold so large a part of all directions. */
    private static final int PART = 3;

    private static final int EXTRA = 24;

    /** Where restarts let residuals of double precision end, relative to the norm. */
    private static final double ROUNDING = 0x1p-40;

    /** ε^⅔, relative to the norm: what is below is 0, and needs no smaller residual (as in ARPACK). */
    private static final double SMALL = 0x1p-34;

    /** Length of the noise in a warm start. */
    private static final double NOISE = 1e-2;

    private final RitzSpace space;
    private final double rounding;
    private final double tolerance;
    private final int count;
    private final SplittableRandom random;
    private final boolean warm;
    private final int most;
    private boolean restarted;

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
        this.rounding = Math.max(rounding, ROUNDING);
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
     * @param enough what is below does not matter: pairs far below it, for their residuals, are as good as converged, and so are pairs
     *     above it by more than their residuals; −∞ where all matters
     * @return whether it ended before the budget did
     */
    boolean run(int budget, double enough) {
        while (space.isFinite()) {
            space.solve();
            int open = firstOpen(enough);
            boolean done = open == count && space.products() >= FEWEST;
            if (space.size() >= count && (done || space.size() == space.dimension() || space.products() >= budget)) {
                return done || space.size() == space.dimension();
            }
            if (space.vectors() >= most) {
                if (enough == Double.NEGATIVE_INFINITY && mayComplete(budget)) {
                    space.complete(random);
                    continue;
                }
                space.restart(count + EXTRA / 3);
                restarted = true;
            }
            boolean aside = warm && space.size() == 1;
            boolean grew = aside ? space.expandAside(open, random) : space.expandTowards(open);
            if (!grew && !space.expandByResidual(open)) {
                // The space is invariant, or its pairs are exact: look elsewhere.
                space.expandRandomly(random);
            }
        }
        return false;
    }

    /** Whether the products of all directions that are left, which give every eigenvalue exactly, are no more than a few restarts. */
    private boolean mayComplete(int budget) {
        int n = space.dimension();
        return n <= PART * most && n - space.size() <= budget - space.products();
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
        if (value <= enough) {
            return value + FAR * residual <= enough
                    || residual <= Math.max(CLOSER * tolerance * Math.abs(value), rounding * space.norm());
        }
        boolean clear = enough > Double.NEGATIVE_INFINITY && residual <= value - enough;
        return clear || residual <= accepted(i) && !space.predictsAbove(value + accepted(i), i);
    }

    /** Whether the i-th pair is as good as was asked for. */
    boolean converged(int i) {
        return space.residualNorm(i) <= accepted(i);
    }

    /**
     * The largest residual with which the i-th pair counts as converged: relative to the value, but none smaller can be asked for than what
     * products are off by; and 0, which has no relative one, is not improved by restarts for ever.
     */
    private double accepted(int i) {
        double value = Math.abs(space.values()[i]);
        double zero = Math.min(SMALL, tolerance) * space.norm();
        return Math.max(tolerance * value, Math.max(rounding * space.norm(), restarted && value <= zero ? zero : 0));
    }

    /** What an eigenvalue has to be above to be larger than the last of the pairs, which is known to within its residual. */
    double notAbove() {
        return space.values()[count - 1] + Math.max(space.residualNorm(count - 1), rounding * space.norm());
    }
}
