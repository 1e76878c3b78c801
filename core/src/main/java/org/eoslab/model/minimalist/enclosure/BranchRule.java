package org.eoslab.model.minimalist.enclosure;

import java.math.BigDecimal;
import org.eoslab.interval.Interval;
import org.eoslab.interval.Sign;

/** Decides what the clipping rule makes of a step. */
record BranchRule(EnclosedDescent descent) {
    /**
     * The branch of a step.
     *
     * @param free α⁺ − α without clipping, of sign {@code direction}
     * @param curvature ηλ₁α²
     */
    Branch branch(EnclosedState state, Interval free, Sign direction, Interval curvature) throws UndecidedException {
        ExactSettings settings = descent.settings();
        if (settings.clip() instanceof ExactClip.Floor) {
            boolean inward = direction == (settings.side() < 0 ? Sign.POSITIVE : Sign.NEGATIVE);
            return inward && !atZero(state) ? atFloor(state, state.alpha().plus(free), curvature) : Branch.FREE;
        }
        if (settings.clip() instanceof ExactClip.Step rule) {
            BigDecimal first = settings.eta().multiply(settings.firstChange()).abs();
            Interval length = direction == Sign.NEGATIVE ? free.negate() : free;
            Sign beyond = state.decide(
                    "whether the step of α is clipped",
                    Sign.of(first.subtract(rule.c())),
                    length.minus(descent.longest().orElseThrow()));
            return beyond != Sign.POSITIVE ? Branch.FREE : direction == Sign.POSITIVE ? Branch.UP : Branch.DOWN;
        }
        if (settings.clip() instanceof ExactClip.Norm rule) {
            Interval longest = descent.norm().orElseThrow().longest();
            Sign beyond = state.decide(
                    "whether the gradient is clipped",
                    Sign.of(settings.gradientSquare().subtract(rule.c().pow(2))),
                    square(state, free).minus(longest.square()));
            return beyond == Sign.POSITIVE ? Branch.SCALED : Branch.FREE;
        }
        return Branch.FREE;
    }

    /** α⁺ − α. */
    Interval change(EnclosedState state, Interval free, Branch branch) {
        return switch (branch) {
            case FREE -> free;
            case FLOOR ->
                state.atFloor() ? descent.zero() : descent.floor().orElseThrow().minus(state.alpha());
            case HELD -> descent.zero();
            case UP -> descent.longest().orElseThrow();
            case DOWN -> descent.longest().orElseThrow().negate();
            case SCALED ->
                descent.norm().orElseThrow().scale(square(state, free)).times(free);
        };
    }

    private Interval square(EnclosedState state, Interval free) {
        Interval stepBeta2 = descent.stepBeta2(state.alpha(), state.beta2());
        return descent.norm().orElseThrow().square(free, stepBeta2, state.alpha(), state.oscillation());
    }

    /** The branch of a step that would bring α to {@code target}, nearer to 0, with a floor. */
    private Branch atFloor(EnclosedState state, Interval target, Interval curvature) throws UndecidedException {
        if (state.atFloor()) {
            return Branch.FLOOR;
        }
        ExactSettings settings = descent.settings();
        Sign position = state.decide(
                "whether |α| is above the floor",
                settings.floorPosition(),
                curvature.minus(descent.kappa().orElseThrow()));
        if (position != Sign.POSITIVE) {
            return Branch.HELD;
        }
        Interval left = target.minus(descent.floor().orElseThrow());
        Sign beyond = state.decide("whether the floor acts", settings.side() < 0 ? left.negate() : left);
        return beyond == Sign.NEGATIVE ? Branch.FLOOR : Branch.FREE;
    }

    /** Whether α is 0, which it can be at the start alone: nothing holds it there. */
    private boolean atZero(EnclosedState state) {
        return state.step() == 0 && descent.settings().alpha().signum() == 0;
    }
}
