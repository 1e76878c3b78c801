package org.eoslab.experiment;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eoslab.run.Until;

/**
 * One experiment as its record: it can be repeated from this alone, bit for bit.
 *
 * @param model the model
 * @param settings its settings
 * @param init the initial parameters, when they are given apart from the settings
 */
public record Experiment(Model model, Settings settings, Optional<double[]> init) {
    /** The setting {@code steps}, which every model has. */
    public static final Setting<Long> STEPS = Setting.integer("steps", "gradient descent steps", 0, 1L << 53, null);

    /** The setting {@code until}, which every model has. */
    public static final Setting<Optional<Until>> UNTIL = Setting.parsed(
            "until",
            "what ends the run as completed before its last step",
            "a recorded column, one of < <= > >=, and a number, such as loss < 0.05 or trainAccuracy >= 0.99; or none",
            text -> text.equals("none") ? Optional.empty() : Optional.of(Until.parse(text)),
            "none");

    /** The file beside an experiment file that holds its initial parameters: one number a line. */
    public static final String INIT_FILE = "init.csv";

    /** An experiment that starts where its settings say. */
    public Experiment(Model model, Settings settings) {
        this(model, settings, Optional.empty());
    }

    /** The steps it takes. */
    public long steps() {
        return settings.get(STEPS);
    }

    /** The condition that it runs to. */
    public Optional<Until> until() {
        return settings.has(UNTIL) ? settings.get(UNTIL) : Optional.empty();
    }

    /** The same experiment with some settings changed. */
    public Experiment with(Map<String, ?> changes) {
        return changes.isEmpty() ? this : new Experiment(model, settings.with(changes), init);
    }

    /** The same experiment from other initial parameters. */
    public Experiment from(double[] parameters) {
        return new Experiment(model, settings, Optional.of(parameters));
    }

    /**
     * The problem, built, at its start.
     *
     * @throws InputException when the settings do not go together, there are more or fewer initial parameters than the model has, or no column
     *     is as the condition to run to has it
     */
    public Problem build() {
        Problem built = model.build(settings);
        Problem problem = until().map(built::until).orElse(built);
        return init.map(problem::from).orElse(problem);
    }

    /** What an experiment file holds. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("model", model.name());
        map.putAll(settings.nested());
        init.ifPresent(parameters -> map.put("init", INIT_FILE));
        return map;
    }
}
