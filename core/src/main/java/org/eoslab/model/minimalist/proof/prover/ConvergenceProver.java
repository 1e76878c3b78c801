package org.eoslab.model.minimalist.proof.prover;

import java.math.BigDecimal;
import java.util.Optional;
import org.eoslab.claim.Certificate;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.interval.Interval;
import org.eoslab.model.minimalist.certificate.ConvergenceCertifier;
import org.eoslab.model.minimalist.claim.Constants;
import org.eoslab.model.minimalist.enclosure.EnclosedDescent;
import org.eoslab.model.minimalist.enclosure.EnclosedState;
import org.eoslab.model.minimalist.enclosure.EnclosedStep;
import org.eoslab.model.minimalist.enclosure.ExactClip;
import org.eoslab.text.Format;

/**
 * Theorem 4.1 by the convergence certificate, verified in intervals. Doubles propose the bounds α₋, α₊, which are then exact
 * numbers; in terms of u = ηλ₁, v = ηλ₂ and α its conditions are free of roots:
 *
 * <pre>
 * q = max((1 − uα₋²)², (1 − uα₊²)²)    Σ_B = B/(1 − q)    m = vα₋² + vβ₂² − vα₊²B &gt; 0    Σ_ρ = (ρ + Σ_B)/m
 * α − α₊Σ_B ≥ α₋    α + (v/α₋)Σ_ρ ≤ α₊    vα₊² + v/α₋² + v²(α₊/α₋)(ρ + Σ_B) ≤ 1    ρ ≥ 0    κ &lt; uα₋²    uα₊² &lt; 2
 * </pre>
 *
 * <p>It proves that the loss tends to 0 and S to a limit below 2/η, hence the theorem for every ε and δ. The slack is the
 * smallest one of these conditions. The witness T of ε and δ on the steps taken is reported beside it.
 */
public final class ConvergenceProver implements Prover {
    /** Relative widening of the proposed bounds: far above a double's rounding, far below the room the certificate has. */
    private static final double WIDENING = 0x1p-40;

    private final EnclosedDescent descent;
    private final ConvergenceCertifier proposer;
    private final Constants constants;
    private final Interval losses;
    private final Interval flat;
    private final Slack slack = new Slack();
    private Optional<Certificate> certificate = Optional.empty();
    private long lastUnsettled = -1;

    public ConvergenceProver(EnclosedDescent descent, ConvergenceCertifier proposer, Constants constants) {
        this.constants = constants;
        this.descent = descent;
        this.proposer = proposer;
        // L ≤ ε as uα²B/u + vρ² ≤ 2ηε.
        losses = descent.two().times(descent.enclose(descent.settings().eta().multiply(constants.epsilon())));
        flat = descent.enclose(BigDecimal.valueOf(2).add(constants.delta()));
    }

    @Override
    public String id() {
        return "T4.1";
    }

    public Optional<Certificate> certificate() {
        return certificate;
    }

    @Override
    public void see(EnclosedStep step) {
        EnclosedState state = step.state();
        Interval twiceLoss = step.curvature()
                .times(state.oscillation())
                .dividedBy(descent.u())
                .plus(descent.v().times(step.residual().square()));
        if (!losses.minus(twiceLoss).isNonNegative()
                || !HessianProvers.sharpnessPivot(descent, step, flat).isNonNegative()) {
            lastUnsettled = state.step();
        }
        if (certificate.isEmpty()) {
            double beta1 = Math.sqrt(state.oscillation().dividedBy(descent.u()).middle());
            proposer.at(
                            state.step(),
                            state.alpha().middle(),
                            beta1,
                            state.beta2().middle())
                    .ifPresent(proposal -> verify(step, proposal));
        }
    }

    private void verify(EnclosedStep step, Certificate proposal) {
        double lambda1 = proposer.dynamics().model().lambda1();
        int bits = descent.one().bits();
        Interval low = Interval.exactly(Math.sqrt(proposal.limitSharpnessLow() / lambda1) * (1 - WIDENING), bits);
        Interval high = Interval.exactly(Math.sqrt(proposal.limitSharpnessHigh() / lambda1) * (1 + WIDENING), bits);
        Interval one = descent.one();
        Interval u = descent.u();
        Interval v = descent.v();
        Interval b = step.state().oscillation();
        Interval rho = step.residual();
        Interval lowest = u.times(low.square());
        Interval highest = u.times(high.square());
        Interval q = one.minus(lowest).square().max(one.minus(highest).square());
        Interval m = v.times(low.square()
                .plus(step.state().beta2().square())
                .minus(high.square().times(b)));
        Interval slacks = one.minus(q)
                .min(m)
                .min(rho)
                .min(descent.two().minus(highest))
                .min(lowest.minus(descent.kappa().orElse(descent.zero())));
        // Strict where the certificate is: q < 1, m > 0, κ < uα₋², uα₊² < 2; and ρ > 0 costs nothing.
        if (!descent.zero().isBelow(slacks)) {
            return;
        }
        Interval sumB = b.dividedBy(one.minus(q));
        Interval sumRho = rho.plus(sumB).dividedBy(m);
        Interval alpha = step.state().alpha();
        Interval rate = v.times(high.square())
                .plus(v.dividedBy(low.square()))
                .plus(v.square().times(high).dividedBy(low).times(rho.plus(sumB)));
        slacks = slacks.min(alpha.minus(high.times(sumB)).minus(low))
                .min(high.minus(alpha).minus(v.dividedBy(low).times(sumRho)))
                .min(one.minus(rate))
                .min(unclipped(low, high, b, rho.plus(sumB)));
        if (slacks.isNonNegative()) {
            slack.see(step.state().step(), slacks);
            Interval eta = descent.enclose(descent.settings().eta());
            Interval other = v.times(high.square()).plus(v.dividedBy(low.square()));
            certificate = Optional.of(new Certificate(
                    step.state().step(),
                    lowest.dividedBy(eta).lowerDouble(),
                    highest.max(other).dividedBy(eta).upperDouble()));
        }
    }

    /**
     * How far the rules step and norm are from acting at any later step, 1 for the others: with α in [α₋, α₊], β₂ ≤ 1/α₋ and the largest B
     * and ρ to come, |η∂α| ≤ max(α₊B, (v/α₋)ρ), |η∂β₂| ≤ vα₊ρ and (η∂β₁)² ≤ uα₊⁴B.
     */
    private Interval unclipped(Interval low, Interval high, Interval b, Interval rho) {
        Interval v = descent.v();
        Interval stepAlpha = high.times(b).max(v.dividedBy(low).times(rho));
        ExactClip clip = descent.settings().clip();
        if (clip instanceof ExactClip.Step rule) {
            return descent.enclose(rule.c()).minus(stepAlpha);
        }
        if (clip instanceof ExactClip.Norm rule) {
            Interval longest = descent.enclose(descent.settings().eta().multiply(rule.c()));
            return longest.square()
                    .minus(stepAlpha.square())
                    .minus(v.times(high).times(rho).square())
                    .minus(descent.u().times(high.square().square()).times(b));
        }
        return descent.one();
    }

    @Override
    public Slack slack() {
        return slack;
    }

    @Override
    public Finding finding(Claim claim) {
        if (certificate.isEmpty()) {
            return Slack.open(claim, "", "no certificate on the steps taken: the run leaves all later steps open");
        }
        return slack.finding(
                claim,
                Format.text(
                        "certificate at step %d: S tends to a limit in [%.9g, %.9g], below 2/η",
                        certificate.get().step(),
                        certificate.get().limitSharpnessLow(),
                        certificate.get().limitSharpnessHigh()),
                Format.text(
                        "for every ε and δ; L ≤ %.3g and ηS ≤ %.6g from step %d to the last one taken",
                        constants.epsilon(), BigDecimal.valueOf(2).add(constants.delta()), lastUnsettled + 1));
    }
}
