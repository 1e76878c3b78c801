package org.eoslab.torch.model;

import java.util.List;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.Schedule;
import org.eoslab.dynamics.StepSize;
import org.eoslab.dynamics.optimiser.Adaptive;
import org.eoslab.dynamics.optimiser.Batches;
import org.eoslab.dynamics.optimiser.Momentum;
import org.eoslab.dynamics.optimiser.StochasticGradientDescent;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.objective.FiniteSum;

/** The settings that say how a network is trained; those that the chosen optimiser does not have are not looked at. */
final class OptimiserSettings {
    static final List<Setting> SETTINGS = List.of(
            Setting.positive("eta", "step size", null),
            Setting.choice(
                    "optimizer",
                    "the rule that changes the parameters",
                    List.of("gd", "polyak", "nesterov", "rmsprop", "adam", "sgd"),
                    "gd"),
            fraction("momentum", "momentum of polyak and nesterov", 0.9),
            fraction("beta1", "decay of the gradient's mean in adam", 0.9),
            fraction("beta2", "decay of its square's mean in adam and rmsprop", 0.99),
            Setting.positive("epsilon", "what adam and rmsprop add to the root of that mean", 1e-7),
            Setting.integer("batch", "examples in a batch of sgd", 1, Integer.MAX_VALUE, 32L),
            Setting.text(
                    "schedule",
                    "the step size over the steps, eta at its largest",
                    "constant, warmup STEPS, cosine STEPS, or decay FACTOR STEPS",
                    OptimiserSettings::isSchedule,
                    "constant"),
            Setting.number("clipNorm", "largest gradient norm, 0 for no clipping", "at least 0", x -> x >= 0, 0.0));

    private OptimiserSettings() {}

    private static Setting fraction(String name, String description, double defaultValue) {
        return Setting.number(name, description, "from 0 to below 1", x -> x >= 0 && x < 1, defaultValue);
    }

    static Dynamics read(Settings settings, FiniteSum objective) {
        double clip = settings.number("clipNorm");
        StepSize stepSize = new StepSize(
                schedule(settings.number("eta"), settings.text("schedule")),
                clip == 0 ? Double.POSITIVE_INFINITY : clip);
        return switch (settings.text("optimizer")) {
            case "polyak" -> Momentum.polyak(objective, stepSize, settings.number("momentum"));
            case "nesterov" -> Momentum.nesterov(objective, stepSize, settings.number("momentum"));
            case "rmsprop" ->
                Adaptive.rmsprop(objective, stepSize, settings.number("beta2"), settings.number("epsilon"));
            case "adam" ->
                new Adaptive(
                        objective,
                        stepSize,
                        settings.number("beta1"),
                        settings.number("beta2"),
                        settings.number("epsilon"));
            case "sgd" -> new StochasticGradientDescent(objective, stepSize, batches(settings, objective.examples()));
            default -> new GradientDescent(objective, stepSize);
        };
    }

    private static Batches batches(Settings settings, int examples) {
        long batch = settings.integer("batch");
        if (batch > examples) {
            throw new InputException("batch: " + batch + " is not allowed; there are " + examples + " examples");
        }
        return new Batches(examples, (int) batch, settings.integer("seed"));
    }

    private static boolean isSchedule(String text) {
        try {
            schedule(1, text);
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private static Schedule schedule(double eta, String text) {
        String[] words = text.split(" +");
        return switch (words[0] + " " + words.length) {
            case "constant 1" -> new Schedule.Constant(eta);
            case "warmup 2" -> new Schedule.Warmup(eta, Long.parseLong(words[1]));
            case "cosine 2" -> new Schedule.Cosine(eta, Long.parseLong(words[1]));
            case "decay 3" -> new Schedule.StepDecay(eta, Double.parseDouble(words[1]), Long.parseLong(words[2]));
            default -> throw new IllegalArgumentException(text);
        };
    }
}
