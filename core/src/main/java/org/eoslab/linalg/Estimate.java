package org.eoslab.linalg;

/**
 * A number estimated from random samples.
 *
 * @param value the mean of the samples
 * @param standardError their standard deviation over the root of their number; NaN from a single sample
 * @param products operator applications spent
 */
public record Estimate(double value, double standardError, int products) {
    /** The mean of independent samples, with {@code offset} added, which is exact. */
    public static Estimate mean(double offset, double[] samples, int products) {
        double sum = 0;
        for (double sample : samples) {
            sum += sample;
        }
        double mean = sum / samples.length;
        double squares = 0;
        for (double sample : samples) {
            squares += (sample - mean) * (sample - mean);
        }
        double variance = squares / (samples.length - 1);
        return new Estimate(offset + mean, Math.sqrt(variance / samples.length), products);
    }
}
