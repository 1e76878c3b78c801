package org.eoslab.model.minimalist.proof.prover;

import java.util.List;
import org.eoslab.interval.Interval;
import org.eoslab.interval.Sign;
import org.eoslab.model.minimalist.enclosure.EnclosedDescent;
import org.eoslab.model.minimalist.enclosure.EnclosedStep;
import org.eoslab.model.minimalist.proof.prover.StepProver.Attained;

/**
 * Lemma 4.2 (i) and (ii), by sign tests instead of enclosed eigenvalues: S ≤ x exactly when xI − H ⪰ 0, that is when the pivots
 * of its LDLᵀ factorisation, taken in the order β₁, β₂, α, are not negative.
 *
 * <p>(i) For x = D + b²/K, K = D − A − c²/(D − E), the pivots are b²/K, x − E and b²/K + c²(x − D)/((D − E)(x − E)); written
 * so, without cancellation, they can be decided however small b is. S ≥ D is a Rayleigh quotient. (ii) follows from the rows of
 * (H − S)v = 0 with S ≥ D once D &gt; E and K &gt; 0 are decided. The slacks are the pivots, in units of 1/η, and K.
 */
public final class HessianProvers {
    private final EnclosedDescent descent;
    private Interval a;
    private Interval bSquare;
    private Interval cSquare;
    private Interval d;
    private Interval e;
    private Interval k;

    private HessianProvers(EnclosedDescent descent) {
        this.descent = descent;
        a = bSquare = cSquare = d = e = k = descent.one();
    }

    public static Prover ratio(EnclosedDescent descent) {
        HessianProvers hessian = new HessianProvers(descent);
        return StepProver.of(
                "L4.2i", Attained.of("bound of S/(λ₁α²) where K > 0", s -> hessian.largestRatio()), hessian::pivots);
    }

    public static Prover alignment(EnclosedDescent descent) {
        HessianProvers hessian = new HessianProvers(descent);
        return StepProver.of(
                "L4.2ii",
                new Attained("bound of |v_β₁| where K > 0", s -> hessian.leastSquare(), Interval::sqrt),
                hessian::gap);
    }

    /** S ≤ x decided for this step, η times the Hessian being compared with η times x. */
    public static Interval sharpnessPivot(EnclosedDescent descent, EnclosedStep step, Interval x) {
        HessianProvers hessian = new HessianProvers(descent);
        hessian.read(step);
        Interval first = x.minus(hessian.d);
        Interval second = x.minus(hessian.e);
        if (first.sign() != Sign.POSITIVE || second.sign() != Sign.POSITIVE) {
            return first.min(second).min(first.minus(first));
        }
        return x.minus(hessian.a).minus(hessian.bSquare.dividedBy(first)).minus(hessian.cSquare.dividedBy(second));
    }

    private List<Interval> gap(EnclosedStep step) {
        read(step);
        if (d.minus(e).sign() != Sign.POSITIVE) {
            return d.minus(e).sign() == Sign.UNDECIDED ? List.of(d.minus(e)) : List.of();
        }
        k = d.minus(a).minus(cSquare.dividedBy(d.minus(e)));
        return k.sign() == Sign.NEGATIVE ? List.of() : List.of(k);
    }

    private List<Interval> pivots(EnclosedStep step) {
        List<Interval> gap = gap(step);
        if (gap.isEmpty() || gap.get(0).sign() != Sign.POSITIVE) {
            return gap;
        }
        Interval first = bSquare.dividedBy(k);
        Interval second = d.plus(first).minus(e);
        Interval third = first.plus(cSquare.times(first).dividedBy(d.minus(e).times(second)));
        return List.of(first, second, third);
    }

    private Interval largestRatio() {
        return k.sign() == Sign.POSITIVE ? descent.one().plus(bSquare.dividedBy(d.times(k))) : descent.one();
    }

    /** The bound of v_β₁². */
    private Interval leastSquare() {
        if (k.sign() != Sign.POSITIVE) {
            return descent.one();
        }
        Interval third = cSquare.dividedBy(d.minus(e).square());
        Interval kSquare = k.square();
        return kSquare.dividedBy(kSquare.plus(bSquare.times(descent.one().plus(third))));
    }

    /** η times the entries A, D and E, η² times b² and c². */
    private void read(EnclosedStep step) {
        Interval v = descent.v();
        Interval four = descent.two().plus(descent.two());
        a = step.state().oscillation().plus(v.times(step.state().beta2().square()));
        d = step.curvature();
        e = v.times(step.state().alpha().square());
        bSquare = four.times(d).times(step.state().oscillation());
        cSquare = v.times(descent.one().minus(descent.two().times(step.residual())))
                .square();
    }
}
