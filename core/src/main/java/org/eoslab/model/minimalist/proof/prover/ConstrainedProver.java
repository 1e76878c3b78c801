package org.eoslab.model.minimalist.proof.prover;

import java.math.BigDecimal;
import java.util.List;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.interval.Interval;
import org.eoslab.interval.Sign;
import org.eoslab.model.minimalist.enclosure.EnclosedDescent;
import org.eoslab.model.minimalist.enclosure.EnclosedStep;
import org.eoslab.model.minimalist.enclosure.UndecidedException;
import org.eoslab.model.minimalist.enclosure.constrained.ConstrainedPoint;
import org.eoslab.model.minimalist.enclosure.constrained.ConstrainedStep;
import org.eoslab.model.minimalist.enclosure.constrained.EnclosedConstrained;

/**
 * Lemma 5.4 and Theorem 5.5, along the constrained trajectory that {@link EnclosedConstrained} takes beside the run, a step for each
 * of its steps.
 *
 * <p>L5.4. Decided at each point, with D = ηλ₁α² and A = vβ₂², E = vα², c = v(2αβ₂ − 1) the entries of ηH at β₁ = 0, where ηH is D
 * on the β₁-axis and (A, c; c, E) beside it: the point is in M̂ (2 − D ≥ 0, ρ ≥ 0, D &gt; v(α² + β₂² + 1), α &gt; 0, β₂ &gt; 0), and
 * M̂ is in Damian's M there: D &gt; E and (D − A)(D − E) &gt; c² make D the simple largest eigenvalue, so ηS = D ≤ 2, its eigenvector is
 * the β₁-axis, and ∂L/∂β₁ = λ₁α²β₁ = 0. The closed form is then projected gradient descent, for the projection on all of M and
 * not only on M̂: S ≥ λ₁α² everywhere, so M lies in the convex slab |α| ≤ F, F = √(2/u), whose one nearest point to
 * θ − η∇L = (α̃, 0, β₂⁺) with α̃ &gt; 0 is (min(α̃, F), 0, β₂⁺); that is the next point, and it was decided to be in M.
 *
 * <p>T5.5. L⁺ = (1 − q)²L with the q of the step, so the loss does not increase when 0 ≤ q ≤ 2: those are decided. At the bound
 * equality is claimed, which no width can prove. But θ_t and θ_{t+1} then share α = F, so that
 * ρ⁺ = 1 − F(β₂ + vFρ) = ρ − (v/u)(uF²)ρ = (1 − rD)ρ: an identity of polynomials, and (1 − rD)² is (1 − 2r)² because D is 2 as a
 * number and not as an interval. What enclosures decide is that the step takes that branch. Once it does with ρ ≥ 0, β₂ &gt; 0 and
 * 2r ≤ 1, it does at all later steps: ρ⁺ = (1 − 2r)ρ ≥ 0 and β₂⁺ ≥ β₂ are the same conditions again.
 */
public final class ConstrainedProver implements Prover {
    /** What is to be true of a step. */
    private interface Condition {
        void decide(ConstrainedStep step, Slack slack);
    }

    private final String id;
    private final EnclosedDescent descent;
    private final EnclosedConstrained trajectory;
    private final Condition condition;
    private final boolean aboutBound;
    private final Slack slack = new Slack();
    private ConstrainedPoint point;
    private boolean lost;
    private long firstAtBound = -1;
    private long last = -1;

    private ConstrainedProver(String id, EnclosedDescent descent, boolean aboutBound, Condition condition) {
        this.id = id;
        this.descent = descent;
        this.aboutBound = aboutBound;
        this.condition = condition;
        trajectory = new EnclosedConstrained(descent);
        point = trajectory.start();
    }

    public static Prover stableSet(EnclosedDescent descent) {
        return stableSet(descent, BigDecimal.valueOf(2));
    }

    /** Lemma 5.4 with ηλ₁α² ≤ {@code edge} for the stable set. */
    public static Prover stableSet(EnclosedDescent descent, BigDecimal edge) {
        Interval most = descent.enclose(edge);
        return new ConstrainedProver(
                "L5.4", descent, false, (step, slack) -> inside(descent, most, step.point(), slack));
    }

    public static Prover decay(EnclosedDescent descent) {
        return decay(descent, BigDecimal.valueOf(2));
    }

    /** Theorem 5.5 with the factor (1 − {@code multiple}·r)² at the bound. */
    public static Prover decay(EnclosedDescent descent, BigDecimal multiple) {
        Interval claimed = descent.enclose(multiple);
        return new ConstrainedProver("T5.5", descent, true, (step, slack) -> {
            slack.see(step.point().step(), step.decay());
            slack.see(step.point().step(), descent.two().minus(step.decay()));
            if (step.point().atBound() && step.next().atBound()) {
                sameFactor(descent, claimed, step.point(), slack);
            }
        });
    }

    private static void inside(EnclosedDescent descent, Interval most, ConstrainedPoint at, Slack slack) {
        long t = at.step();
        Interval v = descent.v();
        Interval d = at.curvature();
        Interval e = v.times(at.alpha().square());
        Interval a = v.times(at.beta2().square());
        // c = v(2αβ₂ − 1) = v(1 − 2ρ).
        Interval c = v.times(descent.one().minus(descent.two().times(at.residual())));
        slack.see(t, most.minus(d));
        slack.see(t, at.residual());
        List.of(
                        at.alpha(),
                        at.beta2(),
                        d.minus(e).minus(a).minus(v),
                        d.minus(e),
                        d.minus(a).times(d.minus(e)).minus(c.square()))
                .forEach(positive -> slack.seePositive(t, positive));
    }

    /** (1 − rD)² = (1 − kr)² exactly when D = k or r(D + k) = 2; where ρ = 0 the loss is 0 whatever the factor. */
    private static void sameFactor(EnclosedDescent descent, Interval claimed, ConstrainedPoint at, Slack slack) {
        Interval difference = at.curvature().minus(claimed);
        if (difference.sign() == Sign.ZERO || at.residual().sign() == Sign.ZERO) {
            slack.see(at.step(), descent.zero());
            return;
        }
        Interval r = descent.v().dividedBy(descent.u());
        Interval other = descent.two().minus(r.times(at.curvature().plus(claimed)));
        boolean differs = difference.sign() != Sign.UNDECIDED
                && (other.sign() == Sign.POSITIVE || other.sign() == Sign.NEGATIVE)
                && at.residual().sign() != Sign.UNDECIDED;
        if (differs) {
            slack.refute(at.step());
        } else {
            slack.doubt();
        }
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public void see(EnclosedStep step) {
        if (lost) {
            return;
        }
        try {
            ConstrainedStep taken = trajectory.step(point);
            condition.decide(taken, slack);
            last = point.step();
            if (firstAtBound < 0 && point.atBound()) {
                firstAtBound = last;
            }
            point = taken.next();
        } catch (UndecidedException e) {
            slack.doubt();
            lost = true;
        }
    }

    @Override
    public Slack slack() {
        return slack;
    }

    @Override
    public Finding finding(Claim claim) {
        if (aboutBound && firstAtBound < 0 && !slack.disproved()) {
            return Slack.open(claim, "", "the constrained trajectory does not reach λ₁α² = 2/η in the steps taken");
        }
        String reached = firstAtBound < 0 ? "not reached" : "reached at step " + firstAtBound;
        return slack.finding(
                claim,
                "λ₁α² = 2/η " + reached + " of the constrained trajectory from this start, followed to step " + last,
                aboutBound && staysAtBound() ? "exactly (1 − 2r)², at all later steps too" : "");
    }

    private boolean staysAtBound() {
        return point.atBound()
                && point.residual().isNonNegative()
                && point.beta2().sign() == Sign.POSITIVE
                && descent.u().minus(descent.two().times(descent.v())).isNonNegative();
    }
}
