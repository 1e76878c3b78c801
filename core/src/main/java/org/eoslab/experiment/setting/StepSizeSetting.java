package org.eoslab.experiment.setting;

import java.util.List;
import java.util.function.DoubleFunction;
import org.eoslab.dynamics.Schedule;
import org.eoslab.dynamics.StepSize;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;

/**
 * The step size of a model: {@code eta}; {@code schedule}, which is {@code constant}, {@code warmup STEPS}, {@code step FACTOR STEPS} or
 * {@code cosine STEPS}, all of {@code eta}; and {@code clip}, which is {@code norm C} or {@code none}.
 */
public final class StepSizeSetting {
    /** The setting {@code eta}. */
    public static final Setting<Double> ETA = Setting.positive("eta", "step size", null);

    /** The setting {@code schedule}: what it makes of η. */
    public static final Setting<DoubleFunction<Schedule>> SCHEDULE = Setting.parsed(
                    "schedule",
                    "step size over time, from eta",
                    "constant, warmup STEPS, step FACTOR STEPS (0 < FACTOR <= 1) or cosine STEPS (STEPS a whole number >= 1)",
                    StepSizeSetting::schedule,
                    "constant")
            .in("optimizer");

    /** The setting {@code clip} of any loss: the largest norm of a gradient. */
    public static final Setting<Double> CLIP = Setting.parsed(
                    "clip", "clipping of the gradient", "norm C (C > 0) or none", StepSizeSetting::clip, "none")
            .in("optimizer");

    /** Both besides {@code eta}: of every rule that takes steps. */
    public static final List<Setting<?>> SETTINGS = List.of(SCHEDULE, CLIP);

    private StepSizeSetting() {}

    /** η and clipping from {@code eta}, {@code schedule} and {@code clip}. */
    public static StepSize read(Settings settings) {
        return new StepSize(settings.get(SCHEDULE).apply(settings.get(ETA)), settings.get(CLIP));
    }

    private static DoubleFunction<Schedule> schedule(String text) {
        String[] words = text.split("\\s+");
        String form = words[0] + " " + (words.length - 1);
        DoubleFunction<Schedule> schedule =
                switch (form) {
                    case "constant 0" -> Schedule.Constant::new;
                    case "warmup 1" -> {
                        long steps = Long.parseLong(words[1]);
                        yield eta -> new Schedule.Warmup(eta, steps);
                    }
                    case "step 2" -> {
                        double factor = Double.parseDouble(words[1]);
                        long steps = Long.parseLong(words[2]);
                        yield eta -> new Schedule.StepDecay(eta, factor, steps);
                    }
                    case "cosine 1" -> {
                        long steps = Long.parseLong(words[1]);
                        yield eta -> new Schedule.Cosine(eta, steps);
                    }
                    default -> throw new IllegalArgumentException("schedule = " + text);
                };
        var unused = schedule.apply(1); // checks the ranges
        return schedule;
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
}
