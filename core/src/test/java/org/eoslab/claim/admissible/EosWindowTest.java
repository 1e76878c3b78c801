package org.eoslab.claim.admissible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.eoslab.objective.Minimalist;
import org.junit.jupiter.api.Test;

class EosWindowTest {
    /** The specification's five digits. */
    private static final double FIVE_DIGITS = 5e-5;

    @Test
    void ofThePapersStart() {
        EosWindow window = EosWindow.of(1, 0.001, 0.7, 0.005, 0.2);
        assertThat(window.low()).isCloseTo(1.6000, within(FIVE_DIGITS));
        assertThat(window.high()).isCloseTo(4.0816, within(FIVE_DIGITS));
        assertThat(window.limitedBy()).contains("S1");
        assertThat(window.isEmpty()).isFalse();
        assertThat(window.contains(3.2)).isTrue();
        assertThat(window.contains(window.low())).isFalse();
        assertThat(window.contains(window.high())).isTrue();
    }

    @Test
    void isExactlyWhereTheStartIsAdmissible() {
        Minimalist model = new Minimalist(1, 0.03);
        EosWindow window = EosWindow.of(1, 0.03, 0.5, 0.01, 0.3);
        assertThat(window.limitedBy()).contains("S5");
        for (double factor : new double[] {0.5, 0.99, 1.01, 2}) {
            double nearLow = window.low() * factor;
            double nearHigh = window.high() * factor;
            assertThat(new AdmissibleSet(model, nearLow)
                            .violated(0.5, 0.01, 0.3)
                            .isEmpty())
                    .isEqualTo(window.contains(nearLow));
            assertThat(new AdmissibleSet(model, nearHigh)
                            .violated(0.5, 0.01, 0.3)
                            .isEmpty())
                    .isEqualTo(window.contains(nearHigh));
        }
    }

    @Test
    void anEmptyOneSaysWhy() {
        EosWindow wide = EosWindow.of(1, 0.001, 0.7, 0.5, 0.2);
        assertThat(wide.isEmpty()).isTrue();
        assertThat(wide.whyEmpty()).contains("S3");
        assertThat(wide.contains(3)).isFalse();
        EosWindow slow = EosWindow.of(1, 0.5, 0.1, 0.01, 0.1);
        assertThat(slow.isEmpty()).isTrue();
        assertThat(slow.whyEmpty()).contains("S5");
    }
}
