package org.eoslab.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Reads a text by recursive descent; how deep it may nest is bounded, so that no text overflows the stack. */
final class Parser {
    /** How deep parentheses, signs and powers may nest. */
    static final int DEEPEST = 400;

    /** The last entry that a vector can have. */
    private static final BigDecimal LAST = BigDecimal.valueOf(Integer.MAX_VALUE);

    private final Lexer lexer;
    private final List<Term> terms = new ArrayList<>();
    private int depth;

    Parser(String text) {
        lexer = new Lexer(text);
    }

    List<Term> parse() {
        comparison();
        if (!lexer.atEnd()) {
            throw expected("an operator or the end");
        }
        return terms;
    }

    private void comparison() {
        sum();
        String sign = lexer.next();
        if (sign == null || !List.of("<", "<=", ">", ">=", "==", "!=").contains(sign)) {
            return;
        }
        int position = lexer.position();
        lexer.take(sign);
        sum();
        terms.add(Term.call(sign, 2, position));
        String again = lexer.next();
        if (again != null && List.of("<", "<=", ">", ">=", "==", "!=").contains(again)) {
            throw ExpressionException.at(lexer.position(), "a second comparison; write (a < b)*(b < c) for a < b < c:");
        }
    }

    private void sum() {
        product();
        while (true) {
            int position = lexer.position();
            if (lexer.take("+")) {
                product();
                terms.add(Term.call("+", 2, position));
            } else if (lexer.take("-")) {
                product();
                terms.add(Term.call("-", 2, position));
            } else {
                return;
            }
        }
    }

    private void product() {
        signed();
        while (true) {
            int position = lexer.position();
            if (lexer.take("*")) {
                signed();
                terms.add(Term.call("*", 2, position));
            } else if (lexer.take("/")) {
                signed();
                terms.add(Term.call("/", 2, position));
            } else {
                return;
            }
        }
    }

    private void signed() {
        int position = lexer.position();
        deeper(position);
        if (lexer.take("-")) {
            signed();
            terms.add(Term.call("negative", 1, position));
        } else if (lexer.take("+")) {
            signed();
        } else {
            power();
        }
        depth--;
    }

    private void power() {
        atom();
        int position = lexer.position();
        int superscript = lexer.superscript();
        if (superscript > 0) {
            terms.add(Term.number(BigDecimal.valueOf(superscript), position));
            terms.add(Term.call("^", 2, position));
            position = lexer.position();
        }
        if (lexer.take("^") || lexer.take("**")) {
            signed();
            terms.add(Term.call("^", 2, position));
        }
    }

    private void atom() {
        int position = lexer.position();
        if (lexer.take("(")) {
            nested();
            expect(")");
        } else if (lexer.take("[")) {
            terms.add(new Term(Term.Kind.VECTOR, "", BigDecimal.ZERO, list("]"), position));
        } else if (lexer.atNumber()) {
            terms.add(Term.number(lexer.number(), position));
        } else if (lexer.atName()) {
            named(position);
        } else {
            throw expected("a number, a name or (");
        }
        entries();
    }

    private void named(int position) {
        String name = lexer.name();
        boolean called = lexer.take("(");
        if (!called) {
            if (Functions.has(name)) {
                throw ExpressionException.at(
                        position, name + " is a function and needs its values, as in " + example(name) + ",");
            }
            terms.add(Term.variable(name, position));
            return;
        }
        int values = list(")");
        if (!Functions.has(name)) {
            String near = Names.near(name, Functions.names())
                    .map(n -> "; the nearest is " + n)
                    .orElse("; there are " + String.join(", ", Functions.names()));
            throw new ExpressionException("unknown function " + name + " at character " + (position + 1) + near);
        }
        int wanted = Functions.arity(name);
        if (wanted != Functions.ANY && wanted != values) {
            throw ExpressionException.at(
                    position,
                    name + " takes " + wanted + (wanted == 1 ? " value" : " values") + " and has " + values + ",");
        }
        terms.add(Term.call(name, values, position));
    }

    private static String example(String name) {
        return switch (Functions.arity(name)) {
            case 1 -> name + "(x)";
            case 3 -> name + "(x > 0, x, 0)";
            default -> name + "(x, y)";
        };
    }

    private void entries() {
        int position = lexer.position();
        while (lexer.take("[")) {
            int at = lexer.position();
            BigDecimal index = lexer.atNumber() ? lexer.number() : BigDecimal.ZERO;
            if (index.signum() <= 0 || index.stripTrailingZeros().scale() > 0 || index.compareTo(LAST) > 0) {
                throw ExpressionException.at(at, "expected which entry of the vector, a whole number from 1,");
            }
            expect("]");
            terms.add(new Term(Term.Kind.ENTRY, "", index, 1, position));
            position = lexer.position();
        }
    }

    /** Values with commas between up to a closing sign; how many. */
    private int list(String end) {
        int count = 0;
        do {
            nested();
            count++;
        } while (lexer.take(","));
        expect(end);
        return count;
    }

    private void nested() {
        deeper(lexer.position());
        comparison();
        depth--;
    }

    private void deeper(int position) {
        if (++depth > DEEPEST) {
            throw ExpressionException.at(position, "nested more than " + DEEPEST + " deep");
        }
    }

    private void expect(String sign) {
        if (!lexer.take(sign)) {
            throw expected(sign);
        }
    }

    private ExpressionException expected(String what) {
        return new ExpressionException(
                "expected " + what + " at character " + (lexer.position() + 1) + " instead of " + lexer.found());
    }
}
