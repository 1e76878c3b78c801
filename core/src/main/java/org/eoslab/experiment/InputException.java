package org.eoslab.experiment;

import java.util.ArrayList;
import java.util.List;
import org.eoslab.expression.Names;

/** Wrong input. The message is one line for the user: what is wrong, the value, what is allowed. */
public class InputException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** Names listed where none is near. */
    private static final int SHOWN = 40;

    /** With the line the user sees. */
    public InputException(String message) {
        super(message);
    }

    /** Unknown {@code name} of the given kind; names the nearest known one where it is near, else all of a few. */
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
        if (isNear(name, nearest, best)) {
            return new InputException(kind + " " + name + ": unknown; the nearest is " + nearest);
        }
        List<String> all = new ArrayList<>();
        known.forEach(all::add);
        return new InputException(kind + " " + name + ": unknown; there "
                + (all.size() == 1 ? "is " : "are ") + String.join(", ", all.subList(0, Math.min(SHOWN, all.size())))
                + (all.size() > SHOWN ? " and " + (all.size() - SHOWN) + " more" : ""));
    }

    /** Whether a name is likely to be meant: one contains the other, or at most a third of the longer is different. */
    private static boolean isNear(String name, String nearest, int distance) {
        return !nearest.isEmpty()
                && (name.length() >= 3 && nearest.contains(name)
                        || nearest.length() >= 3 && name.contains(nearest)
                        || 3 * distance <= Math.max(name.length(), nearest.length()));
    }

    /** A value as a person writes it: 1e-300 and 3, where Java has 1.0E-300 and 3.0. */
    public static String shown(Object value) {
        String text = String.valueOf(value);
        return value instanceof Double ? text.replaceFirst("\\.0(?=E|$)", "").replace('E', 'e') : text;
    }
}
