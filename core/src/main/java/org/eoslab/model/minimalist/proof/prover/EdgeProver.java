package org.eoslab.model.minimalist.proof.prover;

import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.interval.Sign;
import org.eoslab.model.minimalist.enclosure.EnclosedStep;

/**
 * Theorem 4.4: α increases up to its first turn T₂, which is above the threshold, then falls at every step until λ₁α² ≤ 2/η at
 * T₃. Signs alone decide it; the slack is |α_{t+1} − α_t|.
 */
public final class EdgeProver implements Prover {
    private final Slack slack = new Slack();
    private long crossing = -1;
    private long turn = -1;
    private long back = -1;

    @Override
    public String id() {
        return "T4.4";
    }

    @Override
    public void see(EnclosedStep step) {
        if (back >= 0 || slack.disproved()) {
            return;
        }
        long t = step.state().step();
        if (crossing < 0 && step.above()) {
            crossing = t;
        }
        boolean rises = step.direction() == Sign.POSITIVE;
        if (turn < 0) {
            // At the start α may keep its value: (S3) allows equality.
            if (rises || t == 0 && step.direction() == Sign.ZERO) {
                slack.see(t, step.change());
                return;
            }
            turn = t;
            if (!step.above()) {
                slack.refute(t);
                return;
            }
        }
        if (!step.above()) {
            back = t;
        } else {
            slack.see(t, step.change().negate());
        }
    }

    @Override
    public Slack slack() {
        return slack;
    }

    @Override
    public Finding finding(Claim claim) {
        String attained = "T₁ = " + crossing + ", T₂ = " + turn + ", T₃ = " + back;
        if (back < 0 && !slack.disproved()) {
            return Slack.open(claim, attained, "the run ends before T₃");
        }
        return slack.finding(claim, attained, "");
    }
}
