package org.eoslab.model.minimalist.kernel;

import org.eoslab.model.minimalist.dynamics.ClippingRule;
import org.eoslab.run.Timeline;

/**
 * What a chunk of steps reads and changes, one array element a lane; the lanes share the kind of their clipping rule.
 *
 * <p>β₁ = significand·scale with scale = 2^(512·k), as in {@link org.eoslab.model.minimalist.dynamics.MinimalistDescent}; k stays the same for a
 * chunk. Between two turns of α its size is monotone, so what depends on the extremes of |α| is kept at the turns alone.
 */
final class Lanes {
    final int size;
    final double[] lambda1;
    final double[] lambda2;
    final double[] eta;

    /** The clipping rule's number: the floor of α (−0.0 for no clipping: below every α in the order of the bits) or c. */
    final double[] clip;

    final double[] alpha;
    final double[] significand;
    final double[] beta2;
    final double[] scale;

    /** α less α⁺ in the last step: its sign bit is set while α rises. */
    final double[] descent;

    /** The largest |α| at a peak of the cycle, 0 before there is one. */
    final double[] peak;

    /** The largest |α| at a turn of this chunk. */
    final double[] reach;

    /** The largest |α| of the chunks before. */
    final double[] largest;

    /** Complete cycles. */
    final double[] cycles;

    /** The largest α at which λ₁α² does not exceed 2/η; infinite once it has, and where that is looked for step by step. */
    final double[] limit;

    /** A bound on |α| below which β₁ does not grow too fast for plain steps; −1 when that may never be taken for granted. */
    final double[] clear;

    /** The first step with λ₁α² &gt; 2/η, or −1. */
    final long[] crossing;

    /** The step at which the chunk starts. */
    long taken;

    Class<? extends ClippingRule> rule = ClippingRule.None.class;

    Lanes(int size) {
        this.size = size;
        lambda1 = new double[size];
        lambda2 = new double[size];
        eta = new double[size];
        clip = new double[size];
        alpha = new double[size];
        significand = new double[size];
        beta2 = new double[size];
        scale = new double[size];
        descent = new double[size];
        peak = new double[size];
        reach = new double[size];
        largest = new double[size];
        cycles = new double[size];
        limit = new double[size];
        clear = new double[size];
        crossing = new long[size];
    }

    /** Copies what a chunk changes from {@code other}, of the same size. */
    void copyFrom(Lanes other) {
        copy(other.alpha, alpha);
        copy(other.significand, significand);
        copy(other.beta2, beta2);
        copy(other.scale, scale);
        copy(other.descent, descent);
        copy(other.peak, peak);
        copy(other.cycles, cycles);
        copy(other.limit, limit);
        System.arraycopy(other.crossing, 0, crossing, 0, size);
    }

    /** Puts a lane back to what it was in {@code earlier}. */
    void restore(int lane, Lanes earlier) {
        alpha[lane] = earlier.alpha[lane];
        significand[lane] = earlier.significand[lane];
        beta2[lane] = earlier.beta2[lane];
        scale[lane] = earlier.scale[lane];
        descent[lane] = earlier.descent[lane];
        peak[lane] = earlier.peak[lane];
        cycles[lane] = earlier.cycles[lane];
        limit[lane] = earlier.limit[lane];
        crossing[lane] = earlier.crossing[lane];
        reach[lane] = Math.abs(earlier.alpha[lane]);
    }

    private void copy(double[] from, double[] to) {
        System.arraycopy(from, 0, to, 0, size);
    }

    /** Makes a lane stay where it is for ever, at a positive α below any other: its run has ended. */
    void rest(int lane) {
        lambda1[lane] = 1;
        lambda2[lane] = 0.5;
        eta[lane] = 0;
        alpha[lane] = Double.MIN_NORMAL;
        significand[lane] = 1;
        beta2[lane] = 1;
        scale[lane] = 1;
        descent[lane] = 0;
        limit[lane] = Double.POSITIVE_INFINITY;
        clear[lane] = Double.POSITIVE_INFINITY;
    }

    /** Takes note of what happened in the step that ended at step {@code step}: from α and the descent before it. */
    void note(int lane, double alphaBefore, double descentBefore, long step) {
        if (turned(descentBefore, descent[lane])) {
            turn(lane, alphaBefore, rises(descentBefore));
        }
        if (alpha[lane] > limit[lane]) {
            cross(lane, step);
        }
    }

    /** Takes note of the first crossing of 2/η. */
    void cross(int lane, long step) {
        crossing[lane] = step;
        limit[lane] = Double.POSITIVE_INFINITY;
    }

    /** Takes note that α turns at {@code turning}, downwards when it was {@code rising}. */
    void turn(int lane, double turning, boolean rising) {
        double size = Math.abs(turning);
        reach[lane] = Math.max(reach[lane], size);
        if (rising) {
            peak[lane] = Math.max(peak[lane], size);
            return;
        }
        double high = lambda1[lane] * (peak[lane] * peak[lane]);
        double low = lambda1[lane] * (size * size);
        if (high - low > Timeline.JITTER * high) {
            cycles[lane]++;
            peak[lane] = 0;
        }
    }

    /** Whether the sign bits differ: α has turned between the two steps. */
    static boolean turned(double descentBefore, double descent) {
        return (Double.doubleToRawLongBits(descentBefore) ^ Double.doubleToRawLongBits(descent)) < 0;
    }

    /** Whether a descent has its sign bit set. */
    static boolean rises(double descent) {
        return Double.doubleToRawLongBits(descent) < 0;
    }
}
