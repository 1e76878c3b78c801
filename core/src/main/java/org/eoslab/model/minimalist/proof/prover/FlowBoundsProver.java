package org.eoslab.model.minimalist.proof.prover;

import java.util.ArrayList;
import java.util.List;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.interval.Interval;
import org.eoslab.interval.Sign;
import org.eoslab.model.minimalist.enclosure.EnclosedDescent;
import org.eoslab.model.minimalist.enclosure.EnclosedStep;

/**
 * Theorem 5.2. G is increasing and α₋² − b² − β₂² ≤ C_t ≤ α₊² − β₂² by the meaning of the attained α∓ and b², so the bounds hold
 * where φ(θ_t) = λ₁G(C_t), that is λ₁G ≥ λ₂(G + 1/G) or G ≥ z, z = √(λ₂/(λ₁ − λ₂)). G is the positive root of
 * x² − Cx − 1, so that is 1 + Cz − z² ≥ 0, free of roots at a step. Steps where it is false are kept, and their φ compared with both
 * bounds once the range of α is known. With α and β₂ positive neither bound increases in a step exactly when 1 − αβ₂ ≥ 0 before it.
 * The slacks are those.
 */
public final class FlowBoundsProver implements Prover {
    /** Steps at which φ is not λ₁G: more than that are left open. */
    private static final int KEPT = 100_000;

    private record Kept(long step, Interval invariant, Interval beta2) {}

    private final EnclosedDescent descent;
    private final Interval root;
    private final Interval constant;
    private final Slack slack = new Slack();
    private final List<Kept> kept = new ArrayList<>();
    private final Range range = new Range();
    private Interval least;
    private Interval most;
    private Interval widest;
    private Interval residual;
    private boolean open;

    /** Of runs of {@code descent}. */
    public FlowBoundsProver(EnclosedDescent descent) {
        this.descent = descent;
        Interval square = descent.v().dividedBy(descent.u().minus(descent.v()));
        root = square.sqrt();
        constant = descent.one().minus(square);
        least = most = descent.start().alpha();
        widest = descent.zero();
        residual = descent.one();
    }

    @Override
    public String id() {
        return "T5.2";
    }

    @Override
    public void see(EnclosedStep step) {
        long t = step.state().step();
        Interval alpha = step.state().alpha();
        Interval beta2 = step.state().beta2();
        if (t > 0) {
            slack.see(t, residual);
        }
        open |= alpha.sign() == Sign.NEGATIVE || beta2.sign() == Sign.NEGATIVE;
        if (alpha.sign() == Sign.UNDECIDED || beta2.sign() == Sign.UNDECIDED) {
            slack.doubt();
        }
        residual = step.residual();
        least = least.min(alpha);
        most = most.max(alpha);
        widest = widest.max(step.state().oscillation().dividedBy(descent.u()));
        Interval invariant = FlowEnd.invariant(descent, step.state());
        range.see(invariant);
        Interval first = constant.plus(root.times(invariant));
        if (first.sign() != Sign.NEGATIVE) {
            slack.see(t, first);
        } else if (kept.size() < KEPT) {
            kept.add(new Kept(t, invariant, beta2));
        } else {
            open = true;
        }
    }

    @Override
    public Slack slack() {
        return slack;
    }

    @Override
    public Finding finding(Claim claim) {
        if (open) {
            return Slack.open(claim, "", "α or β₂ becomes negative, or φ is λ₂(α∞² + α∞⁻²) at very many steps");
        }
        for (Kept each : kept) {
            Interval flow = FlowEnd.flowSharpness(descent, each.invariant);
            Interval square = each.beta2.square();
            Interval high = FlowEnd.end(descent, most.square().minus(square));
            Interval low = FlowEnd.end(descent, least.square().minus(widest).minus(square));
            slack.see(each.step, descent.u().times(high).minus(flow));
            slack.see(each.step, flow.minus(descent.u().times(low)));
        }
        kept.clear();
        return slack.finding(claim, "ηφ in " + range.map(c -> descent.u().times(FlowEnd.end(descent, c))), "");
    }
}
