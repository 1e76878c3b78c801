package org.eoslab.model.minimalist.enclosure.constrained;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import org.eoslab.interval.Interval;
import org.eoslab.model.minimalist.enclosure.EnclosedDescent;
import org.eoslab.model.minimalist.enclosure.ExactClip;
import org.eoslab.model.minimalist.enclosure.ExactSettings;
import org.eoslab.model.minimalist.enclosure.UndecidedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnclosedConstrainedTest {
    /** Digits of the oracle, and how many of them its rounding may cost in some thousand steps. */
    private static final MathContext DIGITS = new MathContext(80);

    private static final BigDecimal ROUNDING = new BigDecimal("1e-70");

    /** Oracle: the closed form as it stands in Lemma 5.4, in decimal arithmetic of 80 digits. */
    @ParameterizedTest
    @CsvSource({"1, 0.001, 3.2, 0.7, 0.2", "20, 0.01, 0.1, 0.7, 0.02", "1, 0.001, 3.2, 0.9, 0.2"})
    void enclosesTheClosedForm(String lambda1, String lambda2, String eta, String alpha, String beta2)
            throws UndecidedException {
        ExactSettings settings = settings(lambda1, lambda2, eta, alpha, beta2);
        EnclosedConstrained trajectory = new EnclosedConstrained(new EnclosedDescent(settings, Interval.bits(60)));
        BigDecimal bound = BigDecimal.valueOf(2).divide(settings.u(), DIGITS).sqrt(DIGITS);
        BigDecimal a = settings.alpha().min(bound);
        BigDecimal b = settings.beta2();
        ConstrainedPoint point = trajectory.start();
        boolean reached = false;
        for (int t = 0; t < 3000; t++) {
            BigDecimal rho = BigDecimal.ONE.subtract(a.multiply(b));
            assertEncloses(point.alpha(), a);
            assertEncloses(point.beta2(), b);
            assertEncloses(point.residual(), rho);
            assertEncloses(point.curvature(), settings.u().multiply(a.pow(2)));
            assertThat(point.atBound()).isEqualTo(a.equals(bound));
            reached |= point.atBound();
            BigDecimal rate = settings.v().multiply(rho);
            BigDecimal free = a.add(rate.multiply(b), DIGITS).min(bound);
            b = b.add(rate.multiply(a), DIGITS);
            a = free;
            point = trajectory.step(point).next();
        }
        assertThat(reached).isTrue();
        assertThat(point.residual().width()).isLessThan(1e-45);
    }

    /** λ₁α² = 2/η and αβ₂ = 1 at once, in numbers that are exact: a minimum on the border of the stable set stays where it is. */
    @Test
    void aMinimumAtTheBoundIsExact() throws UndecidedException {
        ExactSettings settings = settings("2", "0.1", "1", "1", "1");
        EnclosedConstrained trajectory = new EnclosedConstrained(new EnclosedDescent(settings, Interval.bits(20)));
        ConstrainedPoint start = trajectory.start();
        assertThat(settings.outsideStableSet()).isEmpty();
        assertThat(start.atBound()).isTrue();
        ConstrainedPoint next = trajectory.step(start).next();
        assertThat(next.atBound()).isTrue();
        assertThat(next.residual().isNonNegative() && next.residual().width() == 0)
                .isTrue();
        assertThat(next.beta2().width()).isZero();
    }

    @Test
    void theStableSetIsDecidedExactly() {
        assertThat(settings("1", "0.001", "3.2", "0.7", "0.2").outsideStableSet())
                .isEmpty();
        // αβ₂ = 1 is inside, a little beyond is not; with α moved to the bound 1, β₂ = 1 is the border.
        assertThat(settings("2", "0.1", "1", "0.8", "1.25").outsideStableSet()).isEmpty();
        assertThat(settings("2", "0.1", "1", "0.8", "1.2500000001").outsideStableSet())
                .isPresent();
        assertThat(settings("2", "0.1", "1", "7", "1").outsideStableSet()).isEmpty();
        assertThat(settings("2", "0.1", "1", "7", "1.0000000001").outsideStableSet())
                .isPresent();
        // λ₁α² > λ₂(α² + β₂² + 1): 2·0.25 against 0.4·(0.25 + 1 + 0), equal at β₂ → 0.
        assertThat(settings("2", "0.4", "0.1", "0.5", "0.0001").outsideStableSet())
                .isPresent();
        assertThat(settings("2", "0.39", "0.1", "0.5", "0.0001").outsideStableSet())
                .isEmpty();
    }

    private static void assertEncloses(Interval enclosure, BigDecimal value) {
        Interval low = Interval.of(value.subtract(ROUNDING), 300);
        Interval high = Interval.of(value.add(ROUNDING), 300);
        assertThat(enclosure.isBelow(low) || high.isBelow(enclosure))
                .as("%s misses %s", enclosure, value)
                .isFalse();
    }

    private static ExactSettings settings(String lambda1, String lambda2, String eta, String alpha, String beta2) {
        return new ExactSettings(
                new BigDecimal(lambda1),
                new BigDecimal(lambda2),
                new BigDecimal(eta),
                new BigDecimal(alpha),
                new BigDecimal("0.005"),
                new BigDecimal(beta2),
                new ExactClip.None());
    }
}
