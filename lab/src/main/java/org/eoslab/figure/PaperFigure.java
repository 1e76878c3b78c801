package org.eoslab.figure;

import java.util.List;
import java.util.Optional;
import org.eoslab.claim.Finding;
import org.eoslab.claim.Verdict;
import org.eoslab.plot.Figure;

/**
 * A figure of the paper as it came out here.
 *
 * @param number its number in the paper
 * @param caption what it shows and what to look for
 * @param evidence the claims behind it
 * @param figure the picture
 * @param space its trajectories in space, for the report to turn; empty for a flat figure
 */
public record PaperFigure(int number, String caption, List<Finding> evidence, Figure figure, Optional<Space> space) {
    /** A flat figure. */
    PaperFigure(int number, String caption, List<Finding> evidence, Figure figure) {
        this(number, caption, evidence, figure, Optional.empty());
    }

    /** Whether every claim behind it holds. */
    public boolean seen() {
        return evidence.stream().allMatch(f -> f.verdict() == Verdict.HOLDS);
    }

    /** How a figure is made. */
    @FunctionalInterface
    interface Recipe {
        /**
         * Makes it.
         *
         * @param quick whether a smaller computation is to do
         */
        PaperFigure make(boolean quick);
    }
}
