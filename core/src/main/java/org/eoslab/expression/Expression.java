package org.eoslab.expression;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * An expression of the language, read and checked: its words in postfix order, so that nothing that works on it recurses.
 *
 * <p>The language: + − * / ^ ({@code **} and {@code x²} too), comparisons with {@code if(c, a, b)}, functions, {@code pi}, {@code e},
 * vectors elementwise, {@code w[2]} from 1. Powers bind strongest and to the right, and stronger than a sign before them: −x^2 = −(x^2).
 */
public final class Expression {
    /** The most characters of a formula. */
    public static final int LONGEST = 100_000;

    private final String text;
    private final List<Term> terms;

    Expression(String text, List<Term> terms) {
        this.text = text;
        this.terms = List.copyOf(terms);
    }

    /**
     * Reads an expression.
     *
     * @throws ExpressionException with the place of the first thing that does not fit
     */
    public static Expression parse(String text) {
        if (text.length() > LONGEST) {
            throw new ExpressionException(
                    "a formula of " + text.length() + " characters; at most " + LONGEST + " are read");
        }
        return new Expression(text, new Parser(text).parse());
    }

    /** Whether the language has that name for itself: a function's, {@code pi} or {@code e}. */
    public static boolean isReserved(String name) {
        return Functions.reserved(name);
    }

    /** Whether a variable can have that name: letters, digits and _, a letter first, and not reserved. */
    public static boolean isVariable(String name) {
        return !name.isEmpty()
                && Character.isLetter(name.charAt(0))
                && name.chars().allMatch(Lexer::isNamePart)
                && !isReserved(name);
    }

    /** The variables it uses, in alphabetical order. */
    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (Term term : terms) {
            if (term.kind() == Term.Kind.VARIABLE && !isReserved(term.name())) {
                names.add(term.name());
            }
        }
        return names;
    }

    /** The entries of a list [a, b, …]; of any other expression itself. Their places are those in the whole text. */
    public List<Expression> entries() {
        Term last = terms.get(terms.size() - 1);
        if (last.kind() != Term.Kind.VECTOR) {
            return List.of(this);
        }
        // From the end: an entry begins where as many values have been made as were taken.
        List<Expression> entries = new ArrayList<>();
        int end = terms.size() - 1;
        for (int entry = 0; entry < last.arity(); entry++) {
            int start = end;
            int missing = 1;
            while (missing > 0) {
                missing += terms.get(--start).arity() - 1;
            }
            entries.add(0, new Expression(text, terms.subList(start, end)));
            end = start;
        }
        return entries;
    }

    List<Term> terms() {
        return terms;
    }

    /** The text it was read from. */
    @Override
    public String toString() {
        return text;
    }
}
