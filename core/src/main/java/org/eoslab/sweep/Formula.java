package org.eoslab.sweep;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import org.eoslab.experiment.InputException;

/**
 * An arithmetic formula over named numbers: + − * / ^, parentheses, and the functions sqrt, exp, log, log10, abs, min, max. The
 * same bits on every machine ({@link StrictMath}).
 */
public final class Formula {
    private interface Node {
        double value(ToDoubleFunction<String> names);
    }

    private final String text;
    private final Set<String> names = new TreeSet<>();
    private final Node root;
    private static final int MOST_PARTS = 1000;

    private int parts;
    private int position;

    private Formula(String text) {
        this.text = text;
        this.root = sum();
        if (position < text.length()) {
            throw refuse("an operator or the end");
        }
    }

    /**
     * Reads a formula.
     *
     * @throws InputException with the place of the first thing that does not fit
     */
    public static Formula read(String text) {
        return new Formula(text);
    }

    /** The names it uses. */
    public Set<String> names() {
        return names;
    }

    /** Its value where names have these values. */
    public double value(ToDoubleFunction<String> values) {
        return root.value(values);
    }

    private Node sum() {
        Node left = product();
        while (true) {
            deepen();
            Node a = left;
            if (take('+')) {
                Node b = product();
                left = v -> a.value(v) + b.value(v);
            } else if (take('-')) {
                Node b = product();
                left = v -> a.value(v) - b.value(v);
            } else {
                return left;
            }
        }
    }

    private Node product() {
        Node left = signed();
        while (true) {
            deepen();
            Node a = left;
            if (take('*')) {
                Node b = signed();
                left = v -> a.value(v) * b.value(v);
            } else if (take('/')) {
                Node b = signed();
                left = v -> a.value(v) / b.value(v);
            } else {
                return left;
            }
        }
    }

    /** A formula is read, and found, by going as deep as it has parts. */
    private void deepen() {
        parts++;
        if (parts > MOST_PARTS) {
            throw new InputException(
                    "formula " + text.substring(0, 20) + "...: has more than " + MOST_PARTS + " parts");
        }
    }

    private Node signed() {
        deepen();
        if (take('-')) {
            Node a = signed();
            return v -> -a.value(v);
        }
        Node base = atom();
        if (take('^')) {
            Node exponent = signed();
            return v -> StrictMath.pow(base.value(v), exponent.value(v));
        }
        return base;
    }

    private Node atom() {
        if (take('(')) {
            Node inner = sum();
            expect(')');
            return inner;
        }
        int start = position;
        while (position < text.length() && isWordPart(start)) {
            position++;
        }
        String word = text.substring(start, position);
        if (word.isEmpty()) {
            throw refuse("a number, a name or (");
        }
        if (Character.isLetter(word.charAt(0))) {
            return take('(') ? function(word) : name(word);
        }
        try {
            double constant = Double.parseDouble(word);
            return v -> constant;
        } catch (NumberFormatException e) {
            position = start;
            throw refuse("a number");
        }
    }

    private boolean isWordPart(int start) {
        char c = text.charAt(position);
        boolean exponentSign = (c == '-' || c == '+')
                && position > start
                && Character.isDigit(text.charAt(start))
                && Character.toLowerCase(text.charAt(position - 1)) == 'e';
        return Character.isLetterOrDigit(c) || c == '.' || c == '_' || exponentSign;
    }

    private Node name(String word) {
        names.add(word);
        return v -> v.applyAsDouble(word);
    }

    private Node function(String word) {
        Node a = sum();
        Node b = null;
        if (word.equals("min") || word.equals("max")) {
            expect(',');
            b = sum();
        }
        expect(')');
        Node second = b == null ? a : b;
        return switch (word) {
            case "sqrt" -> v -> StrictMath.sqrt(a.value(v));
            case "exp" -> v -> StrictMath.exp(a.value(v));
            case "log" -> v -> StrictMath.log(a.value(v));
            case "log10" -> v -> StrictMath.log10(a.value(v));
            case "abs" -> v -> Math.abs(a.value(v));
            case "min" -> v -> Math.min(a.value(v), second.value(v));
            case "max" -> v -> Math.max(a.value(v), second.value(v));
            default ->
                throw new InputException("formula " + text + ": unknown function " + word
                        + "; there are sqrt, exp, log, log10, abs, min, max");
        };
    }

    private boolean take(char c) {
        while (position < text.length() && text.charAt(position) == ' ') {
            position++;
        }
        if (position < text.length() && text.charAt(position) == c) {
            position++;
            while (position < text.length() && text.charAt(position) == ' ') {
                position++;
            }
            return true;
        }
        return false;
    }

    private void expect(char c) {
        if (!take(c)) {
            throw refuse(String.valueOf(c));
        }
    }

    private InputException refuse(String expected) {
        return new InputException("formula " + text + ": expected " + expected + " at character " + (position + 1));
    }

    @Override
    public String toString() {
        return text;
    }
}
