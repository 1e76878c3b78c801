package org.eoslab.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Beside the JDK's own roots. */
class IntegerRootTest {
    @Test
    void isTheLargestWhoseSquareIsNotAbove() {
        LongStream.range(0, 10_000)
                .mapToObj(BigInteger::valueOf)
                .forEach(n -> assertThat(IntegerRoot.floor(n)).isEqualTo(n.sqrt()));
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            BigInteger n = new BigInteger(random.nextInt(2000), random);
            assertThat(IntegerRoot.floor(n)).isEqualTo(n.sqrt());
            BigInteger square = n.multiply(n);
            assertThat(IntegerRoot.floor(square)).isEqualTo(n);
            if (n.signum() > 0) {
                assertThat(IntegerRoot.floor(square.subtract(BigInteger.ONE))).isEqualTo(n.subtract(BigInteger.ONE));
            }
        }
    }

    @Test
    void ofADecimalIsRoundedAsAsked() {
        Random random = new Random(2);
        for (int i = 0; i < 5_000; i++) {
            BigDecimal x = new BigDecimal(new BigInteger(1 + random.nextInt(300), random), random.nextInt(60) - 30);
            MathContext context = new MathContext(1 + random.nextInt(40), RoundingMode.HALF_EVEN);
            assertThat(IntegerRoot.of(x, context)).isEqualByComparingTo(x.sqrt(context));
        }
    }

    @Test
    void thereIsNoneOfANegativeNumber() {
        assertThatExceptionOfType(ArithmeticException.class)
                .isThrownBy(() -> IntegerRoot.floor(BigInteger.valueOf(-1)));
    }
}
