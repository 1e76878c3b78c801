package org.eoslab.bench;

import java.io.IOException;
import org.eoslab.experiment.Problem;
import org.eoslab.job.ExperimentSource;

/** Our side of {@code bench/peers/modules.py}: trains what an experiment file describes, as {@link PeerLoop} is told. */
public final class ModulePeer {
    private ModulePeer() {}

    /**
     * Serves until standard input ends.
     *
     * @param arguments the experiment file
     */
    public static void main(String[] arguments) throws IOException {
        Problem problem =
                new ExperimentSource().load(arguments[0], false).experiment().build();
        var dynamics = problem.simulation().dynamics();
        new PeerLoop(dynamics, dynamics.objective(), problem.start().parameters()).serve();
    }
}
