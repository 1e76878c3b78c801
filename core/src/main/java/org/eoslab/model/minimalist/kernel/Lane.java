package org.eoslab.model.minimalist.kernel;

import org.eoslab.dynamics.State;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;
import org.jspecify.annotations.Nullable;

/** What one run of a batch keeps outside the arrays, and its steps taken singly. */
final class Lane {
    /** Above this η the products of the step could leave the range of doubles on one scale of β₁ and not on another. */
    private static final double LARGEST_ETA = 0x1p60;

    /** Thresholds of α² below this, or above its inverse, are left to single steps. */
    private static final double SMALLEST_SQUARE = 0x1p-400;

    /** 2^512, a block of the exponent of β₁. */
    private static final double BLOCK = 0x1p512;

    /** Below it the significand of β₁ moves to the next block at the end of a chunk. */
    static final double LOW = 0x1p-256;

    /** Above it the significand moves back. */
    static final double HIGH = 0x1p256;

    final MinimalistDescent dynamics;
    final boolean mirrored;
    final double threshold;
    final boolean sane;
    int blocks;

    /** The end of a run that diverged, null before. */
    @Nullable
    State end;

    Lane(MinimalistDescent dynamics, boolean mirrored) {
        this.dynamics = dynamics;
        this.mirrored = mirrored;
        this.threshold = 2 / dynamics.eta();
        double square = threshold / dynamics.model().lambda1();
        this.sane = dynamics.eta() <= LARGEST_ETA && square > SMALLEST_SQUARE && square < 1 / SMALLEST_SQUARE;
    }

    /** The largest α for which {@link #above} does not hold; infinite when such numbers are out of the kernel's range. */
    double limit() {
        if (!sane) {
            return Double.POSITIVE_INFINITY;
        }
        double limit = Math.sqrt(threshold / dynamics.model().lambda1());
        while (above(limit)) {
            limit = Math.nextDown(limit);
        }
        while (!above(Math.nextUp(limit))) {
            limit = Math.nextUp(limit);
        }
        return limit;
    }

    /** Whether λ₁α² exceeds 2/η, in the operations of the run's column. */
    boolean above(double alpha) {
        return dynamics.model().lambda1() * (alpha * alpha) > threshold;
    }

    /** The power of two that the significand of β₁ is multiplied by; 0 for three blocks and more, where β₁² is 0 in doubles. */
    double scale() {
        return blocks < -2 ? 0 : Math.scalb(1.0, blocks * MinimalistDescent.BLOCK_BITS);
    }

    /** Takes note of the first crossing of 2/η, on either side. */
    void noteCrossing(Lanes lanes, int i, long step, double alpha) {
        if (lanes.crossing[i] < 0 && above(alpha)) {
            lanes.cross(i, step);
        }
    }

    private State state(Lanes lanes, int i, long step) {
        double[] parameters = {lanes.alpha[i], lanes.significand[i] * lanes.scale[i], lanes.beta2[i]};
        double[] memory = new double[4];
        memory[MinimalistDescent.SIGNIFICAND] = lanes.significand[i];
        memory[MinimalistDescent.BLOCKS] = blocks;
        memory[MinimalistDescent.CROSSED] = lanes.crossing[i] >= 0 ? 1 : 0;
        return new State(parameters, memory, step, step * dynamics.eta());
    }

    /**
     * Takes steps singly from the state in the arrays, which stands at step {@code taken}, and puts the new state there. When the
     * run diverges, it ends in its last finite state and the lane comes to rest.
     */
    State advance(Lanes lanes, int i, long taken, long steps) {
        State state = state(lanes, i, taken);
        double[] w = state.parameters();
        while (state.step() < taken + steps) {
            double alpha = w[Minimalist.ALPHA];
            dynamics.step(state);
            if (!state.isFinite()) {
                return diverge(lanes, i, taken, state.step() - 1);
            }
            double descent = alpha - w[Minimalist.ALPHA];
            if (Lanes.turned(lanes.descent[i], descent)) {
                lanes.turn(i, alpha, Lanes.rises(lanes.descent[i]));
            }
            lanes.descent[i] = descent;
            noteCrossing(lanes, i, state.step(), w[Minimalist.ALPHA]);
        }
        lanes.alpha[i] = w[Minimalist.ALPHA];
        lanes.beta2[i] = w[Minimalist.BETA2];
        lanes.significand[i] = state.memory()[MinimalistDescent.SIGNIFICAND];
        blocks = (int) state.memory()[MinimalistDescent.BLOCKS];
        lanes.scale[i] = scale();
        return state;
    }

    /** Ends the run in its last finite state, at step {@code last}. */
    private State diverge(Lanes lanes, int i, long taken, long last) {
        State state = state(lanes, i, taken);
        while (state.step() < last) {
            dynamics.step(state);
        }
        end = state;
        lanes.reach[i] = Math.max(lanes.reach[i], Math.abs(state.parameters()[Minimalist.ALPHA]));
        lanes.rest(i);
        return state;
    }

    /** Moves the significand back towards the middle of the range of doubles: a power of two costs no bits. */
    void renormalise(Lanes lanes, int i) {
        double size = Math.abs(lanes.significand[i]);
        if (size < LOW && size > 0) {
            lanes.significand[i] *= BLOCK;
            blocks--;
        } else if (blocks < 0 && size > HIGH) {
            lanes.significand[i] /= BLOCK;
            blocks++;
        } else {
            return;
        }
        lanes.scale[i] = scale();
    }
}
