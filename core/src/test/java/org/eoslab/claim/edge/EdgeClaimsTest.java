package org.eoslab.claim.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.function.LongToDoubleFunction;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.claim.Verdict;
import org.junit.jupiter.api.Test;

/** Runs whose columns are said step by step. */
class EdgeClaimsTest {
    private static final double ROUNDING = 1e-9;
    private static final LongToDoubleFunction FALLING = step -> 1.0 / (1 + step);

    private static Finding check(Claim claim, long steps, LongToDoubleFunction loss, LongToDoubleFunction sharpness) {
        return claim.check(new SaidRun(loss, sharpness).run(steps));
    }

    private static Finding check(String id, long steps, SaidRun run) {
        return EdgeClaims.of("sharpness", 1, true).stream()
                .filter(claim -> claim.id().equals(id))
                .findFirst()
                .orElseThrow()
                .check(run.run(steps));
    }

    /** From 1 up by 0.01 a step to 2.2, then up and down about it. */
    private static double sharpening(long step) {
        return step <= 120 ? 1 + 0.01 * step : 2.2 + (step % 2 == 0 ? 0.1 : -0.1);
    }

    @Test
    void aRunThatNeverReachesTheEdgeIsNoneThatTheClaimsAreAbout() {
        for (Claim claim : EdgeClaims.of("sharpness", 1, true)) {
            Finding finding = check(claim, 50, FALLING, step -> step == 30 ? 1.9 : 1);
            assertThat(finding.verdict()).as(claim.id()).isEqualTo(Verdict.NOT_APPLICABLE);
            assertThat(finding.note()).as(claim.id()).isNotEmpty();
        }
        assertThat(check(EdgeClaim.of("sharpness", 1), 50, FALLING, step -> step == 30 ? 1.9 : 1)
                        .note())
                .isEqualTo("it never reaches the edge: the curvature is at most 0.950 of the threshold, at step 30");
    }

    @Test
    void sharpeningIsTheOrderOfTheReadings() {
        Finding risen = check(SharpeningClaim.of("sharpness"), 200, FALLING, EdgeClaimsTest::sharpening);
        assertThat(risen.verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(risen.margin()).isCloseTo(0.5, within(ROUNDING));
        assertThat(risen.worstStep()).isEqualTo(101);
        // Falls for 100 steps, and then is above at once: all pairs but those with the last are the wrong way round.
        Finding fallen =
                check(SharpeningClaim.of("sharpness"), 100, FALLING, step -> step == 100 ? 3 : 1.9 - 0.01 * step);
        assertThat(fallen.verdict()).isEqualTo(Verdict.FAILS);
        assertThat(fallen.margin()).isCloseTo((100 - 4950) / 5050.0 - 0.5, within(ROUNDING));
        Finding above = check(SharpeningClaim.of("sharpness"), 50, FALLING, step -> 3);
        assertThat(above.verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(above.note()).isEqualTo("it starts above the threshold, at 1.50 times it");
        assertThat(check(SharpeningClaim.of("sharpness"), 50, FALLING, step -> step < 2 ? 1 : 3)
                        .verdict())
                .isEqualTo(Verdict.NOT_REACHED);
    }

    @Test
    void theMeanAtTheEdgeHasItsInterval() {
        Finding near = check(EdgeClaim.of("sharpness", 1), 320, FALLING, EdgeClaimsTest::sharpening);
        assertThat(near.verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(near.attained()).contains("means of 10 batches of 22 readings");
        Finding far = check(EdgeClaim.of("sharpness", 1), 320, FALLING, step -> step < 20 ? 1 : 3);
        assertThat(far.verdict()).isEqualTo(Verdict.FAILS);
        assertThat(far.margin()).isCloseTo(2.0 / 3 - 1, within(ROUNDING));
        Finding wide = check(EdgeClaim.of("sharpness", 1), 320, FALLING, step -> step < 20 ? 1 : step < 170 ? 2.1 : 4);
        assertThat(wide.verdict()).isEqualTo(Verdict.NOT_REACHED);
        assertThat(check(EdgeClaim.of("sharpness", 10), 210, FALLING, EdgeClaimsTest::sharpening)
                        .verdict())
                .isEqualTo(Verdict.NOT_REACHED);
    }

    /** What follows the last reading above the threshold is no edge any more, and is said. */
    @Test
    void aRunThatLeavesTheEdgeIsLookedAtUntilThen() {
        Finding left = check(EdgeClaim.of("sharpness", 1), 400, FALLING, step -> step < 200 ? sharpening(step) : 0.5);
        assertThat(left.verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(left.note())
                .isEqualTo("readings of steps 101 to 199; below the threshold from then on, to step 400");
    }

    @Test
    void aCatapultRaisesTheLossAndLowersTheSharpness() {
        LongToDoubleFunction loss = step -> step == 5 ? 1.5 : step < 10 ? 1 : 0.25;
        LongToDoubleFunction sharpness = step -> Math.max(1.5, 4 - 0.25 * step);
        Finding catapult = check(CatapultClaim.of("sharpness"), 50, loss, sharpness);
        assertThat(catapult.verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(catapult.margin()).isCloseTo(0.5, within(ROUNDING));
        assertThat(catapult.worstStep()).isEqualTo(5);
        assertThat(catapult.note()).isEqualTo("below the threshold from step 8 on");
        // Without the rise, without the fall, and with a fall that ends above.
        assertThat(check(CatapultClaim.of("sharpness"), 50, FALLING, sharpness).verdict())
                .isEqualTo(Verdict.FAILS);
        assertThat(check(CatapultClaim.of("sharpness"), 50, loss, step -> 4 + step)
                        .verdict())
                .isEqualTo(Verdict.FAILS);
        Finding above = check(CatapultClaim.of("sharpness"), 50, loss, step -> Math.max(2.1, 4 - 0.25 * step));
        assertThat(above.verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(above.margin()).isCloseTo(0.45, within(ROUNDING));
        assertThat(above.note())
                .isEqualTo("no reading is below the threshold: the lowest is 1.05 times it, 95 % of the way down");
        assertThat(check(CatapultClaim.of("sharpness"), 50, loss, EdgeClaimsTest::sharpening)
                        .verdict())
                .isEqualTo(Verdict.NOT_APPLICABLE);
    }

    /** S = 1 + t²/10⁴ rises at the rate t/5000. */
    @Test
    void theSharpnessRisesAtTheRateAlpha() {
        SaidRun run = new SaidRun(FALLING, step -> 1 + step * step / 1e4);
        assertThat(check("sharpening-rate", 150, run).verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        Finding right = check("sharpening-rate", 150, run.with("progressiveSharpening", step -> step / 5000.0));
        assertThat(right.verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(right.margin()).isCloseTo(0.1, within(ROUNDING));
        Finding wrong = check("sharpening-rate", 150, run.with("progressiveSharpening", step -> step / 4000.0));
        assertThat(wrong.verdict()).isEqualTo(Verdict.FAILS);
        assertThat(wrong.margin()).isCloseTo(0.1 - 0.25, within(ROUNDING));
    }

    /** An oscillation x² = 2 with α = β = 1 keeps the sharpness; with x² = 1 it would rise by ½ a step. */
    @Test
    void theOscillationKeepsTheSharpness() {
        SaidRun run = new SaidRun(FALLING, EdgeClaimsTest::sharpening)
                .with("centralSharpening", step -> 1)
                .with("centralStabilisation", step -> 1)
                .with("oscillationAmplitude", step -> Math.sqrt(2));
        assertThat(check("self-stabilisation", 220, run).note()).contains("the second was not recorded");
        run.with("eigenvalue2", step -> step > 200 ? 2 : 1);
        Finding kept = check("self-stabilisation", 220, run);
        assertThat(kept.verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(kept.note())
                .isEqualTo("steps 101 to 200; the second eigenvalue is at the edge too from step 201 on");
        assertThat(kept.margin()).isCloseTo(0.2 - (2.3 - 2.01) / 99, within(ROUNDING));
        run.with("oscillationAmplitude", step -> 1);
        assertThat(check("self-stabilisation", 220, run).verdict()).isEqualTo(Verdict.FAILS);
        run.with("centralSharpening", step -> step % 10 == 0 ? 1 : Double.NaN);
        assertThat(check("self-stabilisation", 500, run.with("eigenvalue2", step -> 1))
                        .note())
                .startsWith("readings of α 10 steps apart do not resolve the oscillation");
    }

    @Test
    void whatIsAboutGradientDescentIsNotAboutOtherRules() {
        assertThat(EdgeClaims.of("sharpness", 1, false))
                .filteredOn(claim -> claim.check(new SaidRun(FALLING, EdgeClaimsTest::sharpening).run(200))
                        .note()
                        .contains("this run is by another rule"))
                .extracting(Claim::id)
                .containsExactly("catapult", "sharpening-rate", "self-stabilisation");
    }
}
