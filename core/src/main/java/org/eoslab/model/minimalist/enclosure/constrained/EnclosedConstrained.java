package org.eoslab.model.minimalist.enclosure.constrained;

import java.math.BigDecimal;
import org.eoslab.interval.Interval;
import org.eoslab.interval.Sign;
import org.eoslab.model.minimalist.enclosure.EnclosedDescent;
import org.eoslab.model.minimalist.enclosure.ExactSettings;
import org.eoslab.model.minimalist.enclosure.UndecidedException;

/**
 * The constrained trajectory of the minimalist model in intervals, by the closed form of Lemma 5.4. With u = ηλ₁, v = ηλ₂, ρ = 1 − αβ₂
 * and the bound F = √(2/u) a step is
 *
 * <pre>
 * α⁺ = min(α + vβ₂ρ, F)      β₂⁺ = β₂ + vαρ      ρ⁺ = (1 − q)ρ
 * q = vα² + vβ₂β₂⁺ off the bound      q = 2v/u on it: 1 − F(β₂ + vFρ) = ρ − vF²ρ, and uF² = 2
 * </pre>
 *
 * <p>Once a step ends on the bound α <em>is</em> F: the point says so, and whether the next one stays there is the sign of β₂ρ. In M̂
 * all terms are positive and ρ falls, so that the widths grow by a bounded factor over a whole run: plain boxes do.
 */
public final class EnclosedConstrained {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private final ExactSettings settings;
    private final Interval zero;
    private final Interval one;
    private final Interval two;
    private final Interval u;
    private final Interval v;
    private final Interval bound;

    /** Beside {@code descent}, with its settings and its precision. */
    public EnclosedConstrained(EnclosedDescent descent) {
        settings = descent.settings();
        zero = descent.zero();
        one = descent.one();
        two = descent.two();
        u = descent.u();
        v = descent.v();
        bound = two.dividedBy(u).sqrt();
    }

    /** The start of the run moved onto β₁ = 0, λ₁α² ≤ 2/η: (min(α, F), 0, β₂), its branches and ρ decided by exact arithmetic. */
    public ConstrainedPoint start() {
        int bits = one.bits();
        Interval beta2 = Interval.of(settings.beta2(), bits);
        if (settings.alpha().signum() > 0 && settings.curvature().compareTo(TWO) >= 0) {
            Interval residual = settings.boundMeetsMinima() ? zero : one.minus(bound.times(beta2));
            return new ConstrainedPoint(0, bound, beta2, residual, two, true);
        }
        BigDecimal residual = BigDecimal.ONE.subtract(settings.alpha().multiply(settings.beta2()));
        return new ConstrainedPoint(
                0,
                Interval.of(settings.alpha(), bits),
                beta2,
                Interval.of(residual, bits),
                Interval.of(settings.curvature(), bits),
                false);
    }

    /**
     * The step from {@code point}.
     *
     * @throws UndecidedException when it cannot be told whether α reaches or leaves the bound
     */
    public ConstrainedStep step(ConstrainedPoint point) throws UndecidedException {
        Interval alpha = point.alpha();
        Interval rho = point.residual();
        Interval change = v.times(point.beta2()).times(rho);
        Interval beta2 = point.beta2().plus(v.times(alpha).times(rho));
        long next = point.step() + 1;
        boolean free = leaves(point, change);
        if (free) {
            Interval decay = v.times(alpha.square().plus(point.beta2().times(beta2)));
            Interval moved = alpha.plus(change);
            return new ConstrainedStep(
                    point,
                    decay,
                    new ConstrainedPoint(
                            next, moved, beta2, one.minus(decay).times(rho), u.times(moved.square()), false));
        }
        if (point.atBound()) {
            Interval decay = two.times(v).dividedBy(u);
            return new ConstrainedStep(
                    point,
                    decay,
                    new ConstrainedPoint(next, bound, beta2, one.minus(decay).times(rho), two, true));
        }
        if (rho.sign() == Sign.UNDECIDED) {
            throw new UndecidedException(point.step(), "the sign of the constrained 1 − αβ₂");
        }
        Interval residual = one.minus(bound.times(beta2));
        Interval decay = rho.minus(residual).dividedBy(rho);
        return new ConstrainedStep(point, decay, new ConstrainedPoint(next, bound, beta2, residual, two, true));
    }

    /** Whether the step ends off the bound. */
    private boolean leaves(ConstrainedPoint point, Interval change) throws UndecidedException {
        Interval beyond = point.atBound() ? change : point.alpha().plus(change).minus(bound);
        return switch (beyond.sign()) {
            case NEGATIVE -> true;
            case UNDECIDED -> throw new UndecidedException(point.step(), "whether the constrained α is at its bound");
            default -> false;
        };
    }
}
