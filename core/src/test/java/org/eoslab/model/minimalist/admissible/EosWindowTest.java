package org.eoslab.model.minimalist.admissible;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import org.eoslab.model.minimalist.enclosure.ExactClip;
import org.eoslab.model.minimalist.enclosure.ExactSettings;
import org.junit.jupiter.api.Test;

class EosWindowTest {
    /** The specification's five digits. */
    private static final double FIVE_DIGITS = 5e-5;

    @Test
    void ofThePapersStart() {
        EosWindow window = EosWindow.of(start("1", "0.001", "0.7", "0.005", "0.2"));
        assertThat(window.low()).isCloseTo(1.6000, within(FIVE_DIGITS));
        assertThat(window.high()).isCloseTo(4.0816, within(FIVE_DIGITS));
        assertThat(window.limitedBy()).contains("S1");
        assertThat(window.isEmpty()).isFalse();
        assertThat(window.contains(3.2)).isTrue();
        assertThat(window.contains(window.low())).isFalse();
        assertThat(window.contains(window.high())).isTrue();
    }

    /** The oracle is the admissible set itself, at the ends as they are printed and at the doubles beside them. */
    @Test
    void isExactlyWhereTheStartIsAdmissible() {
        for (ExactSettings start : new ExactSettings[] {
            start("1", "0.001", "0.7", "0.005", "0.2"), // (S1)
            start("1", "0.03", "0.9", "0.01", "0.3"), // (S5)
            start("1", "0.495", "3.5", "0.001", "0.01"), // (S6), where κ is the least of ηλ₁α² and κ
            start("1", "0.02", "0.21", "0.001", "0.1"), // (S6), where ηλ₁α² is
        }) {
            EosWindow window = EosWindow.of(start);
            assertThat(window.isEmpty()).as("%s", window).isFalse();
            for (double end : new double[] {window.low(), window.high()}) {
                for (double eta : new double[] {end * 0.99, Math.nextDown(end), end, Math.nextUp(end), end * 1.01}) {
                    assertThat(new AdmissibleSet(start.at(BigDecimal.valueOf(eta)))
                                    .violated()
                                    .isEmpty())
                            .as("η = %s, %s", eta, window)
                            .isEqualTo(window.contains(eta));
                }
            }
        }
    }

    @Test
    void anEmptyOneSaysWhy() {
        EosWindow wide = EosWindow.of(start("1", "0.001", "0.7", "0.5", "0.2"));
        assertThat(wide.isEmpty()).isTrue();
        assertThat(wide.whyEmpty()).contains("S3");
        assertThat(wide.contains(3)).isFalse();
        EosWindow stiff = EosWindow.of(start("1", "0.5", "0.1", "0.01", "0.1"));
        assertThat(stiff.isEmpty()).isTrue();
        assertThat(stiff.whyEmpty()).contains("S6");
    }

    private static ExactSettings start(String lambda1, String lambda2, String alpha, String beta1, String beta2) {
        return new ExactSettings(
                new BigDecimal(lambda1),
                new BigDecimal(lambda2),
                BigDecimal.ONE,
                new BigDecimal(alpha),
                new BigDecimal(beta1),
                new BigDecimal(beta2),
                new ExactClip.Floor(new BigDecimal("1.81")));
    }
}
