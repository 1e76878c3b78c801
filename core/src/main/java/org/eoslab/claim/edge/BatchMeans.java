package org.eoslab.claim.edge;

import java.util.Arrays;
import org.eoslab.claim.RunClaim;
import org.eoslab.linalg.Estimate;

/**
 * The mean of an autocorrelated series with a 95 % interval, by batch means: the series is cut into {@value #BATCHES} batches of consecutive values, whose means are nearly independent where a
 * batch is longer than the correlation, and have Student's interval. What {@value #BATCHES} does not divide is left out at the start.
 *
 * @param mean the mean over all batches
 * @param halfWidth half the width of the interval
 * @param size values in a batch
 * @param correlation between the means of successive batches: near 0, or below, where the batches are long enough
 */
public record BatchMeans(double mean, double halfWidth, int size, double correlation) {
    /** Batches. */
    public static final int BATCHES = 10;

    /** The fewest values that have an interval: two a batch. */
    public static final int FEWEST = 2 * BATCHES;

    /** The 97.5 % quantile of Student's distribution with nine degrees of freedom. */
    private static final double STUDENT = 2.262157162740992;

    /** From at least {@value #FEWEST} values in their order. */
    public static BatchMeans of(double[] series) {
        if (series.length < FEWEST) {
            throw new IllegalArgumentException(series.length + " values: must be at least " + FEWEST);
        }
        int size = series.length / BATCHES;
        int first = series.length % BATCHES;
        double[] means = new double[BATCHES];
        for (int i = 0; i < BATCHES; i++) {
            int from = first + i * size;
            means[i] = Arrays.stream(series, from, from + size).sum() / size;
        }
        Estimate estimate = Estimate.mean(0, means, 0);
        return new BatchMeans(estimate.value(), STUDENT * estimate.standardError(), size, correlation(means));
    }

    /** The correlation of neighbours, 0 of equal numbers. */
    private static double correlation(double[] numbers) {
        double mean = Arrays.stream(numbers).sum() / numbers.length;
        double squares = 0;
        double products = 0;
        for (int i = 0; i < numbers.length; i++) {
            squares += (numbers[i] - mean) * (numbers[i] - mean);
            products += i == 0 ? 0 : (numbers[i] - mean) * (numbers[i - 1] - mean);
        }
        return squares == 0 ? 0 : products / squares;
    }

    /** The interval's ends less a number: how far it is from it at most. */
    double farthestFrom(double number) {
        return Math.abs(mean - number) + halfWidth;
    }

    /** How far the interval is from a number at least; 0 where it holds it. */
    double nearestTo(double number) {
        return Math.max(0, Math.abs(mean - number) - halfWidth);
    }

    /** The mean with its interval, and how it was made. */
    String words() {
        return RunClaim.format(
                "%.4g ± %.2g (95 %%, means of %d batches of %d readings, whose correlation is %.2f)",
                mean, halfWidth, BATCHES, size, correlation);
    }
}
