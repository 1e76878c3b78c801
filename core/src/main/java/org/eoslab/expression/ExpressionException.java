package org.eoslab.expression;

/** A formula that cannot be read: one line with what is wrong, the place, and what would be right. */
public final class ExpressionException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** The message as it stands. */
    public ExpressionException(String message) {
        super(message);
    }

    /** What is wrong at a place of a text, counted from 0 and said from 1. */
    static ExpressionException at(int position, String what) {
        return new ExpressionException(what + " at character " + (position + 1));
    }
}
