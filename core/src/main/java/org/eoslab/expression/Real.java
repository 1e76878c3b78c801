package org.eoslab.expression;

import org.hipparchus.special.Erf;

/** The functions of the language over doubles: the same bits on every machine. */
final class Real {
    private static final double LOG_2 = 0.6931471805599453;
    private static final double TWO_OVER_ROOT_PI = 1.1283791670955126;
    private static final double ROOT_HALF = 0.7071067811865476;

    /** Below this |x| the cube in erf's series is below rounding. */
    private static final double ERF_LINEAR = 1e-9;

    private Real() {}

    static double one(Op op, double a) {
        return switch (op) {
            case NEG -> -a;
            case SQRT -> Math.sqrt(a);
            case CBRT -> StrictMath.cbrt(a);
            case EXP -> Exponential.exp(a);
            case EXPM1 -> Exponential.expm1(a);
            case LOG -> StrictMath.log(a);
            case LOG1P -> StrictMath.log1p(a);
            case LOG10 -> StrictMath.log10(a);
            case SIN -> StrictMath.sin(a);
            case COS -> StrictMath.cos(a);
            case TAN -> StrictMath.tan(a);
            case ASIN -> StrictMath.asin(a);
            case ACOS -> StrictMath.acos(a);
            case ATAN -> StrictMath.atan(a);
            case SINH -> StrictMath.sinh(a);
            case COSH -> StrictMath.cosh(a);
            case TANH -> Exponential.tanh(a);
            case LOGCOSH -> logcosh(a);
            case SIGMOID -> Exponential.sigmoid(a);
            case SOFTPLUS -> Exponential.softplus(a);
            case ERF -> erf(a);
            case NORMCDF -> 0.5 * Erf.erfc(-a * ROOT_HALF);
            case ABS -> Math.abs(a);
            case SIGN -> a > 0 ? 1 : a < 0 ? -1 : a;
            default -> throw new IllegalStateException(op.name());
        };
    }

    static double two(Op op, double a, double b) {
        return switch (op) {
            case ADD -> a + b;
            case SUB -> a - b;
            case MUL -> a * b;
            case DIV -> a / b;
            case SCALE -> a == 0 ? 0 : a * b;
            case OVER -> a == 0 ? 0 : a / b;
            case POW -> StrictMath.pow(a, b);
            case MIN -> Math.min(a, b);
            case MAX -> Math.max(a, b);
            case LESS -> a < b ? 1 : 0;
            case AT_MOST -> a <= b ? 1 : 0;
            case EQUAL -> a == b ? 1 : 0;
            default -> throw new IllegalStateException(op.name());
        };
    }

    /** Of full relative accuracy near 0, and without overflow far from it. */
    private static double logcosh(double x) {
        double a = Math.abs(x);
        if (a < 2) {
            double s = StrictMath.sinh(a / 2);
            return StrictMath.log1p(2 * s * s);
        }
        return a + StrictMath.log1p(Exponential.exp(-2 * a)) - LOG_2;
    }

    private static double erf(double x) {
        return Math.abs(x) < ERF_LINEAR ? TWO_OVER_ROOT_PI * x : Erf.erf(x);
    }
}
