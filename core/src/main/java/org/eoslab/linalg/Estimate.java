package org.eoslab.linalg;

/**
 * A number estimated from random samples.
 *
 * @param value the mean of the samples
 * @param standardError their standard deviation over the root of their number; NaN from a single sample
 * @param products operator applications spent
 */
public record Estimate(double value, double standardError, int products) {
    /** Binary exponents whose squares, and sums of them, are ordinary doubles. */
    private static final int ORDINARY = 400;

    /** The mean of independent samples, with {@code offset} added, which is exact. */
    public static Estimate mean(double offset, double[] samples, int products) {
        int exponent = Vectors.exponent(samples);
        if (Math.abs(exponent) <= ORDINARY) {
            return ordinary(offset, samples, products);
        }
        // Squares of such samples overflow or vanish; dividing by a power of two is exact.
        double[] scaled = samples.clone();
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] = Math.scalb(scaled[i], -exponent);
        }
        Estimate estimate = ordinary(0, scaled, products);
        return new Estimate(
                offset + Math.scalb(estimate.value, exponent), Math.scalb(estimate.standardError, exponent), products);
    }

    private static Estimate ordinary(double offset, double[] samples, int products) {
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
