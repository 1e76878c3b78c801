package org.eoslab.cli.run;

import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.eoslab.claim.rigorous.Rigorous;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Problem;
import org.eoslab.model.minimalist.MinimalistModel;
import org.eoslab.model.minimalist.claim.Constants;
import org.eoslab.model.minimalist.claim.MinimalistClaims;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;
import org.eoslab.model.minimalist.enclosure.ExactSettings;
import org.eoslab.model.minimalist.proof.RigorousCheck;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The constants in the claims about the paper's model. */
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
     * The constants, checked.
     *
     * @throws InputException when one is out of range
     */
    Constants read() {
        Constants usual = Constants.DEFAULT;
        try {
            return new Constants(
                    epsilon == null ? usual.epsilon() : epsilon,
                    delta == null ? usual.delta() : delta,
                    overshoot == null ? usual.overshoot() : overshoot,
                    ybar == null ? usual.ybar() : ybar);
        } catch (IllegalArgumentException e) {
            throw new InputException("--" + e.getMessage());
        }
    }

    /**
     * The problem with the claims that have these constants.
     *
     * @throws InputException when some are given and the claims are not those about the paper's model
     */
    Problem applyTo(Problem problem) {
        Constants read = read();
        if (!given()) {
            return problem;
        }
        if (!(problem.simulation().dynamics() instanceof MinimalistDescent descent)) {
            throw refusal();
        }
        return problem.with(MinimalistClaims.withConstrained(descent, read));
    }

    /** The rigorous check with these constants, of a model that has one. */
    Optional<Rigorous> rigorous(Experiment experiment) {
        Constants read = read();
        Optional<Rigorous> usual = experiment.model().rigorous(experiment.settings());
        if (!given() || usual.isEmpty()) {
            return usual;
        }
        if (!(experiment.model() instanceof MinimalistModel)) {
            throw refusal();
        }
        ExactSettings exact = MinimalistModel.exact(experiment.settings());
        return Optional.of((steps, digits, progress) -> RigorousCheck.run(exact, steps, digits, progress, read));
    }

    private boolean given() {
        return Stream.of(epsilon, delta, overshoot, ybar).anyMatch(Objects::nonNull);
    }

    private static InputException refusal() {
        return new InputException(
                "--epsilon, --delta, --overshoot and --ybar go with the model minimalist, whose claims have these constants");
    }
}
