package org.eoslab.experiment;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eoslab.claim.rigorous.Rigorous;
import org.eoslab.run.Trajectory;

/** A kind of experiment: the settings it takes, and how they become a problem to run. One small file each. */
public interface Model {
    /** The name in files. */
    String name();

    /** What it takes; {@link Experiment#STEPS} is among them. */
    List<Setting<?>> settings();

    /**
     * What it takes where that depends on the file: a parameter for each name under {@code start}, say.
     *
     * @param contents the file's keys and values, as {@link Settings#flattened} has them
     * @throws InputException when the contents name no settings
     */
    default List<Setting<?>> settings(Map<String, ?> contents) {
        return settings();
    }

    /** The setting whose text names others, such as a formula that names parameters; most models have none. */
    default Optional<Setting<String>> naming() {
        return Optional.empty();
    }

    /**
     * What an editor goes on with when {@link #naming} has another text: settings that it names for the first time get a value, those
     * that it does not name any more go.
     *
     * @param contents keys and values, as {@link Settings#flattened} has them
     * @throws InputException when the text cannot be read
     */
    default Draft draft(Map<String, ?> contents) {
        return new Draft(this, new LinkedHashMap<>(contents));
    }

    /**
     * What is to be said of a finished run that its numbers don't say themselves, a sentence each.
     *
     * @param settings the run's
     */
    default List<String> remarks(Settings settings, Trajectory run) {
        return List.of();
    }

    /**
     * Builds the problem.
     *
     * @throws InputException when the settings, each allowed, don't go together
     */
    Problem build(Settings settings);

    /**
     * Some of the examples that it learns, as people look at them; none where there is nothing to look at.
     *
     * @param settings of a run
     * @param places which, each from 0
     */
    default List<Example> examples(Settings settings, int... places) {
        return List.of();
    }

    /** Whether a run is quick enough to be made anew while a slider moves. */
    default boolean live() {
        return true;
    }

    /**
     * The same model with other constants in its claims, such as the loss that counts as converged; empty where its claims have no such
     * constants.
     *
     * @param constants by name; the others stay as they are
     * @throws InputException when one is out of range
     */
    default Optional<Model> withConstants(Map<String, BigDecimal> constants) {
        return constants.isEmpty() ? Optional.of(this) : Optional.empty();
    }

    /** What there is to compare a run with, besides gradient flow. */
    default Overlays overlays(Experiment experiment) {
        return Overlays.NONE;
    }

    /**
     * The proof of the claims for the exact trajectory, of a model that has one.
     *
     * @param settings checked
     */
    default Optional<Rigorous> rigorous(Settings settings) {
        return Optional.empty();
    }
}
