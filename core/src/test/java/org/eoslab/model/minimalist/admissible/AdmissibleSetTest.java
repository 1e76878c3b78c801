package org.eoslab.model.minimalist.admissible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.eoslab.Tolerances;
import org.eoslab.model.minimalist.enclosure.ExactClip;
import org.eoslab.model.minimalist.enclosure.ExactSettings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmissibleSetTest {
    @Test
    void containsThePapersStart() {
        AdmissibleSet set = set("0.001", "3.2", "0.7", "0.005", "0.2");
        assertThat(set.violated()).isEmpty();
        assertThat(set.conditions()).extracting(Condition::id).isSorted();
    }

    /** Each start violates one condition, by an amount computed by hand. */
    @ParameterizedTest
    @CsvSource({
        "S1, -0.7, 0.005, 0.2, -1",
        "S1, 1,    0.005, 0.2, -0.375",
        "S2, 0.7,  0.005, -0.2, -1",
        "S2, 0.75, 0.005, 0.8, -0.16666666666666667",
        "S3, 0.7,  0,     0.2, 0",
        "S3, 0.5,  0.1,   0.4, -0.936",
    })
    void namesTheViolatedCondition(String id, String alpha, String beta1, String beta2, double margin) {
        Condition condition =
                set("0.001", "3.2", alpha, beta1, beta2).violated().orElseThrow();
        assertThat(condition.id()).isEqualTo(id);
        assertThat(condition.margin()).isCloseTo(margin, within(Tolerances.CLOSED_FORM));
        assertThat(condition.violation()).contains(id);
    }

    @Test
    void needsAFlowThatEndsSharp() {
        // φ = 1.249985 (the 120-digit reference of figure 1) against 2/η = 4/3.
        Condition condition =
                set("0.001", "1.5", "0.7", "0.005", "0.2").violated().orElseThrow();
        assertThat(condition.id()).isEqualTo("S4");
        assertThat(condition.margin()).isCloseTo(0.75 * 1.249984756170107998 - 1, within(Tolerances.CLOSED_FORM));
    }

    @Test
    void limitsTheProductOfRates() {
        // φ = 1.25 is above 2/η = 0.1, λ₁α² = 0.04 below it; g = 20²·0.001 = 0.4.
        Condition condition =
                set("0.001", "20", "0.2", "0.001", "0.2").violated().orElseThrow();
        assertThat(condition.id()).isEqualTo("S5");
        assertThat(condition.margin()).isCloseTo(-0.75, within(Tolerances.CLOSED_FORM));
    }

    /** r = 0.8: αβ₂ reaches 1.33 in this run. */
    @Test
    void limitsHowStiffTheRelevantPartIs() {
        Condition condition =
                set("0.8", "0.35", "2.385", "0.001", "0.2").violated().orElseThrow();
        assertThat(condition.id()).isEqualTo("S6");
        // a² = 1.990879, u = 0.35: A² = (h + √(h² + 4u²))/2 with h = u(2.385² − 0.2²) = 1.976879.
        double h = 0.35 * (2.385 * 2.385 - 0.04);
        double largest = (h + Math.sqrt(h * h + 4 * 0.35 * 0.35)) / 2;
        double left = 0.8 * largest + 0.35 * 0.35 * 0.8 / 1.81 + 0.28 * 0.28 / 4;
        assertThat(condition.margin()).isCloseTo((1 - left) / left, within(Tolerances.CLOSED_FORM));
    }

    /** Between 2 and 2 − r: α can turn back there, so Theorem 4.3 does not speak of it before T₁. */
    @Test
    void theLayerBelowTheThresholdHasItsOwnCondition() {
        assertThat(set("0.001", "4.0815", "0.7", "0.005", "0.2").violated()).isEmpty();
        Condition layer = set("0.001", "4.0815", "0.7", "0.005", "0.2").belowTheLayer();
        assertThat(layer.holds()).isFalse();
        assertThat(layer.violation()).contains("S7").contains("0.49 against 0.489771");
        assertThat(set("0.001", "4.0795", "0.7", "0.005", "0.2").belowTheLayer().holds())
                .isTrue();
    }

    /** 0.7²·4.081632653061225 = 2.00000000000000025, which doubles take for 2. */
    @Test
    void aViolationShowsEnoughDigitsToTellTheNumbersApart() {
        String violation = set("0.001", "4.081632653061225", "0.7", "0.005", "0.2")
                .violated()
                .orElseThrow()
                .violation();
        assertThat(violation)
                .contains("S1")
                .contains("0.49 against 0.4899999999999999")
                .endsWith("by 1.3e-14 %");
        assertThat(set("0.001", "3.2", "0.7", "0", "0.2")
                        .violated()
                        .orElseThrow()
                        .violation())
                .endsWith("0 < |β₁|: it is 0");
    }

    private static AdmissibleSet set(String lambda2, String eta, String alpha, String beta1, String beta2) {
        return new AdmissibleSet(new ExactSettings(
                BigDecimal.ONE,
                new BigDecimal(lambda2),
                new BigDecimal(eta),
                new BigDecimal(alpha),
                new BigDecimal(beta1),
                new BigDecimal(beta2),
                new ExactClip.Floor(new BigDecimal("1.81"))));
    }
}
