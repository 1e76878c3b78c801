package org.eoslab.experiment;

import java.util.List;
import java.util.Optional;
import org.eoslab.claim.Certificate;
import org.eoslab.run.Outcome;

/**
 * What a sweep keeps of one run.
 *
 * @param outcome how the loop ended
 * @param columns the names of the run's columns, which depend on its settings where those say how many parameters there are
 * @param last their values at the last finite step
 * @param firstCrossing the first step with the curvature above the threshold, or −1
 * @param cycles complete cycles
 * @param largestCurvature the largest of the curvature that the timeline follows
 * @param relativeCurvature the last of it over the stability threshold
 * @param relativeLoss the last loss over the first
 * @param stepsToLoss the first step with a loss not above the target, or −1
 * @param certificate the convergence certificate, if there is one
 */
public record RunResult(
        Outcome outcome,
        List<String> columns,
        double[] last,
        long firstCrossing,
        long cycles,
        double largestCurvature,
        double relativeCurvature,
        double relativeLoss,
        long stepsToLoss,
        Optional<Certificate> certificate) {
    /** The same with another row. */
    public RunResult withRow(List<String> otherColumns, double[] row) {
        return new RunResult(
                outcome,
                otherColumns,
                row,
                firstCrossing,
                cycles,
                largestCurvature,
                relativeCurvature,
                relativeLoss,
                stepsToLoss,
                certificate);
    }

    /** Steps taken; where the run diverged, the one that was finite no more is among them. */
    public long steps() {
        return (long) last[0] + (outcome == Outcome.DIVERGED ? 1 : 0);
    }

    /** The last value of a column, NaN where this run has none of that name. */
    public double last(String column) {
        int place = columns.indexOf(column);
        return place < 0 ? Double.NaN : last[place];
    }
}
