package org.eoslab.expression;

import java.math.BigDecimal;

/**
 * One word of an expression in postfix order: what it does to the stack of values.
 *
 * @param kind what it is
 * @param name the function's, operator's or variable's name; empty for others
 * @param number the value of a number, else 0
 * @param arity how many values it takes from the stack
 * @param position where it stands in the text, from 0
 */
record Term(Kind kind, String name, BigDecimal number, int arity, int position) {
    enum Kind {
        NUMBER,
        VARIABLE,
        /** A function or an operator. */
        CALL,
        /** An entry of a vector; the number says which, from 1. */
        ENTRY,
        /** A vector of its parts. */
        VECTOR
    }

    static Term call(String name, int arity, int position) {
        return new Term(Kind.CALL, name, BigDecimal.ZERO, arity, position);
    }

    static Term variable(String name, int position) {
        return new Term(Kind.VARIABLE, name, BigDecimal.ZERO, 0, position);
    }

    static Term number(BigDecimal number, int position) {
        return new Term(Kind.NUMBER, "", number, 0, position);
    }
}
