package org.eoslab.model.minimalist.kernel;

import java.util.ArrayList;
import java.util.List;
import org.eoslab.dynamics.State;
import org.eoslab.model.minimalist.dynamics.ClippingRule;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.model.minimalist.kernel.MinimalistKernel.Start;
import org.eoslab.run.Outcome;

/**
 * Runs of one length and kind of clipping, side by side, in chunks of steps.
 *
 * <p>A chunk is taken by the {@link Stepper}, which knows only the plain step. A lane in which something else happened (it
 * diverged, α grew large, or β₁ came near the ends of the exponent's range) goes back to the start of the chunk and takes it
 * singly.
 */
final class Batch {
    /** Steps in a chunk. */
    static final int CHUNK = 128;

    /** Steps in a chunk while some β₁ shrinks fast, near ηλ₁α² = 1. */
    private static final int SHORT_CHUNK = 16;

    /** A shrinkage in a short chunk that lets a full one be tried again: 2⁻²⁵⁶ in that. */
    private static final double SLOW = 0x1p-32;

    /** Where ηλ₁α² stays below this, β₁ grows at most by 2³ a step, so by 2³⁸⁴ in a chunk. */
    private static final double LARGEST_GROWTH = 7;

    /** A significand that ends a chunk above 2⁻⁵⁶⁰ was above 2⁻⁹⁴⁴ all through it: none of its bits were lost. */
    private static final double SMALLEST = 0x1p-560;

    private final Stepper stepper;
    private final Lane[] lanes;
    private final Lanes now;
    private final Lanes before;
    private final long steps;
    private int pace = CHUNK;

    Batch(Stepper stepper, List<Start> starts) {
        this.stepper = stepper;
        this.steps = starts.get(0).steps();
        int width = stepper.width();
        int size = (starts.size() + width - 1) / width * width;
        lanes = new Lane[starts.size()];
        now = new Lanes(size);
        before = new Lanes(size);
        now.rule = starts.get(0).dynamics().clip().getClass();
        for (int i = 0; i < size; i++) {
            now.rest(i);
            if (i < lanes.length) {
                load(i, starts.get(i));
            }
        }
    }

    private void load(int i, Start start) {
        Minimalist model = start.dynamics().model();
        now.lambda1[i] = model.lambda1();
        now.lambda2[i] = model.lambda2();
        now.eta[i] = start.dynamics().eta();
        now.clip[i] = number(start.dynamics().clip());
        // The mirror image (−α, β₁, −β₂) has the same run, mirrored bit for bit; α > 0 is what the plain step knows.
        boolean mirrored = start.parameters()[Minimalist.ALPHA] < 0;
        double side = mirrored ? -1 : 1;
        now.alpha[i] = side * start.parameters()[Minimalist.ALPHA];
        now.significand[i] = start.parameters()[Minimalist.BETA1];
        now.beta2[i] = side * start.parameters()[Minimalist.BETA2];
        now.descent[i] = -1;
        now.crossing[i] = -1;
        lanes[i] = new Lane(start.dynamics(), mirrored);
        now.limit[i] = lanes[i].limit();
        lanes[i].noteCrossing(now, i, 0, now.alpha[i]);
        // A little below, so that rounding here cannot matter; closer to it the exact test decides.
        now.clear[i] = lanes[i].sane ? 0.999 * Math.sqrt(LARGEST_GROWTH / (now.eta[i] * now.lambda1[i])) : -1;
    }

    private static double number(ClippingRule rule) {
        if (rule instanceof ClippingRule.Floor floor) {
            return floor.bound();
        }
        if (rule instanceof ClippingRule.Step step) {
            return step.c();
        }
        return rule instanceof ClippingRule.Norm norm ? norm.c() : -0.0;
    }

    /** Runs to the end. The last step is taken singly, so that the end states are those of single runs in every part. */
    List<LaneSummary> run() {
        long taken = 0;
        while (taken < steps - 1) {
            int chunk = (int) Math.min(pace, steps - 1 - taken);
            advance(taken, chunk);
            taken += chunk;
            if (allRepeat()) {
                taken += (steps - 1 - taken) / chunk * chunk;
            }
        }
        List<LaneSummary> summaries = new ArrayList<>();
        for (int i = 0; i < lanes.length; i++) {
            summaries.add(summary(i, taken));
        }
        return summaries;
    }

    private void advance(long taken, int chunk) {
        before.copyFrom(now);
        for (int i = 0; i < now.size; i++) {
            now.reach[i] = Math.abs(now.alpha[i]);
        }
        now.taken = taken;
        stepper.advance(now, chunk);
        boolean clearlyPlain = allClearlyPlain();
        if (!clearlyPlain && chunk > SHORT_CHUNK && anyLost()) {
            again(taken, chunk);
            return;
        }
        if (chunk <= SHORT_CHUNK) {
            pace = anyShrinksFast() ? SHORT_CHUNK : CHUNK;
        }
        for (int i = 0; !clearlyPlain && i < lanes.length; i++) {
            if (lanes[i].end == null && !isClearlyPlain(i)) {
                settle(i, taken, chunk);
            }
        }
        for (int i = 0; i < now.size; i++) {
            now.largest[i] = Math.max(now.largest[i], now.reach[i]);
        }
    }

    /** Does what a lane needs at the end of a chunk that was not clearly plain. */
    private void settle(int i, long taken, int chunk) {
        Lane lane = lanes[i];
        if (isPlain(i)) {
            lane.renormalise(now, i);
            return;
        }
        now.restore(i, before);
        lane.advance(now, i, taken, chunk);
        now.reach[i] = reach(i);
    }

    /** Takes a chunk again in shorter ones. */
    private void again(long taken, int chunk) {
        now.copyFrom(before);
        for (int done = 0; done < chunk; done += SHORT_CHUNK) {
            advance(taken + done, Math.min(SHORT_CHUNK, chunk - done));
        }
    }

    /** Whether a significand has left the range in which it keeps its bits. */
    private boolean anyLost() {
        boolean any = false;
        for (int i = 0; i < lanes.length; i++) {
            any |= Math.abs(now.significand[i]) < SMALLEST && Math.abs(before.significand[i]) >= SMALLEST;
        }
        return any;
    }

    /** Whether a β₁ has shrunk too fast in a short chunk for a full one. */
    private boolean anyShrinksFast() {
        boolean any = false;
        for (int i = 0; i < lanes.length; i++) {
            any |= Math.abs(now.significand[i]) < SLOW * Math.abs(before.significand[i]);
        }
        return any;
    }

    /** The largest |α| of the chunk. */
    private double reach(int i) {
        return Math.max(now.reach[i], Math.abs(now.alpha[i]));
    }

    /** Whether all lanes pass the quick test; brings {@code reach} up to the end of the chunk. */
    private boolean allClearlyPlain() {
        boolean all = true;
        for (int i = 0; i < now.size; i++) {
            now.reach[i] = reach(i);
            all &= isClearlyPlain(i);
        }
        return all;
    }

    /** A quick test that most lanes pass in most chunks; it implies {@link #isPlain} and a significand in range. */
    private boolean isClearlyPlain(int i) {
        double size = Math.abs(now.significand[i]);
        return now.reach[i] <= Math.min(now.clear[i], now.limit[i])
                & size >= Lane.LOW
                & size <= Lane.HIGH
                & Math.abs(before.significand[i]) >= Lane.LOW
                & Math.abs(now.beta2[i]) <= Double.MAX_VALUE
                & before.alpha[i] > 0;
    }

    /** Whether nothing happened in the chunk that the plain step does not know. */
    private boolean isPlain(int i) {
        double alpha = now.alpha[i];
        double beta1 = now.significand[i];
        double reach = now.reach[i];
        double start = Math.abs(before.significand[i]);
        return lanes[i].sane
                && (alpha + beta1 + now.beta2[i]) * 0 == 0
                && now.eta[i] * now.lambda1[i] * reach * reach <= LARGEST_GROWTH
                && (start == 0 || (start >= SMALLEST && Math.abs(beta1) >= SMALLEST))
                && reach <= now.limit[i]
                && (before.alpha[i] > 0 || now.rule != ClippingRule.Floor.class);
    }

    /**
     * Whether every lane has ended or come back to where it was a chunk ago, with α at rest and a β₁ that is 0 as a double and
     * shrinks on: then it will after any number of chunks.
     */
    private boolean allRepeat() {
        for (int i = 0; i < lanes.length; i++) {
            double growth = now.eta[i] * now.lambda1[i] * now.alpha[i] * now.alpha[i];
            boolean repeats = now.alpha[i] == before.alpha[i]
                    && now.reach[i] == Math.abs(now.alpha[i])
                    && now.beta2[i] == before.beta2[i]
                    && before.significand[i] * before.scale[i] == 0
                    && growth > 0x1p-20
                    && growth < 2 - 0x1p-20;
            if (lanes[i].end == null && !repeats) {
                return false;
            }
        }
        return true;
    }

    private LaneSummary summary(int i, long taken) {
        Lane lane = lanes[i];
        State end = lane.end;
        if (end == null) {
            now.reach[i] = Math.abs(now.alpha[i]);
            end = lane.advance(now, i, taken, steps - taken);
        }
        if (lane.mirrored) {
            end.parameters()[Minimalist.ALPHA] *= -1;
            end.parameters()[Minimalist.BETA2] *= -1;
        }
        double largest = Math.max(now.largest[i], reach(i));
        return new LaneSummary(
                lane.end == null ? Outcome.COMPLETED : Outcome.DIVERGED,
                end,
                now.crossing[i],
                (long) now.cycles[i],
                lane.dynamics.model().lambda1() * (largest * largest));
    }
}
