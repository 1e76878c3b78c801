package org.eoslab.sweep.kernel.scalar;

import org.eoslab.objective.DoubleWell;
import org.eoslab.trajectory.Timeline;

/** Gradient descent in the double well ¼(x² − μ)², x⁺ = x − ηx(x² − μ), with its crossings and cycles of the sharpness 3x² − μ. */
public final class DoubleWellKernel {
    private DoubleWellKernel() {}

    /**
     * What is kept of a run.
     *
     * @param steps steps taken to {@code x}: all of them, or fewer when the next one is not finite
     * @param x the last finite parameter
     * @param time Σ η over those steps
     * @param firstCrossing the first step with a sharpness above 2/η, or −1
     * @param cycles complete cycles
     * @param largestSharpness the largest sharpness
     * @param stepsToLoss the first step with a loss not above the target, or −1
     * @param finite whether the sharpness was a finite number at every step
     */
    public record Summary(
            long steps,
            double x,
            double time,
            long firstCrossing,
            long cycles,
            double largestSharpness,
            long stepsToLoss,
            boolean finite) {}

    /**
     * Runs.
     *
     * @param well the loss
     * @param eta η, positive and finite
     * @param start x at step 0, finite
     * @param steps steps to take, ≥ 0
     * @param targetLoss the loss whose first step is wanted, or NaN
     */
    public static Summary run(DoubleWell well, double eta, double start, long steps, double targetLoss) {
        double mu = well.mu();
        double threshold = 2 / eta;
        double x = start;
        double time = 0;
        double previous = sharpness(x, mu);
        double largest = previous;
        double sum = previous * 0;
        double peak = Double.NEGATIVE_INFINITY;
        boolean rising = true;
        long crossing = previous > threshold ? 0 : -1;
        long reached = well.value(new double[] {x}) <= targetLoss ? 0 : -1;
        long cycles = 0;
        long step = 0;
        while (step < steps) {
            double next = x + -eta * (x * (x * x - mu));
            if (!(next * 0 == 0)) {
                break;
            }
            x = next;
            step++;
            time += eta;
            double sharpness = sharpness(x, mu);
            largest = Math.max(largest, sharpness);
            sum += sharpness * 0;
            if (crossing < 0 && sharpness > threshold) {
                crossing = step;
            }
            double r = x * x - mu;
            if (reached < 0 && 0.25 * r * r <= targetLoss) {
                reached = step;
            }
            boolean nowRising = sharpness > previous;
            if (rising && !nowRising) {
                peak = Math.max(peak, previous);
            } else if (!rising && nowRising && peak - previous > Timeline.JITTER * peak) {
                cycles++;
                peak = Double.NEGATIVE_INFINITY;
            }
            rising = nowRising;
            previous = sharpness;
        }
        return new Summary(step, x, time, crossing, cycles, largest, reached, sum == 0);
    }

    /** 3x² − μ, in the operations of the closed-form eigenvalue: it divides the matrix by its size first. */
    private static double sharpness(double x, double mu) {
        double second = 3 * x * x - mu;
        double size = Math.abs(second);
        return size == 0 ? 0 : second * (1 / size) * size;
    }
}
