package org.eoslab.model.minimalist.enclosure;

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
 * unless the clipping rule acts ({@link Branch}). A step maps the point of a {@link Frame} and bounds what becomes of the distance from
 * it by the derivatives, so that the widths hardly grow. After a step clipped by the floor F = √(κ/u) α <em>is</em> F: the state says
 * so, uα² is then κ itself, and whether the next step is clipped too is the sign of vβ₂ρ − FB. At the start, where equality can be
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
    private final Optional<Interval> longest;
    private final Optional<NormClip> norm;
    private final BranchRule rule = new BranchRule(this);
    private final StepMap map = new StepMap(this);

    /** Of {@code settings}, with {@code bits} significant bits. */
    public EnclosedDescent(ExactSettings settings, int bits) {
        this.settings = settings;
        this.bits = bits;
        one = Interval.of(1, bits);
        two = Interval.of(2, bits);
        u = enclose(settings.u());
        v = enclose(settings.v());
        kappa = settings.kappa().map(this::enclose);
        floor = kappa.map(k -> k.dividedBy(u).sqrt()).map(f -> settings.side() < 0 ? f.negate() : f);
        longest = settings.clip() instanceof ExactClip.Step step ? Optional.of(enclose(step.c())) : Optional.empty();
        norm = settings.clip() instanceof ExactClip.Norm most
                ? Optional.of(new NormClip(u, enclose(settings.eta().multiply(most.c()))))
                : Optional.empty();
    }

    /** A decimal number at this precision. */
    public Interval enclose(BigDecimal value) {
        return Interval.of(value, bits);
    }

    /** The exact settings. */
    public ExactSettings settings() {
        return settings;
    }

    /** 0. */
    public Interval zero() {
        return Interval.of(0, bits);
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

    /** F, with the sign that α keeps, or empty without a floor. */
    Optional<Interval> floor() {
        return floor;
    }

    /** c of the clipping rule step, empty for the others. */
    Optional<Interval> longest() {
        return longest;
    }

    /** The clipping rule norm, empty for the others. */
    Optional<NormClip> norm() {
        return norm;
    }

    /** η∂α = αB − vβ₂ρ. */
    Interval stepAlpha(Interval alpha, Interval beta2, Interval oscillation) {
        return alpha.times(oscillation).minus(v.times(beta2).times(one.minus(alpha.times(beta2))));
    }

    /** η∂β₂ = −vαρ. */
    Interval stepBeta2(Interval alpha, Interval beta2) {
        return v.times(alpha).times(alpha.times(beta2).minus(one));
    }

    /** The start. */
    public EnclosedState start() {
        Interval beta1 = enclose(settings.beta1());
        boolean atFloor = settings.kappa().isPresent() && settings.floorPosition() == Sign.ZERO;
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
        boolean above = state.decide(
                        "whether ηλ₁α² exceeds 2",
                        Sign.of(settings.curvature().subtract(BigDecimal.valueOf(2))),
                        curvature.minus(two))
                == Sign.POSITIVE;
        // The unclipped change, in a form that keeps its sign.
        Interval free = stepAlpha(alpha, beta2, state.oscillation()).negate();
        Sign direction = state.decide("whether α increases", Sign.of(settings.firstChange()), free);
        Branch branch = rule.branch(state, free, direction, curvature);
        Interval change = rule.change(state, free, branch);
        if (branch == Branch.HELD || branch == Branch.FLOOR && state.atFloor()) {
            direction = Sign.ZERO;
        }
        Frame frame = map.next(state, branch);
        EnclosedState next = EnclosedState.of(state.step() + 1, frame, branch == Branch.FLOOR);
        return new EnclosedStep(state, residual, curvature, above, branch, change, direction, next);
    }
}
