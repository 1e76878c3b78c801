package org.eoslab.experiment;

import java.util.List;
import java.util.Optional;
import org.eoslab.claim.rigorous.Rigorous;

/** A kind of experiment: the settings it takes, and how they become a problem to run. One small file each. */
public interface Model {
    /** The name in files. */
    String name();

    /** What it takes; {@code steps} is among them. */
    List<Setting> settings();

    /**
     * Builds the problem.
     *
     * @throws InputException when the settings, each allowed, don't go together
     */
    Problem build(Settings settings);

    /** Whether a run is quick enough to be made anew while a slider moves. */
    default boolean live() {
        return true;
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
