package org.eoslab.expression;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.eoslab.interval.Interval;
import org.eoslab.interval.Sign;

/**
 * Intervals: a program evaluated over them encloses its values at all members of its inputs. There are + − * / and whole powers, sqrt, exp, log, and
 * what is made of these; where an operation cannot be enclosed, or a comparison not decided, it says so.
 */
public final class IntervalArithmetic implements Arithmetic<Interval> {
    private final int bits;
    private final Interval one;

    /** Intervals with ends of so many significant bits. */
    public IntervalArithmetic(int bits) {
        this.bits = bits;
        this.one = Interval.of(1, bits);
    }

    @Override
    public Interval constant(BigDecimal value) {
        return Interval.of(value, bits);
    }

    /** 16 arctan(1/5) − 4 arctan(1/239) (Machin). */
    @Override
    public Interval pi() {
        return arctanOfInverse(5)
                .times(Interval.of(16, bits))
                .minus(arctanOfInverse(239).times(Interval.of(4, bits)));
    }

    /** Σ ±1/((2k+1)n^(2k+1)): alternating, so what is left out is less than the last term. */
    private Interval arctanOfInverse(int n) {
        Interval square = Interval.of((long) n * n, bits);
        Interval power = one.dividedBy(Interval.of(n, bits));
        Interval sum = power;
        Interval term = power;
        double digits = bits * Math.log(2) / Math.log(n);
        for (int k = 1; 2 * k - 1 < digits + 2; k++) {
            power = power.dividedBy(square);
            term = power.dividedBy(Interval.of(2L * k + 1, bits));
            sum = k % 2 == 0 ? sum.plus(term) : sum.minus(term);
        }
        return sum.minus(term).hull(sum.plus(term));
    }

    @Override
    public boolean isZero(Interval a) {
        return switch (a.sign()) {
            case ZERO -> true;
            case POSITIVE, NEGATIVE -> false;
            case UNDECIDED -> throw new ArithmeticException("whether " + a + " is 0 cannot be decided");
        };
    }

    @Override
    public Interval apply(Op op, Interval a) {
        return switch (op) {
            case NEG -> a.negate();
            case SQRT -> a.sqrt();
            case EXP -> a.exp();
            case EXPM1 -> a.expm1();
            case LOG -> a.log();
            case LOG1P -> a.log1p();
            case LOG10 -> a.log().dividedBy(Interval.of(10, bits).log());
            case SINH -> ends(a, this::sinh);
            case COSH -> cosh(a);
            case TANH -> ends(a, this::tanh);
            case LOGCOSH -> logcosh(a);
            case SIGMOID -> ends(a, x -> one.dividedBy(one.plus(x.negate().exp())));
            case SOFTPLUS -> ends(a, this::softplus);
            case ABS -> abs(a);
            case SIGN -> sign(a);
            default -> throw new ArithmeticException(op.name().toLowerCase(Locale.ROOT) + " cannot be enclosed");
        };
    }

    @Override
    public Interval apply(Op op, Interval a, Interval b) {
        return switch (op) {
            case ADD -> a.plus(b);
            case SUB -> a.minus(b);
            case MUL -> a == b ? a.square() : a.times(b);
            case DIV -> a.dividedBy(b);
            case MIN -> a.min(b);
            case MAX -> a.max(b);
            case POW -> b.times(a.log()).exp();
            case LESS -> less(a, b);
            case AT_MOST -> one.minus(less(b, a));
            case EQUAL -> equal(a, b);
            default -> throw new ArithmeticException(op.name().toLowerCase(Locale.ROOT) + " cannot be enclosed");
        };
    }

    /** Where a may be 0 the product and the quotient by what is not 0 are enclosed all the same. */
    @Override
    public Interval unless0(Op op, Interval a, Interval b) {
        return a.sign() == Sign.ZERO ? a : apply(op, a, b);
    }

    private Interval less(Interval a, Interval b) {
        return switch (b.minus(a).sign()) {
            case POSITIVE -> one;
            case NEGATIVE, ZERO -> one.minus(one);
            case UNDECIDED -> throw new ArithmeticException("whether " + a + " < " + b + " cannot be decided");
        };
    }

    private Interval equal(Interval a, Interval b) {
        return isZero(a.minus(b)) ? one : one.minus(one);
    }

    private Interval sign(Interval a) {
        return switch (a.sign()) {
            case POSITIVE -> one;
            case NEGATIVE -> one.negate();
            case ZERO -> a;
            case UNDECIDED -> throw new ArithmeticException("the sign of " + a + " cannot be decided");
        };
    }

    private static Interval abs(Interval a) {
        if (a.isNonNegative()) {
            return a;
        }
        if (a.negate().isNonNegative()) {
            return a.negate();
        }
        Interval most = a.magnitude();
        return most.minus(most).hull(most);
    }

    /** Of an increasing function. */
    private static Interval ends(Interval a, UnaryOperator<Interval> increasing) {
        return increasing.apply(a.lowerEnd()).hull(increasing.apply(a.upperEnd()));
    }

    private Interval sinh(Interval x) {
        Interval t = x.expm1();
        return t.plus(t.dividedBy(t.plus(one))).dividedBy(Interval.of(2, bits));
    }

    private Interval cosh(Interval a) {
        return ends(abs(a), x -> x.exp().plus(x.negate().exp()).dividedBy(Interval.of(2, bits)));
    }

    private Interval tanh(Interval x) {
        Interval two = Interval.of(2, bits);
        if (x.isNonNegative()) {
            Interval t = x.times(two).negate().expm1();
            return t.negate().dividedBy(t.plus(two));
        }
        return tanh(x.negate()).negate();
    }

    /** log(1 + 2 sinh²(x/2)). */
    private Interval logcosh(Interval a) {
        Interval two = Interval.of(2, bits);
        return ends(abs(a), x -> sinh(x.dividedBy(two)).square().times(two).log1p());
    }

    private Interval softplus(Interval x) {
        return x.isNonNegative() ? x.plus(x.negate().exp().log1p()) : x.exp().log1p();
    }
}
