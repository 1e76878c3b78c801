package org.eoslab.model.minimalist.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.claim.Verdict;
import org.eoslab.claim.rigorous.ProofProgress;
import org.eoslab.claim.rigorous.RigorousReport;
import org.eoslab.interval.Interval;
import org.eoslab.model.minimalist.certificate.ConvergenceCertifier;
import org.eoslab.model.minimalist.claim.Constants;
import org.eoslab.model.minimalist.claim.MinimalistClaim;
import org.eoslab.model.minimalist.claim.MinimalistClaims;
import org.eoslab.model.minimalist.dynamics.ClippingRule;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;
import org.eoslab.model.minimalist.enclosure.EnclosedDescent;
import org.eoslab.model.minimalist.enclosure.EnclosedState;
import org.eoslab.model.minimalist.enclosure.EnclosedStep;
import org.eoslab.model.minimalist.enclosure.ExactClip;
import org.eoslab.model.minimalist.enclosure.ExactSettings;
import org.eoslab.model.minimalist.enclosure.UndecidedException;
import org.eoslab.model.minimalist.proof.prover.ConvergenceProver;
import org.eoslab.model.minimalist.proof.prover.Prover;
import org.eoslab.model.minimalist.proof.prover.Slack;
import org.eoslab.model.minimalist.theorem.TheoremClaim;

/** One run at one precision. */
final class Attempt {
    /** The claims about what happens at 2/η. */
    private static final Set<String> ABOUT_THE_EDGE = Set.of("T4.3a", "T4.3b", "T4.4");

    private final ExactSettings settings;
    private final int digits;
    private final EnclosedDescent descent;
    private final MinimalistDescent doubles;
    private final ConvergenceProver convergence;
    private final List<Prover> provers;
    private final List<Claim> claims;
    private long reached;
    private boolean crossed;
    private boolean settled;
    private boolean escaped;
    private String trouble = "";

    Attempt(ExactSettings settings, int digits, Constants constants, RigorousCheck.Provers provers) {
        this.settings = settings;
        this.digits = digits;
        descent = new EnclosedDescent(settings, Interval.bits(digits));
        doubles = approximate(settings);
        convergence = new ConvergenceProver(descent, new ConvergenceCertifier(doubles), constants);
        this.provers = new ArrayList<>(List.of(convergence));
        this.provers.addAll(provers.of(descent));
        claims = MinimalistClaims.withConstrained(doubles, constants);
    }

    /** The step it came to. */
    long reached() {
        return reached;
    }

    /** Whether it took all steps. */
    boolean settled() {
        return settled;
    }

    /** Whether it diverged beyond every number that the intervals hold: more digits do not help. */
    boolean escaped() {
        return escaped;
    }

    /** Runs until the end, until it escapes, or, when {@code strict}, until something could not be decided. */
    void run(long steps, boolean strict, ProofProgress progress) {
        try {
            follow(steps, strict, progress);
        } catch (ArithmeticException e) {
            settled = reached > steps;
            escaped = !settled;
            trouble = "the run has left the range of the intervals after step " + reached;
        }
    }

    private void follow(long steps, boolean strict, ProofProgress progress) {
        List<Prover> applicable =
                provers.stream().filter(p -> objection(p.id()).isEmpty()).toList();
        boolean certifiable = applicable.contains(convergence);
        EnclosedState state = descent.start();
        while (true) {
            EnclosedStep step;
            try {
                step = descent.step(state);
            } catch (UndecidedException e) {
                trouble = e.what();
                return;
            }
            reached = state.step();
            crossed |= step.above();
            boolean undecided = false;
            for (Prover prover : applicable) {
                // Beyond the steps asked for only a certificate is looked for.
                if (reached > steps && prover != convergence) {
                    continue;
                }
                prover.see(step);
                undecided |= prover.slack().undecided();
            }
            if (undecided && strict) {
                return;
            }
            boolean open = certifiable && convergence.certificate().isEmpty();
            long last = open && reached >= steps ? Math.multiplyExact(RigorousCheck.PATIENCE, steps) : steps;
            progress.at(reached, last, digits);
            if (reached >= last) {
                settled = true;
                return;
            }
            state = step.next();
        }
    }

    RigorousReport report() {
        List<Finding> findings = new ArrayList<>();
        for (Claim claim : claims) {
            if (claim instanceof TheoremClaim theorem) {
                findings.add(theorem.prove(settings));
            }
            provers.stream()
                    .filter(p -> p.id().equals(claim.id()))
                    .findFirst()
                    .map(p -> finding(claim, p))
                    .ifPresent(findings::add);
        }
        return new RigorousReport(List.copyOf(findings), convergence.certificate(), digits, reached);
    }

    private Finding finding(Claim claim, Prover prover) {
        Optional<String> objection = objection(claim.id());
        if (objection.isPresent()) {
            return Finding.notApplicable(claim, objection.get());
        }
        if (settled
                && !crossed
                && ABOUT_THE_EDGE.contains(claim.id())
                && convergence.certificate().isPresent()) {
            return Finding.notApplicable(
                    claim,
                    "the run stays below the threshold, T₁ = ∞: by the certificate at step "
                            + convergence.certificate().get().step() + " it converges without crossing 2/η");
        }
        if (escaped && !prover.slack().disproved()) {
            return Slack.open(claim, "", trouble);
        }
        Finding finding = prover.finding(claim);
        // What was proved of the steps taken is not proved of all that were asked for.
        return settled || finding.verdict() == Verdict.DISPROVED
                ? finding
                : Slack.open(claim, finding.attained(), "at " + digits + " digits " + trouble);
    }

    /** Why a claim does not apply to this start. */
    private Optional<String> objection(String id) {
        return claims.stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .flatMap(c -> c instanceof MinimalistClaim ofDescent
                        ? ofDescent.objection(settings)
                        : settings.outsideStableSet());
    }

    /** The same run in doubles: it names the claims and proposes certificates. */
    private static MinimalistDescent approximate(ExactSettings settings) {
        Minimalist model = new Minimalist(
                settings.lambda1().doubleValue(), settings.lambda2().doubleValue());
        double eta = settings.eta().doubleValue();
        return new MinimalistDescent(model, eta, approximate(settings.clip(), eta, model));
    }

    private static ClippingRule approximate(ExactClip clip, double eta, Minimalist model) {
        if (clip instanceof ExactClip.Floor rule) {
            return ClippingRule.Floor.of(rule.kappa().doubleValue(), eta, model);
        }
        if (clip instanceof ExactClip.Step rule) {
            return new ClippingRule.Step(rule.c().doubleValue());
        }
        return clip instanceof ExactClip.Norm rule
                ? new ClippingRule.Norm(rule.c().doubleValue())
                : new ClippingRule.None();
    }
}
