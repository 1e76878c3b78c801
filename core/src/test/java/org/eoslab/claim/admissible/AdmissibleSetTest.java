package org.eoslab.claim.admissible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.eoslab.Tolerances;
import org.eoslab.objective.Minimalist;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdmissibleSetTest {
    private static final AdmissibleSet SET = new AdmissibleSet(new Minimalist(1, 0.001), 3.2);

    @Test
    void containsThePapersStart() {
        assertThat(SET.violated(0.7, 0.005, 0.2)).isEmpty();
        assertThat(SET.conditions(0.7, 0.005, 0.2)).extracting(Condition::id).isSorted();
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
    void namesTheViolatedCondition(String id, double alpha, double beta1, double beta2, double margin) {
        Condition condition = SET.violated(alpha, beta1, beta2).orElseThrow();
        assertThat(condition.id()).isEqualTo(id);
        assertThat(condition.margin()).isCloseTo(margin, within(Tolerances.CLOSED_FORM));
        assertThat(condition.violation()).contains(id);
    }

    @Test
    void needsAFlowThatEndsSharp() {
        // φ = 1.249985 (the 120-digit reference of figure 1) against 2/η = 4/3.
        Condition condition = new AdmissibleSet(new Minimalist(1, 0.001), 1.5)
                .violated(0.7, 0.005, 0.2)
                .orElseThrow();
        assertThat(condition.id()).isEqualTo("S4");
        assertThat(condition.margin()).isCloseTo(0.75 * 1.249984756170107998 - 1, within(Tolerances.CLOSED_FORM));
    }

    @Test
    void limitsTheProductOfRates() {
        // φ = 1.25 is above 2/η = 0.1, λ₁α² = 0.04 below it; g = 20²·0.001 = 0.4.
        Condition condition = new AdmissibleSet(new Minimalist(1, 0.001), 20)
                .violated(0.2, 0.001, 0.2)
                .orElseThrow();
        assertThat(condition.id()).isEqualTo("S5");
        assertThat(condition.margin()).isCloseTo(-0.75, within(Tolerances.CLOSED_FORM));
    }
}
