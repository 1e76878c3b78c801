package org.eoslab.expression;

import java.math.BigDecimal;

/**
 * A kind of number that programs can be evaluated over.
 *
 * @param <T> the numbers
 */
public interface Arithmetic<T> {
    /** A decimal constant. */
    T constant(BigDecimal value);

    /** π. */
    T pi();

    /**
     * Whether a number is 0.
     *
     * @throws ArithmeticException when that cannot be decided
     */
    boolean isZero(T a);

    /**
     * An operation on one number.
     *
     * @throws ArithmeticException when these numbers don't have it
     */
    T apply(Op op, T a);

    /**
     * An operation on two numbers; comparisons give 0 or 1.
     *
     * @throws ArithmeticException when these numbers don't have it, or it cannot be decided
     */
    T apply(Op op, T a, T b);

    /** a·b or a/b, and 0 where a is 0 whatever b is. */
    default T unless0(Op op, T a, T b) {
        return isZero(a) ? a : apply(op, a, b);
    }
}
