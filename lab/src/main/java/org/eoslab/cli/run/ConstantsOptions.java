package org.eoslab.cli.run;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Model;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The constants that are free to choose in a model's claims. */
final class ConstantsOptions {
    @Option(
            names = "--epsilon",
            paramLabel = "E",
            description = "ε of T4.1, the loss that is converged (default: 1e-6)")
    private @Nullable BigDecimal epsilon;

    @Option(
            names = "--delta",
            paramLabel = "D",
            description = "δ of T4.1, by which ηS may exceed 2 in the end (default: 0.01)")
    private @Nullable BigDecimal delta;

    @Option(
            names = "--overshoot",
            paramLabel = "E",
            description = "ε of T4.3b, by which λ₁α² may exceed φ(θ₀), relative (default: 0.005)")
    private @Nullable BigDecimal overshoot;

    @Option(names = "--ybar", paramLabel = "Y", description = "ȳ of L4.5 and T4.6, between 0 and 1 (default: 0.9)")
    private @Nullable BigDecimal ybar;

    /**
     * The experiment with these constants in its model's claims.
     *
     * @throws InputException when one is out of range, or some are given and the model's claims have none
     */
    Experiment in(Experiment experiment) {
        Map<String, BigDecimal> given = new LinkedHashMap<>();
        put(given, "epsilon", epsilon);
        put(given, "delta", delta);
        put(given, "overshoot", overshoot);
        put(given, "ybar", ybar);
        return experiment
                .model()
                .withConstants(given)
                .map(model -> new Experiment(model, experiment.settings(), experiment.init()))
                .orElseThrow(() -> new InputException("--" + String.join(", --", given.keySet()) + ": model "
                        + experiment.model().name() + " is not allowed; it must be " + having(given)));
    }

    /** The models whose claims have such constants. */
    private static String having(Map<String, BigDecimal> given) {
        return Catalogue.load().models().stream()
                .filter(model -> model.withConstants(given).isPresent())
                .map(Model::name)
                .collect(Collectors.joining(" or "));
    }

    private static void put(Map<String, BigDecimal> given, String name, @Nullable BigDecimal value) {
        if (value != null) {
            given.put(name, value);
        }
    }
}
