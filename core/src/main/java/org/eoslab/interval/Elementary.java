package org.eoslab.interval;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The exponential and the logarithm of intervals, by series with bounds of what is left out, computed with guard bits and rounded outward. Both
 * increase, so that the ends of the result are those of the ends.
 */
final class Elementary {
    private static final int GUARD = 32;

    /** Halvings beyond 1 before the exponential's series: fewer terms for more squarings. */
    private static final int HALVINGS = 12;

    /** Beyond 2 to this the exponential's own exponent is no int. */
    private static final int LARGEST = 30;

    /** log 2 by the bits it was asked for with; the few precisions of a program. */
    private static final Map<Integer, Interval> LOG_2 = new ConcurrentHashMap<>();

    private Elementary() {}

    static Interval exp(Interval x) {
        Interval low = expOf(x.lower(), x.bits());
        Interval high = x.lower().equals(x.upper()) ? low : expOf(x.upper(), x.bits());
        return Interval.of(low.lower(), high.upper(), x.bits()).rounded(x.bits());
    }

    static Interval expm1(Interval x) {
        Interval low = expm1Of(x.lower(), x.bits());
        Interval high = x.lower().equals(x.upper()) ? low : expm1Of(x.upper(), x.bits());
        return Interval.of(low.lower(), high.upper(), x.bits()).rounded(x.bits());
    }

    static Interval log(Interval x) {
        if (x.lower().signum() <= 0) {
            throw new ArithmeticException("logarithm of " + x + ", which has members ≤ 0");
        }
        Interval low = logOf(x.lower(), x.bits());
        Interval high = x.lower().equals(x.upper()) ? low : logOf(x.upper(), x.bits());
        return Interval.of(low.lower(), high.upper(), x.bits()).rounded(x.bits());
    }

    static Interval log1p(Interval x) {
        Interval one = Interval.of(1, x.bits());
        if (x.lower().signum() < 0 && !one.negate().isBelow(x)) {
            throw new ArithmeticException("logarithm of 1 + " + x + ", which has members ≤ 0");
        }
        Interval low = log1pOf(x.lower(), x.bits());
        Interval high = x.lower().equals(x.upper()) ? low : log1pOf(x.upper(), x.bits());
        return Interval.of(low.lower(), high.upper(), x.bits()).rounded(x.bits());
    }

    /** The number 2^k with k the least that |x| &lt; 2^k. */
    private static long top(Dyadic x) {
        return (long) x.exponent() + x.significand().abs().bitLength();
    }

    private static Interval point(Dyadic x, int bits) {
        return Interval.of(x, x, bits);
    }

    private static Interval scaled(Interval x, long power) {
        return Interval.of(shifted(x.lower(), power), shifted(x.upper(), power), x.bits());
    }

    private static Dyadic shifted(Dyadic x, long power) {
        return Dyadic.of(x.significand(), Math.toIntExact(x.exponent() + power));
    }

    private static Interval expOf(Dyadic x, int bits) {
        if (top(x) > LARGEST) {
            throw new ArithmeticException(
                    "the exponential of " + x.doubleValue() + " is beyond the range of exponents");
        }
        int halvings = (int) Math.max(0, top(x) + HALVINGS);
        int work = bits + GUARD + 2 * halvings;
        Interval result = Interval.of(1, work).plus(series(scaled(point(x, work), -halvings)));
        for (int i = 0; i < halvings; i++) {
            result = result.square();
        }
        return result;
    }

    /** Near 0 by its own series, so that it keeps its relative accuracy. */
    private static Interval expm1Of(Dyadic x, int bits) {
        return top(x) < 0 ? series(point(x, bits + GUARD)) : expOf(x, bits).minus(Interval.of(1, bits));
    }

    /** Σ xᵏ/k! from k = 1 on for |x| ≤ 1/2: what is left out is less than twice the first term left out. */
    private static Interval series(Interval x) {
        Interval term = x;
        Interval sum = x;
        if (x.sign() == Sign.ZERO) {
            return x;
        }
        long wanted = top(x.magnitude().upper()) - x.bits();
        for (int k = 2; top(term.magnitude().upper()) >= wanted; k++) {
            term = term.times(x).dividedBy(Interval.of(k, x.bits()));
            sum = sum.plus(term);
        }
        return sum.plus(around(term));
    }

    /** [−m, m] of m = max |x|. */
    private static Interval around(Interval x) {
        Dyadic most = x.magnitude().upper();
        return Interval.of(most.negate(), most, x.bits());
    }

    private static Interval logOf(Dyadic x, int bits) {
        int work = bits + GUARD;
        // x = m·2^k with m from 2/3 to 4/3, so that k = 0 near 1, where log is small.
        long power = top(x);
        Interval m = scaled(point(x, work), -power);
        Interval one = Interval.of(1, work);
        if (m.isBelow(Interval.of(2, work).dividedBy(Interval.of(3, work)))) {
            power--;
            m = scaled(m, 1);
        }
        Interval t = m.minus(one).dividedBy(m.plus(one));
        Interval result = artanhTwice(t);
        return power == 0 ? result : result.plus(log2(work).times(Interval.of(power, work)));
    }

    private static Interval log1pOf(Dyadic x, int bits) {
        Interval u = point(x, bits + GUARD);
        Interval one = Interval.of(1, u.bits());
        return top(x) < -1 ? artanhTwice(u.dividedBy(u.plus(one).plus(one))) : log(u.plus(one));
    }

    private static Interval log2(int bits) {
        return LOG_2.computeIfAbsent(bits, b -> artanhTwice(Interval.of(1, b).dividedBy(Interval.of(3, b))));
    }

    /** 2Σ t^(2j+1)/(2j+1) for |t| ≤ 1/3: what is left out is less than the last term. */
    private static Interval artanhTwice(Interval t) {
        if (t.sign() == Sign.ZERO) {
            return t;
        }
        Interval square = t.square();
        Interval power = t;
        Interval sum = t;
        long wanted = top(t.magnitude().upper()) - t.bits();
        for (int k = 3; top(power.magnitude().upper()) >= wanted; k += 2) {
            power = power.times(square);
            sum = sum.plus(power.dividedBy(Interval.of(k, t.bits())));
        }
        return scaled(sum.plus(around(power)), 1);
    }
}
