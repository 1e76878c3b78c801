package org.eoslab.model.minimalist.theorem;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eoslab.claim.Finding;
import org.eoslab.claim.Verdict;
import org.eoslab.dynamics.State;
import org.eoslab.interval.Interval;
import org.eoslab.interval.Sign;
import org.eoslab.model.minimalist.admissible.AdmissibleSet;
import org.eoslab.model.minimalist.admissible.RandomStart;
import org.eoslab.model.minimalist.dynamics.ClippingRule;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;
import org.eoslab.model.minimalist.enclosure.EnclosedDescent;
import org.eoslab.model.minimalist.enclosure.EnclosedState;
import org.eoslab.model.minimalist.enclosure.EnclosedStep;
import org.eoslab.model.minimalist.enclosure.ExactClip;
import org.eoslab.model.minimalist.enclosure.ExactSettings;
import org.eoslab.model.minimalist.enclosure.UndecidedException;
import org.junit.jupiter.api.Test;

class TheoremClaimsTest {
    private static final int STARTS = 10_000;

    /** The share of these starts that cross is above 97 %, T4.3a* covers above 80 % and T4.4* above 75 %: none is an empty statement. */
    @Test
    void noRandomStartUpToTheBoundOfRViolatesAClaim() {
        int crossed = 0;
        int covered = 0;
        int returning = 0;
        for (RandomStart start : RandomStart.upToTheBound(7).limit(STARTS).toList()) {
            StartTrial trial = StartTrial.of(start);
            assertThat(trial.violation()).as("%s", start).isEmpty();
            crossed += trial.crossed() ? 1 : 0;
            covered += trial.covered() ? 1 : 0;
            returning += trial.returning() ? 1 : 0;
        }
        assertThat(crossed).isGreaterThan(STARTS * 97 / 100);
        assertThat(covered).isGreaterThan(STARTS * 8 / 10);
        assertThat(returning).isGreaterThan(STARTS * 3 / 4);
    }

    @Test
    void areProvedOnCanonicalBeforeTheFirstStep() {
        Map<String, Finding> found = prove(start("0.001", "3.2", "0.7", "0.005", "0.2", "1.81"));
        assertThat(found.values()).extracting(Finding::verdict).containsOnly(Verdict.PROVED);
        assertThat(found.get("T4.1*").statement()).doesNotContain("unless");
        assertThat(found.get("T4.3a*").statement()).contains("T₁ < ∞").contains("(M)");
        // With β₁ = 0 the flow ends at α² = (0.45 + √4.2025)/2 = 1.25, and A² = 3.2·1.25.
        assertThat(found.get("T4.3b*").attained()).contains("A² = 4.00000000");
        assertThat(found.get("T4.4*").statement())
                .contains("and (V): T₁ ≤ T₂ < T₃")
                .doesNotContain("unless");
    }

    /** 2.5·(0.49 − 0.04) + 2.5²/8 = 1.90625; at 2.6 it is 2.015. */
    @Test
    void aFlowThatGetsToTheThresholdLateNeedsNoOtherCondition() {
        Finding late =
                prove(start("0.001", "2.5", "0.7", "0.005", "0.2", "1.81")).get("T4.4*");
        assertThat(late.verdict()).isEqualTo(Verdict.PROVED);
        assertThat(late.attained()).isEqualTo("(Y): 1.90625 ≤ 2");
        assertThat(prove(start("0.001", "2.6", "0.7", "0.005", "0.2", "1.81"))
                        .get("T4.4*")
                        .attained())
                .startsWith("(V)");
        // The flow from there ends below 2/η: there is nothing to come back from.
        assertThat(prove(start("0.001", "1.59", "0.7", "0.005", "0.2", "1.81"))
                        .get("T4.4*")
                        .verdict())
                .isEqualTo(Verdict.NOT_APPLICABLE);
        ExactSettings neither = RandomStart.upToTheBound(11)
                .map(RandomStart::settings)
                .filter(s -> new Crossing(s).earliest().isPresent()
                        && Returning.cover(s).objection().isPresent())
                .findFirst()
                .orElseThrow();
        assertThat(Returning.cover(neither).objection().orElseThrow())
                .contains("(V) does not hold, and the start violates Y");
    }

    /** What (V) says on the way: x = αB/(gcρ) is at most X until ηλ₁α² ≥ 2 + z, and α turns beyond that. */
    @Test
    void turnsAsFarBeyondTheThresholdAsTheProofSays() {
        int turns = 0;
        for (RandomStart random : RandomStart.upToTheBound(11).limit(1000).toList()) {
            ExactSettings start = random.settings();
            Optional<Turn> turn = new Crossing(start).earliest().flatMap(found -> Turn.of(start, found.bar()));
            if (turn.isEmpty() || start.beta1().doubleValue() < 1e-100) {
                continue;
            }
            turns++;
            double r = start.lambda2().doubleValue() / start.lambda1().doubleValue();
            double u = start.u().doubleValue();
            double g = u * start.v().doubleValue();
            double a = Math.sqrt(start.curvature().doubleValue());
            double c = start.beta2().doubleValue() / Math.sqrt(u);
            double b = u * Math.pow(start.beta1().doubleValue(), 2);
            double x = 0;
            for (int step = 0; step < 40_000 && !(a * a > 2 && x > 1); step++) {
                double residual = 1 - a * c;
                x = a * b / (g * c * residual);
                if (a * a > 2 && a * a < 2 + turn.get().far()) {
                    assertThat(x)
                            .as("%s", random)
                            .isLessThanOrEqualTo(turn.get().ratio());
                }
                double next = a * (1 - b) + g * c * residual;
                b *= Math.pow(1 - a * a, 2);
                c += r * a * residual;
                a = next;
            }
        }
        assertThat(turns).isGreaterThan(200);
    }

    @Test
    void outsideTheSetTheySayByHowMuch() {
        Finding stiff =
                prove(start("0.8", "0.35", "2.385", "0.001", "0.2", "1.81")).get("L4.2iii*");
        assertThat(stiff.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(stiff.note()).contains("S6").contains("1.70336 against 1, by 41 %");
    }

    /** From ηλ₁α² = 1 the first step makes β₁ exactly 0, and the run ends above 2/η: the exception is real. */
    @Test
    void theExceptionOfTheoremFourPointOneIsReal() {
        ExactSettings start = start("0.001", "4", "0.5", "0.005", "0.2", "1.81");
        Finding finding = prove(start).get("T4.1*");
        assertThat(new AdmissibleSet(start).violated()).isEmpty();
        assertThat(finding.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(finding.note()).contains("exactly 1");
        Minimalist model = new Minimalist(1, 0.001);
        MinimalistDescent descent = new MinimalistDescent(model, 4, ClippingRule.Floor.of(1.81, 4, model));
        State state = descent.start(new double[] {0.5, 0.005, 0.2});
        while (state.step() < 20_000) {
            descent.step(state);
        }
        assertThat(state.parameters()[Minimalist.BETA1]).isZero();
        assertThat(4 * state.parameters()[Minimalist.ALPHA] * state.parameters()[Minimalist.ALPHA])
                .isGreaterThan(2.5);
        // √4 is rational: from 0.3 the step at which ηλ₁α² is 1 can't be excluded beforehand, so the sentence has it.
        assertThat(prove(start("0.001", "4", "0.3", "0.005", "0.2", "1.81"))
                        .get("T4.1*")
                        .statement())
                .contains("unless");
        assertThat(prove(start("0.001", "4.1", "0.3", "0.005", "0.2", "1.81"))
                        .get("T4.1*")
                        .statement())
                .doesNotContain("unless");
    }

    /** In the layer below 2/η a start of (S1) to (S6) turns back and crosses all the same; enclosed, so a proof: (S7) is needed. */
    @Test
    void betweenTheLayerAndTheThresholdTheoremFourPointThreeIsFalse() throws UndecidedException {
        ExactSettings start = start(
                "0.0021794357492926353",
                "5.07896227041688",
                "0.6275173000307597",
                "0.03719742071420927",
                "0.7956472120811389",
                "1.81");
        AdmissibleSet set = new AdmissibleSet(start);
        assertThat(set.violated()).isEmpty();
        assertThat(set.belowTheLayer().holds()).isFalse();
        EnclosedDescent descent = new EnclosedDescent(start, Interval.bits(60));
        EnclosedState state = descent.start();
        boolean fell = false;
        EnclosedStep step = descent.step(state);
        while (!step.above()) {
            fell |= step.direction() == Sign.NEGATIVE;
            step = descent.step(step.next());
        }
        assertThat(fell).isTrue();
        assertThat(step.state().step()).isEqualTo(245);
    }

    private static Map<String, Finding> prove(ExactSettings start) {
        Minimalist model = new Minimalist(1, start.lambda2().doubleValue());
        double eta = start.eta().doubleValue();
        List<TheoremClaim> theorems =
                TheoremClaims.of(new MinimalistDescent(model, eta, ClippingRule.Floor.of(1.81, eta, model)));
        return theorems.stream().map(t -> t.prove(start)).collect(Collectors.toMap(Finding::id, Function.identity()));
    }

    private static ExactSettings start(
            String lambda2, String eta, String alpha, String beta1, String beta2, String kappa) {
        return new ExactSettings(
                BigDecimal.ONE,
                new BigDecimal(lambda2),
                new BigDecimal(eta),
                new BigDecimal(alpha),
                new BigDecimal(beta1),
                new BigDecimal(beta2),
                new ExactClip.Floor(new BigDecimal(kappa)));
    }
}
