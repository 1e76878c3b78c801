package org.eoslab.expression;

import java.math.BigDecimal;
import org.hipparchus.dfp.Dfp;
import org.hipparchus.dfp.DfpField;

/**
 * Decimal floating-point numbers of many digits (Hipparchus' {@code Dfp}), with exponents from −131000 to 131000. An operation's error is a
 * few units in the last of its digits, of which there are {@link #GUARD} more than were asked for.
 */
public final class DigitsArithmetic implements Arithmetic<Dfp> {
    /** Digits besides those asked for. */
    public static final int GUARD = 8;

    /** Below this the series that don't cancel take over. */
    private static final double SMALL = 0.1;

    /** e to more than this is beyond 10^131072, the largest exponent. */
    private static final int LARGEST = 302_000;

    private final DfpField field;
    private final int digits;

    /** Numbers of so many decimal digits, at least 1. */
    public DigitsArithmetic(int digits) {
        this.digits = digits + GUARD;
        this.field = new DfpField(this.digits);
    }

    /** The numbers' field. */
    public DfpField field() {
        return field;
    }

    @Override
    public Dfp constant(BigDecimal value) {
        return field.newDfp(value.toString());
    }

    @Override
    public Dfp pi() {
        return field.getPi();
    }

    @Override
    public boolean isZero(Dfp a) {
        return a.isZero();
    }

    @Override
    public Dfp apply(Op op, Dfp a) {
        return switch (op) {
            case NEG -> a.negate();
            case SQRT -> a.sqrt();
            case CBRT ->
                a.isZero() ? a : a.strictlyNegative() ? cbrt(a.negate()).negate() : cbrt(a);
            case EXP -> exp(a);
            case EXPM1 -> expm1(a);
            case LOG -> a.log();
            case LOG1P -> log1p(a);
            case LOG10 -> a.log().divide(field.newDfp(10).log());
            case SIN -> a.sin();
            case COS -> a.cos();
            case TAN -> a.tan();
            case ASIN -> a.asin();
            case ACOS -> a.acos();
            case ATAN -> a.atan();
            case SINH -> sinh(a);
            case COSH -> exp(a).add(exp(a.negate())).divide(2);
            case TANH -> tanh(a);
            case LOGCOSH -> logcosh(a);
            case SIGMOID -> field.getOne().divide(exp(a.negate()).add(1));
            case SOFTPLUS -> a.strictlyPositive() ? a.add(log1p(exp(a.negate()))) : log1p(exp(a));
            case ERF -> erf(a);
            case NORMCDF -> normcdf(a);
            case ABS -> a.abs();
            case SIGN -> a.isZero() ? a : field.newDfp(a.strictlyNegative() ? -1 : 1);
            default -> throw new IllegalStateException(op.name());
        };
    }

    @Override
    public Dfp apply(Op op, Dfp a, Dfp b) {
        return switch (op) {
            case ADD -> a.add(b);
            case SUB -> a.subtract(b);
            case MUL -> a.multiply(b);
            case DIV -> a.divide(b);
            case POW -> power(a, b);
            case MIN -> a.greaterThan(b) ? b : a;
            case MAX -> a.greaterThan(b) ? a : b;
            case LESS -> flag(a.lessThan(b));
            case AT_MOST -> flag(!a.greaterThan(b));
            case EQUAL -> flag(a.equals(b));
            default -> throw new IllegalStateException(op.name());
        };
    }

    private Dfp flag(boolean holds) {
        return holds ? field.getOne() : field.getZero();
    }

    /** e^a; where that is beyond all exponents 0 or infinite, which {@link Dfp#exp} would find out in as many steps as the argument is large. */
    private Dfp exp(Dfp a) {
        if (a.isNaN() || a.abs().lessThan(field.newDfp(LARGEST))) {
            return a.exp();
        }
        return a.strictlyNegative() ? field.getZero() : field.newDfp((byte) 1, Dfp.INFINITE);
    }

    private Dfp power(Dfp a, Dfp b) {
        Dfp whole = b.rint();
        if (whole.equals(b) && b.abs().lessThan(field.newDfp(1_000_000))) {
            return a.pow(b.intValue());
        }
        return a.isZero()
                ? (b.strictlyPositive() ? field.getZero() : field.getOne().divide(a))
                : exp(a.log().multiply(b));
    }

    /** Of a positive number: three Newton steps from the double cube root of a scaled number give 100 digits, each more doubles them. */
    private Dfp cbrt(Dfp a) {
        int thirds = Math.floorDiv(a.intLog10(), 3);
        Dfp scale = field.newDfp("1e" + 3 * thirds);
        Dfp scaled = a.divide(scale);
        Dfp root = field.newDfp(Math.cbrt(scaled.toDouble()));
        for (int exact = 14; exact < digits; exact *= 2) {
            root = root.multiply(2).add(scaled.divide(root.multiply(root))).divide(3);
        }
        root = root.multiply(2).add(scaled.divide(root.multiply(root))).divide(3);
        return root.multiply(field.newDfp("1e" + thirds));
    }

    private boolean small(Dfp a) {
        return a.abs().lessThan(field.newDfp(SMALL));
    }

    private Dfp expm1(Dfp a) {
        if (!small(a)) {
            return exp(a).subtract(1);
        }
        Dfp term = a;
        Dfp sum = a;
        for (int k = 2; adds(term, sum); k++) {
            term = term.multiply(a).divide(k);
            sum = sum.add(term);
        }
        return sum;
    }

    /** 2 artanh(a/(2 + a)) by its series. */
    private Dfp log1p(Dfp a) {
        if (!small(a)) {
            return a.add(1).log();
        }
        Dfp t = a.divide(a.add(2));
        Dfp square = t.multiply(t);
        Dfp power = t;
        Dfp sum = t;
        for (int k = 3; adds(power, sum); k += 2) {
            power = power.multiply(square);
            sum = sum.add(power.divide(k));
        }
        return sum.multiply(2);
    }

    private boolean adds(Dfp term, Dfp sum) {
        return !term.isZero() && term.intLog10() > sum.intLog10() - digits - 2;
    }

    private Dfp sinh(Dfp a) {
        Dfp t = expm1(a);
        return t.add(t.divide(t.add(1))).divide(2);
    }

    private Dfp tanh(Dfp a) {
        Dfp t = expm1(a.abs().multiply(-2));
        Dfp positive = t.negate().divide(t.add(2));
        return a.strictlyNegative() ? positive.negate() : positive;
    }

    private Dfp logcosh(Dfp a) {
        Dfp x = a.abs();
        if (x.lessThan(field.getTwo())) {
            Dfp s = sinh(x.divide(2));
            return log1p(s.multiply(s).multiply(2));
        }
        return x.add(log1p(exp(x.multiply(-2)))).subtract(field.getLn2());
    }

    /** 2/√π·exp(−x²)·Σ 2ᵏx²ᵏ⁺¹/(1·3·…·(2k+1)): all terms have one sign. */
    private Dfp erf(Dfp x) {
        Dfp square = x.multiply(x);
        Dfp term = x;
        Dfp sum = x;
        for (int k = 1; adds(term, sum); k++) {
            term = term.multiply(square).multiply(2).divide(2 * k + 1);
            sum = sum.add(term);
        }
        return sum.multiply(2).divide(field.getPi().sqrt()).multiply(exp(square.negate()));
    }

    /** (1 + erf(x/√2))/2; where that cancels it is computed with the digits more that it loses. */
    private Dfp normcdf(Dfp x) {
        double size = Math.abs(x.toDouble());
        int lost = (int) Math.ceil(size * size / 2 / Math.log(10)) + 2;
        if (x.positiveOrNull() || lost <= 3 || lost > 100_000) {
            return erf(x.divide(field.getTwo().sqrt())).add(1).divide(2);
        }
        DigitsArithmetic more = new DigitsArithmetic(digits + lost);
        Dfp wide = more.field.newDfp(x.toString());
        Dfp result = more.erf(wide.divide(more.field.getTwo().sqrt())).add(1).divide(2);
        return field.newDfp(result.toString());
    }
}
