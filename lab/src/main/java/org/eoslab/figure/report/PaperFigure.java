package org.eoslab.figure.report;

import java.util.List;
import java.util.Optional;
import org.eoslab.claim.Finding;
import org.eoslab.claim.Verdict;
import org.eoslab.plot.Figure;

/**
 * A figure of the paper as it came out here.
 *
 * @param name its number in the paper, or the name of one that is ours
 * @param settings the settings that it was made with, a line each, as they stand in the picture
 * @param caption what it shows and what to look for
 * @param evidence the claims behind it
 * @param figure the picture
 * @param space its trajectories in space, for the report to turn; empty for a flat figure
 */
public record PaperFigure(
        String name, String settings, String caption, List<Finding> evidence, Figure figure, Optional<Space> space) {
    /** A flat figure. */
    public PaperFigure(String name, String settings, String caption, List<Finding> evidence, Figure figure) {
        this(name, settings, caption, evidence, figure, Optional.empty());
    }

    /** Whether every claim behind it holds. */
    public boolean seen() {
        return evidence.stream().allMatch(f -> f.verdict() == Verdict.HOLDS);
    }

    /** The command that makes it again. */
    private static String command(String name, Size size) {
        return "eos figures " + name + size.option();
    }

    /** The same with its settings, and the command that makes it again, in the picture and in the report. */
    public PaperFigure labelled(Size size) {
        String label = settings + "\n" + "made by: " + command(name, size);
        return new PaperFigure(name, label, caption, evidence, figure.subtitled(label), space);
    }

    /** How a figure is made. */
    @FunctionalInterface
    public interface Recipe {
        /**
         * Makes it.
         *
         * @param size of the computation
         */
        PaperFigure make(Size size);
    }
}
