package org.eoslab.expression;

import java.math.BigDecimal;

/**
 * The instructions of a program, one an index, as arrays.
 *
 * @param op what it does
 * @param a the register of its first argument
 * @param b of its second
 * @param c of its third
 * @param number the constant of {@link Op#CONSTANT}
 */
@SuppressWarnings("ArrayRecordComponent")
record Code(Op[] op, int[] a, int[] b, int[] c, BigDecimal[] number) {
    int size() {
        return op.length;
    }
}
