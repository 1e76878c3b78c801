package org.eoslab.experiment.setting;

import java.util.List;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.StepSize;
import org.eoslab.dynamics.flow.CentralFlow;
import org.eoslab.dynamics.flow.RungeKuttaFlow;
import org.eoslab.dynamics.optimizer.Adaptive;
import org.eoslab.dynamics.optimizer.Batches;
import org.eoslab.dynamics.optimizer.Momentum;
import org.eoslab.dynamics.optimizer.StochasticGradientDescent;
import org.eoslab.dynamics.projected.PredictedDynamics;
import org.eoslab.dynamics.projected.ProjectedGradientDescent;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.linalg.EigenSolver;
import org.eoslab.objective.FiniteSum;
import org.eoslab.objective.Objective;
import org.eoslab.objective.SmoothObjective;

/**
 * The optimiser of a model: {@code optimizer} with {@code momentum}, {@code beta2}, {@code epsilon} and {@code batch}; and
 * {@code schedule} and {@code clip} of {@link StepSizeSetting}. The model itself has {@code eta}, and {@code seed} where it
 * shuffles. Besides the optimisers there are the dynamics that the theories of the edge compare with: gradient flow (Runge–Kutta),
 * the constrained trajectory and predicted dynamics of Damian et al., and the central flow of Cohen et al.
 */
public final class OptimizerSetting {
    private static final List<String> NAMES = List.of(
            "gd",
            "polyak",
            "nesterov",
            "rmsprop",
            "adam",
            "sgd",
            "gradient-flow",
            "constrained",
            "predicted",
            "central-flow");

    /** Of the stiffest stable Runge–Kutta step; leaves room for the sharpness to grow between readings. */
    private static final double FLOW_FRACTION = 1;

    /** Damian et al. repeat their projection a few times. */
    private static final int PROJECTIONS = 5;

    private static final double PROJECTION_TOLERANCE = 1e-6;
    private static final int CENTRAL_SUBSTEPS = 4;
    private static final double CENTRAL_MARGIN = 0.1;

    private OptimizerSetting() {}

    /** The names of all rules. */
    public static List<String> names() {
        return NAMES;
    }

    /** The settings, to be added to a model's own. */
    public static List<Setting> settings() {
        return List.of(
                Setting.choice("optimizer", "the rule that changes the parameters", NAMES, "gd"),
                fraction("momentum", "momentum of polyak and nesterov, beta1 of adam", 0.9),
                fraction("beta2", "decay of the mean square of rmsprop and adam", 0.999),
                Setting.positive("epsilon", "added to the root of the mean square by rmsprop and adam", 1e-8),
                Setting.integer("batch", "examples in a batch of sgd", 1, Integer.MAX_VALUE, 32L),
                StepSizeSetting.SCHEDULE,
                StepSizeSetting.CLIP);
    }

    private static Setting fraction(String name, String description, double defaultValue) {
        return Setting.number(name, description, "at least 0 and below 1", x -> x >= 0 && x < 1, defaultValue);
    }

    /**
     * The dynamics that the settings ask for.
     *
     * @param settings a model's, with {@link #settings()} and {@code eta} among them
     * @param objective the loss; for {@code sgd} a mean over examples, for the theories' dynamics with third derivatives
     * @param solver finds the eigenpairs that the theories' dynamics need
     * @param eigenvalues how many critical eigenvalues the central flow follows
     * @throws InputException when they don't go together
     */
    public static Dynamics read(Settings settings, Objective objective, EigenSolver solver, int eigenvalues) {
        double eta = settings.number("eta");
        StepSize stepSize = StepSizeSetting.read(settings);
        double momentum = settings.number("momentum");
        double beta2 = settings.number("beta2");
        double epsilon = settings.number("epsilon");
        return switch (settings.text("optimizer")) {
            case "polyak" -> Momentum.polyak(objective, stepSize, momentum);
            case "nesterov" -> Momentum.nesterov(objective, stepSize, momentum);
            case "rmsprop" -> Adaptive.rmsprop(objective, stepSize, beta2, epsilon);
            case "adam" -> new Adaptive(objective, stepSize, momentum, beta2, epsilon);
            case "sgd" -> stochastic(settings, objective, stepSize);
            case "gradient-flow" -> new RungeKuttaFlow(objective, eta, solver, 1, FLOW_FRACTION, eta);
            case "constrained" -> constrained(settings, objective, solver);
            case "predicted" -> new PredictedDynamics(constrained(settings, objective, solver));
            case "central-flow" ->
                new CentralFlow(
                        smooth(settings, objective), eta, solver, eigenvalues, CENTRAL_SUBSTEPS, CENTRAL_MARGIN);
            default -> new GradientDescent(objective, stepSize);
        };
    }

    /** Whether a rotation of the parameters turns the whole trajectory with it: true of all that does not step each parameter by itself. */
    public static boolean commutesWithRotations(Settings settings) {
        return !List.of("rmsprop", "adam").contains(settings.text("optimizer"));
    }

    private static ProjectedGradientDescent constrained(Settings settings, Objective objective, EigenSolver solver) {
        return new ProjectedGradientDescent(
                smooth(settings, objective), settings.number("eta"), solver, PROJECTION_TOLERANCE, PROJECTIONS);
    }

    private static SmoothObjective smooth(Settings settings, Objective objective) {
        if (objective instanceof SmoothObjective smooth) {
            return smooth;
        }
        throw new InputException("optimizer: " + settings.text("optimizer")
                + " is not allowed; this model's loss has no third derivatives");
    }

    private static Dynamics stochastic(Settings settings, Objective objective, StepSize stepSize) {
        if (!(objective instanceof FiniteSum sum)) {
            throw new InputException("optimizer: sgd is not allowed; this model's loss is not a mean over examples");
        }
        return new StochasticGradientDescent(sum, stepSize, batches(settings, sum));
    }

    /** The batches of {@code batch} examples. */
    static Batches batches(Settings settings, FiniteSum sum) {
        long batch = settings.integer("batch");
        if (batch > sum.examples()) {
            throw new InputException("batch: " + batch + " is not allowed; there are " + sum.examples() + " examples");
        }
        long seed = settings.has("seed") ? settings.integer("seed") : 0;
        return new Batches(sum.examples(), (int) batch, seed);
    }
}
