package org.eoslab.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Beside the JDK's own formats. */
class FormatTest {
    private static void same(String format, Object... arguments) {
        assertThat(Format.text(format, arguments)).isEqualTo(String.format(Locale.ROOT, format, arguments));
    }

    @Test
    void doublesAreThoseOfTheJdkDigitForDigit() {
        Random random = new Random(1);
        double[] odd = {
            0,
            -0.0,
            1,
            -1,
            0.5,
            0.125,
            9.995,
            9.9995,
            99999.5,
            1e-4,
            9.99995e-5,
            0.000099999,
            1e4,
            12345,
            1e300,
            1e-300,
            Double.MIN_VALUE,
            Double.MAX_VALUE,
            Double.NaN,
            Double.POSITIVE_INFINITY,
            Double.NEGATIVE_INFINITY,
            2.5e-5
        };
        for (int i = 0; i < 100_000; i++) {
            double x = i < odd.length
                    ? odd[i]
                    : i % 2 == 0
                            ? Double.longBitsToDouble(random.nextLong())
                            : Math.pow(10, random.nextInt(16) - 8) * random.nextInt(100_000) / 1000;
            int precision = 1 + random.nextInt(12);
            same("%." + precision + "g", x);
            same("%." + (precision - 1) + "e", x);
            same("%." + (precision - 1) + "f", x);
        }
    }

    @Test
    void decimalsToo() {
        Random random = new Random(2);
        for (int i = 0; i < 10_000; i++) {
            BigDecimal x = new BigDecimal(new BigInteger(1 + random.nextInt(80), random), random.nextInt(30) - 10);
            if (x.signum() != 0) { // the JDK writes a zero of several decimals as 0.00000e-05
                same("%." + (1 + random.nextInt(9)) + "g", x);
            }
        }
    }

    @Test
    void allElseIsTheJdks() {
        same("%d of %,d, %.1f %% and %s: %.3g", 1, 2_000_000L, 12.345, "so", 0.1);
        same("%,d|%,d|%,d|%,d|%8d|%-8s|%,.1f", -1234567, 999, -999, 0, 42, "left", 1234567.25);
        same("%g %e %12.3g|%-12.3e|", 1.5, 1.5, 1.5, 1.5);
    }
}
