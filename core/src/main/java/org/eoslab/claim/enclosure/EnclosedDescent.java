package org.eoslab.claim.enclosure;

import java.math.BigDecimal;
import java.util.Optional;
import org.eoslab.interval.Interval;
import org.eoslab.interval.Sign;

/**
 * Gradient descent in intervals of a given precision. With u = ηλ₁, v = ηλ₂, B = uβ₁² and ρ = 1 − αβ₂ a step is
 *
 * <pre>
 * α⁺ = α(1 − B − vβ₂²) + vβ₂      β₂⁺ = β₂(1 − vα²) + vα      B⁺ = (1 − uα²)²B
 * </pre>
 *
 * and with the floor F = √(κ/u), α⁺ = max(that, min(α, F)). A form with one occurrence of the variable that contracts keeps the
 * widths small. After a clipped step α <em>is</em> F: the state says so, uα² is then κ itself, and whether the next step is
 * clipped too is the sign of vβ₂ρ − FB. At the start, where equality can be meant, the decisions are made in exact arithmetic.
 */
public final class EnclosedDescent {
    private final ExactSettings settings;
    private final int bits;
    private final Interval one;
    private final Interval two;
    private final Interval u;
    private final Interval v;
    private final Optional<Interval> kappa;
    private final Optional<Interval> floor;

    /** Of {@code settings}, with {@code bits} significant bits. */
    public EnclosedDescent(ExactSettings settings, int bits) {
        this.settings = settings;
        this.bits = bits;
        one = Interval.of(1, bits);
        two = Interval.of(2, bits);
        u = enclose(settings.u());
        v = enclose(settings.v());
        kappa = settings.kappa().map(this::enclose);
        floor = kappa.map(k -> k.dividedBy(u).sqrt());
    }

    /** A decimal number at this precision. */
    public Interval enclose(BigDecimal value) {
        return Interval.of(value, bits);
    }

    /** The exact settings. */
    public ExactSettings settings() {
        return settings;
    }

    /** 1. */
    public Interval one() {
        return one;
    }

    /** 2. */
    public Interval two() {
        return two;
    }

    /** u = ηλ₁. */
    public Interval u() {
        return u;
    }

    /** v = ηλ₂. */
    public Interval v() {
        return v;
    }

    /** κ, or empty without a floor. */
    public Optional<Interval> kappa() {
        return kappa;
    }

    /** The start. */
    public EnclosedState start() {
        Interval beta1 = enclose(settings.beta1());
        boolean atFloor = settings.kappa().isPresent() && positionAtStart() == Sign.ZERO;
        return new EnclosedState(
                0, enclose(settings.alpha()), enclose(settings.beta2()), u.times(beta1.square()), atFloor);
    }

    /**
     * The step from {@code state}, everything decided.
     *
     * @throws UndecidedException when the enclosures are too wide for that
     */
    public EnclosedStep step(EnclosedState state) throws UndecidedException {
        Interval alpha = state.alpha();
        Interval beta2 = state.beta2();
        Interval residual = one.minus(alpha.times(beta2));
        Interval curvature = state.atFloor() ? kappa.orElseThrow() : u.times(alpha.square());
        boolean above = decide(
                        state,
                        "whether ηλ₁α² exceeds 2",
                        sign(settings.curvature().subtract(BigDecimal.valueOf(2))),
                        curvature.minus(two))
                == Sign.POSITIVE;
        // The unclipped change, in a form that keeps its sign, and where it leads, in a form that keeps the width
        // small.
        Interval free = v.times(beta2).times(residual).minus(alpha.times(state.oscillation()));
        Sign freeSign = decide(state, "whether α increases", sign(settings.firstChange()), free);
        Interval target = alpha.times(one.minus(state.oscillation()).minus(v.times(beta2.square())))
                .plus(v.times(beta2));
        Interval nextAlpha = target;
        Interval change = free;
        Sign direction = freeSign;
        boolean nextAtFloor = false;
        if (floor.isPresent() && freeSign == Sign.NEGATIVE) {
            Sign position = state.atFloor() ? Sign.ZERO : position(state, curvature);
            if (position != Sign.POSITIVE) {
                nextAlpha = alpha;
                nextAtFloor = state.atFloor();
                change = alpha.times(Interval.of(0, bits));
                direction = Sign.ZERO;
            } else if (decide(state, "whether the floor acts", target.minus(floor.get())) == Sign.NEGATIVE) {
                nextAlpha = floor.get();
                nextAtFloor = true;
                change = nextAlpha.minus(alpha);
                direction = Sign.NEGATIVE;
            }
        }
        EnclosedState next = new EnclosedState(
                state.step() + 1,
                nextAlpha,
                beta2.times(one.minus(v.times(alpha.square()))).plus(v.times(alpha)),
                one.minus(curvature).square().times(state.oscillation()),
                nextAtFloor);
        return new EnclosedStep(state, residual, curvature, above, change, direction, next);
    }

    /** Where α stands to the floor; a negative α is below it. */
    private Sign position(EnclosedState state, Interval curvature) throws UndecidedException {
        if (decide(state, "the sign of α", sign(settings.alpha()), state.alpha()) != Sign.POSITIVE) {
            return Sign.NEGATIVE;
        }
        return decide(state, "whether α is above the floor", positionAtStart(), curvature.minus(kappa.orElseThrow()));
    }

    private Sign positionAtStart() {
        return settings.alpha().signum() <= 0
                ? Sign.NEGATIVE
                : settings.kappa()
                        .map(k -> sign(settings.curvature().subtract(k)))
                        .orElse(Sign.POSITIVE);
    }

    private static Sign decide(EnclosedState state, String what, Sign atStart, Interval value)
            throws UndecidedException {
        return state.step() == 0 ? atStart : decide(state, what, value);
    }

    private static Sign decide(EnclosedState state, String what, Interval value) throws UndecidedException {
        Sign sign = value.sign();
        if (sign == Sign.UNDECIDED) {
            throw new UndecidedException(state.step(), what);
        }
        return sign;
    }

    private static Sign sign(BigDecimal value) {
        return value.signum() > 0 ? Sign.POSITIVE : value.signum() < 0 ? Sign.NEGATIVE : Sign.ZERO;
    }
}
