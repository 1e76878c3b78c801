package org.eoslab.expression;

/** An operation of straight-line code on one, two or three numbers. */
public enum Op {
    /** A decimal constant. */
    CONSTANT(0),
    /** π. */
    PI(0),
    /** An input of the program; only in a graph. */
    INPUT(0),
    /** A column of the data; only in a graph. */
    COLUMN(0),
    /** a + b. */
    ADD(2),
    /** a − b. */
    SUB(2),
    /** a·b. */
    MUL(2),
    /** a/b. */
    DIV(2),
    /** a·b, and 0 where a is 0, whatever b is: a derivative of what does not count. */
    SCALE(2),
    /** a/b, and 0 where a is 0, whatever b is. */
    OVER(2),
    /** −a. */
    NEG(1),
    /** a^b. */
    POW(2),
    /** √a. */
    SQRT(1),
    /** The cube root of a. */
    CBRT(1),
    /** exp a. */
    EXP(1),
    /** exp a − 1. */
    EXPM1(1),
    /** The natural logarithm of a. */
    LOG(1),
    /** log(1 + a). */
    LOG1P(1),
    /** The logarithm of a to base 10. */
    LOG10(1),
    /** sin a. */
    SIN(1),
    /** cos a. */
    COS(1),
    /** tan a. */
    TAN(1),
    /** arcsin a. */
    ASIN(1),
    /** arccos a. */
    ACOS(1),
    /** arctan a. */
    ATAN(1),
    /** sinh a. */
    SINH(1),
    /** cosh a. */
    COSH(1),
    /** tanh a. */
    TANH(1),
    /** log cosh a without overflow. */
    LOGCOSH(1),
    /** 1/(1 + exp(−a)). */
    SIGMOID(1),
    /** log(1 + exp a). */
    SOFTPLUS(1),
    /** The error function of a. */
    ERF(1),
    /** The distribution function of the standard normal at a. */
    NORMCDF(1),
    /** |a|. */
    ABS(1),
    /** The sign of a: −1, 0 or 1. */
    SIGN(1),
    /** min(a, b). */
    MIN(2),
    /** max(a, b). */
    MAX(2),
    /** 1 where a &lt; b, else 0. */
    LESS(2),
    /** 1 where a ≤ b, else 0. */
    AT_MOST(2),
    /** 1 where a = b, else 0. */
    EQUAL(2),
    /** b where a ≠ 0, else c. */
    SELECT(3);

    private final int arity;

    Op(int arity) {
        this.arity = arity;
    }

    int arity() {
        return arity;
    }

    /** Whether a derivative of it depends on which side of a border its arguments are. */
    boolean branches() {
        return switch (this) {
            case ABS, SIGN, MIN, MAX, SELECT, LESS, AT_MOST, EQUAL -> true;
            default -> false;
        };
    }

    boolean commutes() {
        return this == ADD || this == MUL || this == EQUAL;
    }
}
