package org.eoslab.experiment;

import java.util.List;

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
}
