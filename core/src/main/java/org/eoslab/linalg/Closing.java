package org.eoslab.linalg;

import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * The end of a reading of several pairs: searches of the complement of what it found, each from a random vector, until there is nothing
 * above the last pair by more than that one's residual.
 *
 * @param products what the searches took, besides those of the space itself
 * @param finished whether nothing is above; otherwise products ran out before that was known
 */
record Closing(int products, boolean finished) {
    /** No search: nothing was to be feared. */
    static final Closing NONE = new Closing(0, true);

    /**
     * Closes a search that has ended, and takes in what it missed.
     *
     * @param operator of the space
     * @param count how many pairs are wanted
     * @param tolerance as of the search
     * @param most products in all
     */
    static Closing of(
            SymmetricOperator operator,
            RitzSpace space,
            Search search,
            int count,
            double tolerance,
            int most,
            SplittableRandom random) {
        int spent = 0;
        while (space.isFinite() && space.size() < space.dimension()) {
            int left = most - space.products() - spent;
            if (left < Search.FEWEST) {
                return new Closing(spent, false);
            }
            double above = search.notAbove();
            double[][] found = IntStream.range(0, count).mapToObj(space::vector).toArray(double[][]::new);
            RitzSpace rest = new RitzSpace(new Deflated(operator, found, 2 * space.norm()), LowRank.NONE, 1);
            rest.partOf(space.norm());
            boolean settled = new Search(rest, operator.rounding(), tolerance, 1, random).run(left, above);
            spent += rest.products();
            if (!rest.isFinite() || !(rest.values()[0] > above) || !space.expandAlong(rest.vector(0))) {
                return new Closing(spent, settled);
            }
            search.run(most - spent, Double.NEGATIVE_INFINITY);
        }
        return new Closing(spent, true);
    }
}
