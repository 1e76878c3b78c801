package org.eoslab.model.minimalist.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eoslab.claim.Certificate;
import org.eoslab.claim.Finding;
import org.eoslab.claim.Verdict;
import org.eoslab.claim.rigorous.ProofProgress;
import org.eoslab.claim.rigorous.RigorousReport;
import org.eoslab.model.minimalist.admissible.AdmissibleSet;
import org.eoslab.model.minimalist.claim.Constants;
import org.eoslab.model.minimalist.enclosure.EnclosedDescent;
import org.eoslab.model.minimalist.enclosure.ExactClip;
import org.eoslab.model.minimalist.enclosure.ExactSettings;
import org.eoslab.model.minimalist.proof.prover.ConstrainedProver;
import org.eoslab.model.minimalist.proof.prover.Prover;
import org.eoslab.model.minimalist.proof.prover.SharpeningProvers;
import org.junit.jupiter.api.Test;

class RigorousCheckTest {
    private static final ExactSettings CANONICAL = settings("1", "0.001", "3.2", "0.7", "0.005", "0.2", "1.81");

    @Test
    void everyClaimIsProvedOnCanonicalAndTheoremForAllTime() {
        RigorousReport report = RigorousCheck.run(CANONICAL, 6000, 100, ProofProgress.NONE);
        assertThat(report.findings())
                .hasSize(19)
                .allSatisfy(f -> assertThat(f.verdict()).as("%s", f).isEqualTo(Verdict.PROVED))
                .allSatisfy(f -> assertThat(f.margin()).as(f.id()).isNotNegative());
        assertThat(report.steps()).isEqualTo(6000);
        // The same step as in doubles, and as the specification's.
        assertThat(report.certificate()).map(Certificate::step).hasValue(5234L);
        assertThat(report.certificate().orElseThrow().limitSharpnessHigh()).isLessThan(2 / 3.2);
    }

    /** A larger λ₂ makes a run that is certified at step 57. */
    private static final ExactSettings FAST = settings("1", "0.03", "1.8", "0.9", "0.01", "0.3", "1.81");

    @Test
    void theRunGoesOnUntilTheCertificate() {
        RigorousReport report = RigorousCheck.run(FAST, 40, 30, ProofProgress.NONE);
        assertThat(verdicts(report).get("T4.1")).isEqualTo(Verdict.PROVED);
        assertThat(report.steps())
                .isEqualTo(report.certificate().orElseThrow().step())
                .isGreaterThan(40);
    }

    /** Either rule acts in the spikes of this run, and the certificate proves that neither rule acts after it. */
    @Test
    void theOtherClippingRulesAreProvedToo() {
        for (ExactClip clip :
                List.of(new ExactClip.Step(new BigDecimal("0.05")), new ExactClip.Norm(new BigDecimal("0.05")))) {
            RigorousReport report = RigorousCheck.run(with(FAST, clip), 40, 60, ProofProgress.NONE);
            assertThat(verdicts(report))
                    .containsEntry("T4.1", Verdict.PROVED)
                    .containsEntry("L4.2iii", Verdict.PROVED)
                    .containsEntry("T4.4", Verdict.NOT_APPLICABLE)
                    .containsEntry("T4.6", clip instanceof ExactClip.Norm ? Verdict.NOT_APPLICABLE : Verdict.PROVED);
            // A rule that acts on every step lets no certificate through.
            ExactClip tight = clip instanceof ExactClip.Step
                    ? new ExactClip.Step(new BigDecimal("1e-9"))
                    : new ExactClip.Norm(new BigDecimal("1e-9"));
            assertThat(RigorousCheck.run(with(FAST, tight), 40, 60, ProofProgress.NONE)
                            .certificate())
                    .isEmpty();
        }
    }

    private static ExactSettings with(ExactSettings s, ExactClip clip) {
        return new ExactSettings(s.lambda1(), s.lambda2(), s.eta(), s.alpha(), s.beta1(), s.beta2(), clip);
    }

    @Test
    void tooFewDigitsAreRaised() {
        List<Integer> used = new ArrayList<>();
        RigorousReport report = RigorousCheck.run(FAST, 200, 10, (step, last, digits) -> {
            if (used.isEmpty() || used.get(used.size() - 1) != digits) {
                used.add(digits);
            }
        });
        RigorousReport ample = RigorousCheck.run(FAST, 200, 200, ProofProgress.NONE);
        assertThat(used).hasSizeGreaterThan(1).isSorted().startsWith(10).endsWith(report.digits());
        assertThat(report.digits()).isLessThan(200);
        assertThat(verdicts(report)).isEqualTo(verdicts(ample));
    }

    /** max λ₁α² is 0.664789 of φ(θ₀) on the way; a bound a little below that is false, one above is true. */
    @Test
    void aFalseClaimIsDisproved() {
        assertThat(overshoot("0.6647").verdict()).isEqualTo(Verdict.DISPROVED);
        assertThat(overshoot("0.6647").worstStep()).isEqualTo(254);
        assertThat(overshoot("0.6648").verdict()).isEqualTo(Verdict.PROVED);
    }

    private static Finding overshoot(String factor) {
        return only("T4.3b", 300, d -> SharpeningProvers.after(d, new BigDecimal(factor).subtract(BigDecimal.ONE)));
    }

    /** The constrained trajectory of canonical sits at ηλ₁α² = 2 from step 121 on: a smaller stable set does not hold it. */
    @Test
    void aSmallerStableSetIsDisproved() {
        Finding smaller = only("L5.4", 130, d -> ConstrainedProver.stableSet(d, new BigDecimal("1.9999999999")));
        assertThat(smaller.verdict()).isEqualTo(Verdict.DISPROVED);
        assertThat(only("L5.4", 130, ConstrainedProver::stableSet).verdict()).isEqualTo(Verdict.PROVED);
    }

    /** A factor so close that 25 digits of the loss do not tell it from the true one. */
    @Test
    void aRateThatIsOffByOnePartInTenToTheThirtiethIsDisproved() {
        BigDecimal off = new BigDecimal("2.000000000000000000000000000001");
        assertThat(only("T5.5", 130, d -> ConstrainedProver.decay(d, off)).verdict())
                .isEqualTo(Verdict.DISPROVED);
        Finding exact = only("T5.5", 130, ConstrainedProver::decay);
        assertThat(exact.verdict()).isEqualTo(Verdict.PROVED);
        assertThat(exact.margin()).isZero();
        assertThat(exact.note()).contains("all later steps");
    }

    @Test
    void theRateIsOpenUntilTheBoundIsReached() {
        assertThat(only("T5.5", 14, ConstrainedProver::decay).verdict()).isEqualTo(Verdict.UNDECIDED);
    }

    /** αβ₂ = 1.05 at the start is beyond the minima, and with β₂ = 40 the β₁-axis is not the top eigenvector. */
    @Test
    void aStartOutsideTheStableSetIsNotOneOfItsClaims() {
        for (String beta2 : new String[] {"1.5", "40", "-0.1"}) {
            RigorousReport report = RigorousCheck.run(
                    settings("1", "0.001", "3.2", "0.7", "0.005", beta2, "1.81"), 3, 30, ProofProgress.NONE);
            assertThat(verdicts(report))
                    .containsEntry("L5.4", Verdict.NOT_APPLICABLE)
                    .containsEntry("T5.5", Verdict.NOT_APPLICABLE);
        }
    }

    private static Finding only(String id, long steps, Function<EnclosedDescent, Prover> prover) {
        RigorousReport report = RigorousCheck.run(
                CANONICAL, steps, 60, ProofProgress.NONE, Constants.DEFAULT, d -> List.of(prover.apply(d)));
        return report.findings().stream()
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void anInadmissibleStartNamesTheCondition() {
        RigorousReport report = RigorousCheck.run(
                settings("1", "0.001", "3.2", "1", "0.005", "0.2", "1.81"), 20, 30, ProofProgress.NONE);
        assertThat(verdicts(report))
                .containsEntry("L4.2ii", Verdict.PROVED)
                .containsEntry("T4.1", Verdict.NOT_APPLICABLE)
                .containsEntry("T4.4", Verdict.NOT_APPLICABLE);
        assertThat(report.findings().get(0).note()).contains("S1");
    }

    @Test
    void equalityInTheConditionsIsDecidedExactly() {
        // αβ₂ = 1/2, λ₁α² = κ/η = 1: no interval of 0.7 decides such things, exact arithmetic does.
        ExactSettings start = settings("1", "0.01", "1.81", "1", "0.01", "0.5", "1.81");
        AdmissibleSet set = new AdmissibleSet(start);
        assertThat(set.violated()).isEmpty();
        assertThat(set.flatter()).hasValueSatisfying(c -> assertThat(c.holds()).isTrue());
    }

    private static Map<String, Verdict> verdicts(RigorousReport report) {
        return report.findings().stream().collect(Collectors.toMap(Finding::id, Finding::verdict));
    }

    private static ExactSettings settings(
            String lambda1, String lambda2, String eta, String alpha, String beta1, String beta2, String kappa) {
        return new ExactSettings(
                new BigDecimal(lambda1),
                new BigDecimal(lambda2),
                new BigDecimal(eta),
                new BigDecimal(alpha),
                new BigDecimal(beta1),
                new BigDecimal(beta2),
                new ExactClip.Floor(new BigDecimal(kappa)));
    }
}
