package org.eoslab;

import java.util.Map;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;

/** Gradient descent on log cosh(xy) with η = 0.125 from (0.5, 6), which ends at the edge, as an experiment's file has it. */
public final class LogCosh {
    /** The step size η. */
    public static final double ETA = 0.125;

    private LogCosh() {}

    /** The experiment of so many steps. */
    public static Experiment of(long steps) {
        return Catalogue.load()
                .experiment(Map.of(
                        "model",
                        "formula",
                        "loss",
                        "log(cosh(x*y))",
                        "start",
                        Map.of("x", 0.5, "y", 6),
                        "eta",
                        ETA,
                        "steps",
                        steps));
    }
}
