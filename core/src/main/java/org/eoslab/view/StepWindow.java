package org.eoslab.view;

import java.util.Map;
import org.eoslab.experiment.InputException;
import org.jspecify.annotations.Nullable;

/**
 * The steps on the screen and how many pixels they share.
 *
 * @param from the first step, ≥ 0
 * @param to the last step, ≥ from
 * @param pixels the width of the plot, 1 to 4096
 */
public record StepWindow(long from, long to, int pixels) {
    private static final int WIDEST = 4096;

    /** Checks the ranges. */
    public StepWindow {
        if (from < 0 || to < from) {
            throw new InputException("window: " + from + " to " + to + " is not allowed; it must be 0 <= from <= to");
        }
        if (pixels < 1 || pixels > WIDEST) {
            throw new InputException("pixels: " + pixels + " is not allowed; it must be from 1 to " + WIDEST);
        }
    }

    /** Reads {@code from}, {@code to} and {@code pixels}; the whole run at 1000 pixels when absent. */
    public static StepWindow read(Map<String, Object> body, long steps) {
        long to = number(body, "to", steps);
        long from = number(body, "from", 0);
        if (body.containsKey("to") && from > to) {
            throw new InputException("window: " + from + " to " + to + " is not allowed; it must be 0 <= from <= to");
        }
        long pixels = Math.min(WIDEST + 1L, Math.max(0, number(body, "pixels", 1000)));
        return new StepWindow(Math.min(from, Math.min(steps, to)), Math.min(steps, to), (int) pixels);
    }

    private static long number(Map<String, Object> body, String name, long absent) {
        Object value = body.get(name);
        if (value == null) {
            return absent;
        }
        return whole(name, value);
    }

    /**
     * A whole number in a request.
     *
     * @throws InputException when it is none, or beyond 2^53
     */
    public static long whole(String name, @Nullable Object value) {
        double number = value instanceof Number n ? n.doubleValue() : Double.NaN;
        if (number != Math.rint(number) || Math.abs(number) > 1L << 53) {
            throw new InputException(name + ": " + value + " is not allowed; it must be a whole number");
        }
        return (long) number;
    }

    /** The number of steps in it. */
    public long length() {
        return to - from + 1;
    }
}
