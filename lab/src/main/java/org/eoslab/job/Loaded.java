package org.eoslab.job;

import org.eoslab.dynamics.State;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Problem;
import org.jspecify.annotations.Nullable;

/**
 * An experiment as the user named it.
 *
 * @param name the preset, or the file's name without its ending
 * @param experiment what to run
 * @param init the initial parameters, when they were given apart from the settings
 */
public record Loaded(String name, Experiment experiment, double @Nullable [] init) {
    /** The state at step 0 of the built problem. */
    public State start(Problem problem) {
        if (init == null) {
            return problem.start().copy();
        }
        int expected = problem.start().parameters().length;
        if (init.length != expected) {
            throw new InputException(
                    "--init: the file holds " + init.length + " numbers and the model has " + expected + " parameters");
        }
        return problem.simulation().dynamics().start(init);
    }
}
