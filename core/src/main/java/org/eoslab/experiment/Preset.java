package org.eoslab.experiment;

import java.util.Map;

/**
 * A named experiment.
 *
 * @param name the name on the command line
 * @param model the model's name
 * @param source the paper and figure it is from
 * @param shows what it shows, one line
 * @param seconds about how long it takes on two cores
 * @param settings what differs from the model's defaults
 * @param quick further changes for a version that finishes in seconds; empty when it does so anyway
 */
public record Preset(
        String name,
        String model,
        String source,
        String shows,
        double seconds,
        Map<String, Object> settings,
        Map<String, Object> quick) {
    /** A preset that needs no quick version. */
    public Preset(
            String name, String model, String source, String shows, double seconds, Map<String, Object> settings) {
        this(name, model, source, shows, seconds, settings, Map.of());
    }
}
