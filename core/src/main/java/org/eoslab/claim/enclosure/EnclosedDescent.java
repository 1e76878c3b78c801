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
 * and with the floor F = √(κ/u), α⁺ = max(that, min(α, F)). A step maps the point of a {@link Frame} and bounds what becomes of the
 * distance from it by the derivatives, so that the widths hardly grow. After a clipped step α <em>is</em> F: the state says so,
 * uα² is then κ itself, and whether the next step is clipped too is the sign of vβ₂ρ − FB. At the start, where equality can be
 * meant, the decisions are made in exact arithmetic.
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
        Frame frame = Frame.of(enclose(settings.alpha()), enclose(settings.beta2()), u.times(beta1.square()));
        return EnclosedState.of(0, frame, atFloor);
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
        // The unclipped change, in a form that keeps its sign.
        Interval free = v.times(beta2).times(residual).minus(alpha.times(state.oscillation()));
        Interval change = free;
        Sign direction = decide(state, "whether α increases", sign(settings.firstChange()), free);
        Branch branch = Branch.FREE;
        if (floor.isPresent() && direction == Sign.NEGATIVE) {
            branch = branch(state, alpha.plus(free), curvature);
            if (branch == Branch.FLOOR) {
                change = floor.get().minus(alpha);
            }
            if (branch == Branch.HELD || branch == Branch.FLOOR && state.atFloor()) {
                change = Interval.of(0, bits);
                direction = Sign.ZERO;
            }
        }
        EnclosedState next = EnclosedState.of(state.step() + 1, next(state, branch), branch == Branch.FLOOR);
        return new EnclosedStep(state, residual, curvature, above, change, direction, next);
    }

    /** What the clipping rule makes of a step: nothing, α⁺ = F, or α⁺ = α below F. */
    private enum Branch {
        FREE,
        FLOOR,
        HELD
    }

    /** The branch of a step that would lower α to {@code target}. */
    private Branch branch(EnclosedState state, Interval target, Interval curvature) throws UndecidedException {
        if (state.atFloor()) {
            return Branch.FLOOR;
        }
        return switch (position(state, curvature)) {
            case POSITIVE ->
                decide(state, "whether the floor acts", target.minus(floor.orElseThrow())) == Sign.NEGATIVE
                        ? Branch.FLOOR
                        : Branch.FREE;
            default -> Branch.HELD;
        };
    }

    /** The frame after a step: the image of its point, and the derivatives over its hull by the mean value theorem. */
    private Frame next(EnclosedState state, Branch branch) {
        Frame frame = state.frame();
        Interval a = frame.point(0);
        Interval b = frame.point(1);
        Interval o = frame.point(2);
        Interval factor = one.minus(state.atFloor() ? kappa.orElseThrow() : u.times(a.square()));
        Interval freeAlpha = a.times(one.minus(o).minus(v.times(b.square()))).plus(v.times(b));
        Interval[] image = {
            switch (branch) {
                case FREE -> freeAlpha;
                case FLOOR -> floor.orElseThrow();
                case HELD -> a;
            },
            b.times(one.minus(v.times(a.square()))).plus(v.times(a)),
            factor.square().times(o)
        };
        return frame.next(image, jacobian(state, branch, o, image[2].midpoint()));
    }

    private Interval[][] jacobian(EnclosedState state, Branch branch, Interval from, Interval to) {
        Interval zero = Interval.of(0, Frame.BITS);
        Interval unit = Interval.of(1, Frame.BITS);
        Interval pair = Interval.of(2, Frame.BITS);
        Interval alpha = state.alpha().rounded(Frame.BITS);
        Interval beta2 = state.beta2().rounded(Frame.BITS);
        Interval coarseU = u.rounded(Frame.BITS);
        Interval coarseV = v.rounded(Frame.BITS);
        Interval cross = coarseV.times(unit.minus(pair.times(alpha).times(beta2)));
        Interval[] first = {
            unit.minus(state.oscillation().rounded(Frame.BITS)).minus(coarseV.times(beta2.square())),
            cross,
            alpha.times(from.rounded(Frame.BITS)).negate()
        };
        Interval[] second = {cross, unit.minus(coarseV.times(alpha.square())), zero};
        Interval[] third = {zero, zero, zero};
        if (to.sign() == Sign.POSITIVE) {
            // d₂⁺ = (1 − uα²)²(1 + d₂)B̂/B̂⁺ − 1, where at the floor uα² is κ and no longer varies.
            Interval ratio = from.dividedBy(to).rounded(Frame.BITS);
            Interval factor = unit.minus(
                    state.atFloor() ? kappa.orElseThrow().rounded(Frame.BITS) : coarseU.times(alpha.square()));
            third[2] = factor.square().times(ratio);
            if (!state.atFloor()) {
                Interval relative = state.oscillation().dividedBy(to).rounded(Frame.BITS);
                third[0] = pair.square()
                        .times(coarseU)
                        .times(alpha)
                        .times(factor)
                        .times(relative)
                        .negate();
            }
        }
        return new Interval[][] {
            switch (branch) {
                case FREE -> first;
                case FLOOR -> new Interval[] {zero, zero, zero};
                case HELD -> new Interval[] {unit, zero, zero};
            },
            second,
            third
        };
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
