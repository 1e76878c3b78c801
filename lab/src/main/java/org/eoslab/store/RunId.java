package org.eoslab.store;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A run's id, such as {@code canonical-20261124-223500-ab12}: what was run and when (UTC), to a 65,536th of a second in four
 * hexadecimal digits, so that the ids of one name sort in the order in which the runs began.
 *
 * @param name lower-case letters, digits, dots, underscores and hyphens
 * @param started when it began, whole seconds
 * @param suffix the 65,536ths of a second since, four hexadecimal digits
 */
record RunId(String name, Instant started, String suffix) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final Pattern ID = Pattern.compile("([a-z0-9_][a-z0-9._-]*)-(\\d{8}-\\d{6})-([0-9a-f]{4})");

    /** The nanoseconds of a 65,536th of a second, rounded up. */
    static final int TICK = 15_259;

    /** The id of a run of {@code name}, with whatever an id cannot hold replaced by hyphens. */
    static RunId of(String name, Instant started) {
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-").replaceAll("^[.-]+", "");
        return new RunId(
                plain.isEmpty() ? "run" : plain,
                started.truncatedTo(ChronoUnit.SECONDS),
                String.format(Locale.ROOT, "%04x", started.getNano() / TICK));
    }

    /** The id that a folder's name spells, if it is one. */
    static Optional<RunId> parse(String text) {
        Matcher matcher = ID.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            Instant started = LocalDateTime.parse(matcher.group(2), TIME).toInstant(ZoneOffset.UTC);
            return Optional.of(new RunId(matcher.group(1), started, matcher.group(3)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return name + "-" + TIME.format(started) + "-" + suffix;
    }
}
