package org.eoslab.torch.data;

import java.util.Arrays;

/**
 * A mean and a deviation of each number of an example.
 *
 * @param mean what is taken off
 * @param deviation what the rest is divided by, positive
 */
@SuppressWarnings("ArrayRecordComponent")
record Scale(double[] mean, double[] deviation) {
    /** A deviation below so many times the largest number is rounding: such a number never changes, and is not divided. */
    private static final double ROUNDING = 1e-12;

    /** What leaves numbers as they are. */
    static Scale none(int length) {
        double[] ones = new double[length];
        Arrays.fill(ones, 1);
        return new Scale(new double[length], ones);
    }

    /** The mean and the population deviation over some examples. */
    static Scale of(Values values, int... examples) {
        int length = values.length();
        double[] mean = new double[length];
        double[] deviation = new double[length];
        double[] largest = new double[length];
        double[] one = new double[length];
        for (int index : examples) {
            values.read(index, one);
            for (int i = 0; i < length; i++) {
                mean[i] += one[i] / examples.length;
                largest[i] = Math.max(largest[i], Math.abs(one[i]));
            }
        }
        for (int index : examples) {
            values.read(index, one);
            for (int i = 0; i < length; i++) {
                double d = one[i] - mean[i];
                deviation[i] += d * d / examples.length;
            }
        }
        for (int i = 0; i < length; i++) {
            double spread = Math.sqrt(deviation[i]);
            deviation[i] = spread > ROUNDING * largest[i] ? spread : 1;
        }
        return new Scale(mean, deviation);
    }

    void apply(double[] numbers) {
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = (numbers[i] - mean[i]) / deviation[i];
        }
    }
}
