package org.eoslab.expression;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The words of a formula, one after the other. */
final class Lexer {
    private static final String SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
    private static final String[] SIGNS = {
        "**", "<=", ">=", "==", "!=", "+", "-", "*", "/", "^", "(", ")", "[", "]", ",", "<", ">"
    };

    private final String text;
    private int position;

    Lexer(String text) {
        this.text = text;
        skip();
    }

    static boolean isNamePart(int c) {
        return Character.isLetterOrDigit(c) || c == '_';
    }

    /** Where the next word begins, from 0. */
    int position() {
        return position;
    }

    boolean atEnd() {
        return position >= text.length();
    }

    /** Takes a sign if it is next. */
    boolean take(String sign) {
        if (!sign.equals(next())) {
            return false;
        }
        position += signLength(sign);
        skip();
        return true;
    }

    private int signLength(String sign) {
        return foreign(text.charAt(position)) == null ? sign.length() : 1;
    }

    /** The sign that is next, or null. */
    @Nullable
    String next() {
        if (atEnd()) {
            return null;
        }
        String foreign = foreign(text.charAt(position));
        if (foreign != null) {
            return foreign;
        }
        for (String sign : SIGNS) {
            if (text.startsWith(sign, position)) {
                return sign;
            }
        }
        return null;
    }

    /** What a sign of mathematics means that keyboards lack. */
    private static @Nullable String foreign(char c) {
        return switch (c) {
            case '−', '–' -> "-";
            case '·', '×', '∗' -> "*";
            case '÷' -> "/";
            case '≤' -> "<=";
            case '≥' -> ">=";
            case '≠' -> "!=";
            default -> null;
        };
    }

    boolean atName() {
        return !atEnd() && Character.isLetter(text.charAt(position)) && !isSuperscript(text.charAt(position));
    }

    boolean atNumber() {
        return !atEnd() && (isDigit(text.charAt(position)) || text.charAt(position) == '.');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSuperscript(char c) {
        return SUPERSCRIPTS.indexOf(c) >= 0;
    }

    /** A name; names of parts, such as {@code constants.mu}, are one name. */
    String name() {
        int start = position;
        while (!atEnd() && isNamePart(text.charAt(position)) && !isSuperscript(text.charAt(position)) || atDot()) {
            position++;
        }
        String name = text.substring(start, position);
        skip();
        return name;
    }

    private boolean atDot() {
        return position + 1 < text.length()
                && text.charAt(position) == '.'
                && Character.isLetter(text.charAt(position + 1));
    }

    /** A superscript such as ² as a whole number, or 0 when none is next; x⁰ is not of use. */
    int superscript() {
        int value = 0;
        while (!atEnd() && isSuperscript(text.charAt(position)) && value < 1000) {
            value = 10 * value + SUPERSCRIPTS.indexOf(text.charAt(position));
            position++;
        }
        skip();
        return value;
    }

    BigDecimal number() {
        int start = position;
        digits();
        if (!atEnd() && text.charAt(position) == '.') {
            position++;
            digits();
        }
        int mantissa = position;
        if (!atEnd() && Character.toLowerCase(text.charAt(position)) == 'e') {
            position++;
            if (!atEnd() && (text.charAt(position) == '-' || text.charAt(position) == '+')) {
                position++;
            }
            int exponent = position;
            digits();
            if (exponent == position) {
                position = mantissa;
            }
        }
        String word = text.substring(start, position);
        if (!atEnd() && (isNamePart(text.charAt(position)) || text.charAt(position) == '.')) {
            throw ExpressionException.at(
                    position,
                    Character.isLetter(text.charAt(position))
                            ? "expected an operator after " + word + ", such as " + word + "*" + text.charAt(position)
                                    + ","
                            : "expected an operator after " + word);
        }
        BigDecimal value = value(word, start);
        skip();
        return value;
    }

    private static BigDecimal value(String word, int start) {
        double rounded;
        try {
            rounded = Double.parseDouble(word);
        } catch (NumberFormatException e) {
            throw ExpressionException.at(start, "expected a number instead of " + word);
        }
        // Before it is made a decimal: an exponent of nine digits would take the memory of one.
        if (Double.isInfinite(rounded) || rounded == 0 && word.matches("[0.]*[1-9].*")) {
            throw ExpressionException.at(start, word + " is outside the range of doubles, 5e-324 to 1.8e308,");
        }
        return rounded == 0 ? BigDecimal.ZERO : new BigDecimal(word);
    }

    private void digits() {
        while (!atEnd() && isDigit(text.charAt(position))) {
            position++;
        }
    }

    private void skip() {
        while (!atEnd() && Character.isWhitespace(text.charAt(position))) {
            position++;
        }
    }

    /** What is next, for a message. */
    String found() {
        return atEnd() ? "the end" : new String(Character.toChars(text.codePointAt(position)));
    }
}
