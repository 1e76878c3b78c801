package org.eoslab.sweep.kernel;

import java.util.Optional;
import org.eoslab.dynamics.State;
import org.eoslab.objective.SharpnessEstimate;
import org.eoslab.run.Timeline;
import org.eoslab.sweep.kernel.Walk.Point;

/**
 * Gradient descent on a loss of few parameters, with its crossings and cycles of the sharpness.
 *
 * <p>What is wanted of most readings is a comparison: with the threshold, with the last one, with the largest. Where the loss has a
 * {@link SharpnessEstimate} its error decides whether the comparison is clear; only where it is not are the two readings made as
 * a single run makes them. So every decision, and every number that is kept, is that of exact readings.
 */
public final class SmallKernel {
    /** Of two readings a and b, both may be wrong by ERROR: |a| + |b| &lt; 3|a| where they are close. */
    private static final double SLACK = 3;

    private SmallKernel() {}

    /**
     * What is kept of a run.
     *
     * @param end the last finite state, without a reading
     * @param firstCrossing the first step with a sharpness above the threshold, or −1
     * @param cycles complete cycles
     * @param largestSharpness the largest sharpness
     * @param stepsToLoss the first step with a loss not above the target, or −1
     */
    public record Summary(State end, long firstCrossing, long cycles, double largestSharpness, long stepsToLoss) {}

    /**
     * Runs; empty when a reading is not a finite number.
     *
     * @param walk at its start, where every parameter is finite
     * @param steps steps to take, ≥ 0
     * @param targetLoss the loss whose first step is wanted, or NaN
     */
    public static Optional<Summary> run(Walk walk, long steps, double targetLoss) {
        double error = SLACK * walk.error();
        double previous = Double.NEGATIVE_INFINITY;
        double largest = Double.NEGATIVE_INFINITY;
        double peak = Double.NEGATIVE_INFINITY;
        boolean rising = true;
        boolean seeking = !Double.isNaN(targetLoss);
        long crossing = -1;
        long reached = -1;
        long cycles = 0;
        while (true) {
            double now = walk.sharpness();
            if (!(now * 0 == 0)) {
                return Optional.empty();
            }
            if (crossing < 0) {
                double threshold = walk.threshold();
                if (isOpen(now, threshold, error)) {
                    now = walk.exact(Point.NOW, now);
                }
                crossing = now > threshold ? walk.steps() : -1;
            }
            if (seeking && walk.loss() <= targetLoss) {
                reached = walk.steps();
                seeking = false;
            }
            if (isOpen(now, largest, error)) {
                now = walk.exact(Point.NOW, now);
                largest = walk.exact(Point.LARGEST, largest);
            }
            if (now > largest) {
                walk.keep(Point.NOW, Point.LARGEST);
                largest = now;
            }
            if (isOpen(now, previous, error)) {
                now = walk.exact(Point.NOW, now);
                previous = walk.exact(Point.PREVIOUS, previous);
            }
            if (now == previous) {
                walk.rest(steps);
            }
            boolean nowRising = now > previous;
            if (rising != nowRising) {
                double leastPeak = previous + Timeline.JITTER * peak;
                if (rising ? isOpen(previous, peak, error) : isOpen(peak, leastPeak, 2 * error)) {
                    previous = walk.exact(Point.PREVIOUS, previous);
                    peak = walk.exact(Point.PEAK, peak);
                }
                if (rising && previous > peak) {
                    walk.keep(Point.PREVIOUS, Point.PEAK);
                    peak = previous;
                } else if (!rising && peak - previous > Timeline.JITTER * peak) {
                    cycles++;
                    peak = Double.NEGATIVE_INFINITY;
                }
            }
            rising = nowRising;
            previous = now;
            if (walk.steps() >= steps || !walk.step()) {
                break;
            }
        }
        return Optional.of(new Summary(walk.end(), crossing, cycles, walk.exact(Point.LARGEST, largest), reached));
    }

    /** Whether two readings are so close that their errors leave open which one is larger; never where they have none. */
    private static boolean isOpen(double a, double b, double error) {
        return Math.abs(a - b) < error * Math.abs(a);
    }
}
