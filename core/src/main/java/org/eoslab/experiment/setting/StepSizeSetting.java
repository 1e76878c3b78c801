package org.eoslab.experiment.setting;

import org.eoslab.dynamics.Schedule;
import org.eoslab.dynamics.StepSize;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;

/**
 * The step size of a model: {@code schedule} is {@code constant}, {@code warmup STEPS}, {@code step FACTOR STEPS} or
 * {@code cosine STEPS}, all of {@code eta}; {@code clip} is {@code norm C} or {@code none}.
 */
public final class StepSizeSetting {
    /** The setting {@code schedule}. */
    public static final Setting SCHEDULE = Setting.text(
            "schedule",
            "step size over time, from eta",
            "constant, warmup STEPS, step FACTOR STEPS (0 < FACTOR <= 1) or cosine STEPS (STEPS a whole number >= 1)",
            text -> allowed(() -> schedule(text, 1)),
            "constant");

    /** The setting {@code clip} of any loss. */
    public static final Setting CLIP = Setting.text(
            "clip", "clipping of the gradient", "norm C (C > 0) or none", text -> allowed(() -> clip(text)), "none");

    private StepSizeSetting() {}

    /** η and clipping from {@code eta}, {@code schedule} and {@code clip}. */
    public static StepSize read(Settings settings) {
        return new StepSize(schedule(settings.text("schedule"), settings.number("eta")), clip(settings.text("clip")));
    }

    private static Schedule schedule(String text, double eta) {
        String[] words = text.split("\\s+");
        String form = words[0] + " " + (words.length - 1);
        return switch (form) {
            case "constant 0" -> new Schedule.Constant(eta);
            case "warmup 1" -> new Schedule.Warmup(eta, Long.parseLong(words[1]));
            case "step 2" -> new Schedule.StepDecay(eta, Double.parseDouble(words[1]), Long.parseLong(words[2]));
            case "cosine 1" -> new Schedule.Cosine(eta, Long.parseLong(words[1]));
            default -> throw new IllegalArgumentException("schedule = " + text);
        };
    }

    private static double clip(String text) {
        String[] words = text.split("\\s+");
        if (text.equals("none")) {
            return Double.POSITIVE_INFINITY;
        }
        if (words.length != 2 || !words[0].equals("norm")) {
            throw new IllegalArgumentException("clip = " + text);
        }
        double c = Double.parseDouble(words[1]);
        if (!(c > 0 && c < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("clip = " + c);
        }
        return c;
    }

    private static boolean allowed(Runnable reading) {
        try {
            reading.run();
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
