package org.eoslab.experiment;

import org.eoslab.expression.Names;

/** Wrong input. The message is one line for the user: what is wrong, the value, what is allowed. */
public final class InputException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** With the line the user sees. */
    public InputException(String message) {
        super(message);
    }

    /** Unknown {@code name} of the given kind; names the nearest known one. */
    public static InputException unknown(String kind, String name, Iterable<String> known) {
        String nearest = "";
        int best = Integer.MAX_VALUE;
        for (String candidate : known) {
            int distance = Names.distance(name, candidate);
            if (distance < best) {
                best = distance;
                nearest = candidate;
            }
        }
        return new InputException(kind + " " + name + ": unknown; the nearest is " + nearest);
    }

    /** A value as a person writes it: 1e-300 and 3, where Java has 1.0E-300 and 3.0. */
    public static String shown(Object value) {
        String text = String.valueOf(value);
        return value instanceof Double ? text.replaceFirst("\\.0(?=E|$)", "").replace('E', 'e') : text;
    }
}
