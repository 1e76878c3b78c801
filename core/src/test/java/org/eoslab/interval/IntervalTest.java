package org.eoslab.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Oracle: exact rational arithmetic on fractions of big integers. */
class IntervalTest {
    /** Nine kernels, 250,000 random operations each. */
    private static final int OPERATIONS = 250_000;

    enum Kernel {
        PLUS,
        MINUS,
        TIMES,
        SQUARE,
        DIVIDED_BY,
        SQRT,
        MIN,
        MAX,
        SIGN
    }

    @ParameterizedTest
    @EnumSource(Kernel.class)
    void enclosesTheExactResultTightly(Kernel kernel) {
        SplittableRandom random = new SplittableRandom(kernel.ordinal() + 1);
        for (int i = 0; i < OPERATIONS; i++) {
            int bits = 2 + random.nextInt(60);
            boolean points = random.nextBoolean();
            Interval x = interval(random, bits, points);
            Interval y = interval(random, bits, points);
            Fraction p = member(random, x);
            Fraction q = member(random, y);
            if (!encloses(kernel, x, y, p, q, points)) {
                throw new AssertionError(kernel + " of " + x + " and " + y + " at " + p + ", " + q);
            }
        }
    }

    private static boolean encloses(Kernel kernel, Interval x, Interval y, Fraction p, Fraction q, boolean points) {
        return switch (kernel) {
            case PLUS -> holds(x.plus(y), p.plus(q), points);
            case MINUS -> holds(x.minus(y), p.plus(q.negate()), points);
            case TIMES -> holds(x.times(y), p.times(q), points);
            case SQUARE -> holds(x.square(), p.times(p), points);
            case DIVIDED_BY ->
                y.sign() == Sign.UNDECIDED || y.sign() == Sign.ZERO
                        ? throwsOnDivision(x, y)
                        : holds(x.dividedBy(y), p.over(q), points);
            case SQRT -> {
                Interval positive = x.max(Interval.of(0, x.bits()));
                Interval root = positive.sqrt();
                Fraction low = Fraction.of(root.lower());
                Fraction high = Fraction.of(root.upper());
                yield low.times(low).compare(Fraction.of(positive.lower())) <= 0
                        && high.times(high).compare(Fraction.of(positive.upper())) >= 0
                        && (!points || width(root, high));
            }
            case MIN -> holds(x.min(y), p.compare(q) <= 0 ? p : q, points);
            case MAX -> holds(x.max(y), p.compare(q) >= 0 ? p : q, points);
            case SIGN ->
                switch (x.minus(y).sign()) {
                    case POSITIVE -> p.compare(q) > 0;
                    case NEGATIVE -> p.compare(q) < 0 && x.isBelow(y);
                    case ZERO -> p.compare(q) == 0;
                    case UNDECIDED -> !points;
                };
        };
    }

    private static boolean throwsOnDivision(Interval x, Interval y) {
        try {
            x.dividedBy(y);
            return false;
        } catch (ArithmeticException e) {
            return true;
        }
    }

    /** Whether {@code result} contains {@code exact}, and, of points, is no wider than a unit in the last place. */
    private static boolean holds(Interval result, Fraction exact, boolean points) {
        return Fraction.of(result.lower()).compare(exact) <= 0
                && Fraction.of(result.upper()).compare(exact) >= 0
                && (!points || width(result, exact));
    }

    /** upper − lower ≤ 2^(1 − bits)·|exact|. */
    private static boolean width(Interval result, Fraction exact) {
        Fraction width =
                Fraction.of(result.upper()).plus(Fraction.of(result.lower()).negate());
        Fraction size = exact.sign() < 0 ? exact.negate() : exact;
        Fraction ulp = new Fraction(BigInteger.ONE, BigInteger.ONE.shiftLeft(result.bits() - 1));
        return width.compare(size.times(ulp)) <= 0;
    }

    private static Interval interval(SplittableRandom random, int bits, boolean point) {
        Dyadic a = dyadic(random, bits);
        Dyadic b = point ? a : dyadic(random, bits);
        return a.compareTo(b) <= 0 ? Interval.of(a, b, bits) : Interval.of(b, a, bits);
    }

    private static Dyadic dyadic(SplittableRandom random, int bits) {
        BigInteger significand = BigInteger.valueOf(random.nextLong() >> (64 - bits - 1));
        if (random.nextInt(8) == 0) {
            significand = BigInteger.valueOf(random.nextInt(3) - 1L);
        }
        // Mostly overlapping magnitudes, sometimes far apart.
        int range = random.nextInt(10) == 0 ? 300 : 8;
        return Dyadic.of(
                significand.bitLength() > bits ? significand.shiftRight(1) : significand,
                random.nextInt(-range, range));
    }

    /** An end, or the point two thirds in. */
    private static Fraction member(SplittableRandom random, Interval x) {
        Fraction low = Fraction.of(x.lower());
        Fraction high = Fraction.of(x.upper());
        return switch (random.nextInt(3)) {
            case 0 -> low;
            case 1 -> high;
            default -> low.plus(high).plus(high).times(new Fraction(BigInteger.ONE, BigInteger.valueOf(3)));
        };
    }

    @Test
    void decimalsAreEnclosed() {
        for (String text : new String[] {"0.1", "-1.81", "3e5", "-2.5e-400", "0", "123456789e300"}) {
            BigDecimal value = new BigDecimal(text);
            Interval enclosure = Interval.of(value, 100);
            assertThat(enclosure.contains(value)).as(text).isTrue();
            assertThat(enclosure.width())
                    .isLessThanOrEqualTo(Math.abs(value.doubleValue()) * 0x1p-98 + Double.MIN_VALUE);
        }
        assertThat(Interval.of(new BigDecimal("0.75"), 10).width()).isZero();
    }

    @Test
    void doublesAreOutward() {
        Interval third = Interval.of(1, 200).dividedBy(Interval.of(3, 200));
        assertThat(third.lowerDouble()).isLessThan(third.upperDouble());
        assertThat(Math.nextUp(third.lowerDouble())).isEqualTo(third.upperDouble());
        Interval tiny = Interval.of(new BigDecimal("1e-900"), 200);
        assertThat(tiny.lowerDouble()).isZero();
        assertThat(tiny.upperDouble()).isEqualTo(Double.MIN_VALUE);
        assertThat(tiny.sign()).isEqualTo(Sign.POSITIVE);
        for (double value : new double[] {0, 1, -0.1, Double.MIN_VALUE, 1e308, -3e-310}) {
            assertThat(Interval.exactly(value, 60).lowerDouble()).isEqualTo(value);
            assertThat(Interval.exactly(value, 60).upperDouble()).isEqualTo(value);
        }
    }

    @Test
    void wrongOperandsAreRefused() {
        Interval mixed = Interval.of(Dyadic.of(-1.0), Dyadic.of(1.0), 10);
        assertThatThrownBy(() -> mixed.dividedBy(mixed)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(mixed::sqrt).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Interval.of(BigDecimal.ONE, 1)).hasMessageContaining("at least 2");
        assertThatThrownBy(() -> Interval.exactly(Double.NaN, 60)).hasMessageContaining("NaN");
    }

    /** numerator/denominator, denominator &gt; 0, not reduced. */
    private record Fraction(BigInteger numerator, BigInteger denominator) {
        static Fraction of(Dyadic value) {
            return value.exponent() >= 0
                    ? new Fraction(value.significand().shiftLeft(value.exponent()), BigInteger.ONE)
                    : new Fraction(value.significand(), BigInteger.ONE.shiftLeft(-value.exponent()));
        }

        Fraction plus(Fraction y) {
            return new Fraction(
                    numerator.multiply(y.denominator).add(y.numerator.multiply(denominator)),
                    denominator.multiply(y.denominator));
        }

        Fraction times(Fraction y) {
            return new Fraction(numerator.multiply(y.numerator), denominator.multiply(y.denominator));
        }

        Fraction over(Fraction y) {
            BigInteger sign = BigInteger.valueOf(y.numerator.signum());
            return new Fraction(
                    numerator.multiply(y.denominator).multiply(sign), denominator.multiply(y.numerator.abs()));
        }

        Fraction negate() {
            return new Fraction(numerator.negate(), denominator);
        }

        int sign() {
            return numerator.signum();
        }

        int compare(Fraction y) {
            return numerator.multiply(y.denominator).compareTo(y.numerator.multiply(denominator));
        }
    }
}
