package org.eoslab.web.play;

import java.util.Map;
import org.eoslab.experiment.InputException;

/**
 * The steps on the screen and how many pixels they share.
 *
 * @param from the first step, ≥ 0
 * @param to the last step, ≥ from
 * @param pixels the width of the plot, 1 to 4096
 */
public record Window(long from, long to, int pixels) {
    private static final int WIDEST = 4096;

    /** Checks the ranges. */
    public Window {
        if (from < 0 || to < from) {
            throw new InputException("window: " + from + " to " + to + " is not allowed; it must be 0 <= from <= to");
        }
        if (pixels < 1 || pixels > WIDEST) {
            throw new InputException("pixels: " + pixels + " is not allowed; it must be from 1 to " + WIDEST);
        }
    }

    /** Reads {@code from}, {@code to} and {@code pixels}; the whole run at 1000 pixels when absent. */
    public static Window read(Map<String, Object> body, long steps) {
        long to = Math.min(steps, number(body, "to", steps));
        return new Window(Math.min(to, number(body, "from", 0)), to, (int) number(body, "pixels", 1000));
    }

    private static long number(Map<String, Object> body, String name, long absent) {
        Object value = body.get(name);
        if (value == null) {
            return absent;
        }
        if (!(value instanceof Number number)) {
            throw new InputException(name + ": " + value + " is not allowed; it must be a whole number");
        }
        return number.longValue();
    }

    /** The number of steps in it. */
    public long length() {
        return to - from + 1;
    }
}
