package org.eoslab.experiment.setting;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;

/**
 * At which steps the curvature of a network is read: the settings {@code every} and {@code readings}. They are part of the experiment,
 * since a reading starts from the one before it: which ones are made is in the bits of all later ones.
 */
public final class ReadingsSetting {
    /** The setting {@code every}. */
    public static final Setting<Long> EVERY =
            Setting.integer("every", "steps between readings of the curvature", 1, 1L << 53, 10L);

    private static final String NONE = "none";
    private static final Pattern STEPS = Pattern.compile("\\d{1,15}(,\\d{1,15})*");

    /** The setting {@code readings}: the steps, ascending. */
    private static final Setting<long[]> READINGS = Setting.parsed(
            "readings",
            "steps with a reading besides those",
            "steps such as 1,10,100 or none",
            ReadingsSetting::steps,
            NONE);

    private ReadingsSetting() {}

    /** Both settings. */
    public static List<Setting<?>> settings() {
        return List.of(EVERY, READINGS);
    }

    /** Whether a step has a reading. */
    public static LongPredicate read(Settings settings) {
        long every = settings.get(EVERY);
        long[] besides = settings.get(READINGS);
        return step -> step % every == 0 || Arrays.binarySearch(besides, step) >= 0;
    }

    /** The experiment with a reading at each of these steps; the same when its model has no such settings or reads there anyway. */
    public static Experiment with(Experiment experiment, long[] steps) {
        Settings settings = experiment.settings();
        if (!settings.has(READINGS)) {
            return experiment;
        }
        LongPredicate read = read(settings);
        long[] missing = Arrays.stream(steps).filter(s -> !read.test(s)).toArray();
        if (missing.length == 0) {
            return experiment;
        }
        String all = LongStream.concat(Arrays.stream(settings.get(READINGS)), Arrays.stream(missing))
                .sorted()
                .distinct()
                .mapToObj(Long::toString)
                .collect(Collectors.joining(","));
        return experiment.with(Map.of(READINGS.name(), all));
    }

    private static long[] steps(String text) {
        if (text.equals(NONE)) {
            return new long[0];
        }
        if (!STEPS.matcher(text).matches()) {
            throw new IllegalArgumentException("readings = " + text);
        }
        return Arrays.stream(text.split(","))
                .mapToLong(Long::parseLong)
                .sorted()
                .toArray();
    }
}
