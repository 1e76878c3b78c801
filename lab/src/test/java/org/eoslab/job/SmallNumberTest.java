package org.eoslab.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SmallNumberTest {
    @Test
    void isADoubleWhereThatHoldsIt() {
        assertThat(SmallNumber.of(0.75, -1000)).isEqualTo(0.75 * 0x1p-1000);
        assertThat(SmallNumber.of(0, -5000)).isEqualTo(0.0);
    }

    @Test
    void hasTheSeventeenDigitsOfExactArithmetic() {
        SplittableRandom random = new SplittableRandom(5);
        for (int i = 0; i < 200; i++) {
            double significand = random.nextDouble(-1, 1);
            int exponent = -random.nextInt(1100, 20_000);
            BigDecimal exact = new BigDecimal(significand)
                    .multiply(BigDecimal.ONE.divide(BigDecimal.valueOf(2).pow(-exponent)));
            assertThat(SmallNumber.of(significand, exponent))
                    .isEqualTo(exact.round(new MathContext(17)).toString().replace('E', 'e'));
        }
    }

    /** As after a thousand million steps; by logarithms, whose rounding leaves some six digits. */
    @Test
    void takesNoLongerForAnExponentBeyondAnInt() {
        double exponent = -5e9;
        double decimal = exponent * Math.log10(2);
        double digits = Math.pow(10, decimal - Math.floor(decimal));
        String[] text = SmallNumber.of(1, exponent).toString().split("e");
        assertThat(Long.parseLong(text[1])).isEqualTo((long) Math.floor(decimal));
        assertThat(Double.parseDouble(text[0])).isCloseTo(digits, org.assertj.core.data.Offset.offset(1e-5));
    }
}
