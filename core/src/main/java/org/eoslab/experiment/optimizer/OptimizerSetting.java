package org.eoslab.experiment.optimizer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.flow.EdgeFlow;
import org.eoslab.dynamics.flow.SwingFlow;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.experiment.setting.StepSizeSetting;
import org.eoslab.linalg.EigenSolver;
import org.eoslab.objective.Decayed;
import org.eoslab.objective.Objective;
import org.eoslab.run.Probe;

/**
 * The rule that changes a model's parameters: the setting {@code optimizer}, and the settings of all {@link Rule}s, each of which acts with
 * the rules that have it. In files they may stand in a section, {@code optimizer: {name: adam, beta2: 0.99}}. Besides the optimizers there
 * are the dynamics that the theories of the edge compare with: gradient flow, the constrained trajectory and predicted dynamics of Damian
 * et al., the central flow of Cohen et al. and the edge flow of Marion.
 */
public final class OptimizerSetting {
    /** The section of the rules' settings in files. */
    static final String SECTION = "optimizer";

    private static final Rule GRADIENT_DESCENT = new GradientDescentRule();

    private static final List<Rule> RULES = List.of(
            GRADIENT_DESCENT,
            new PolyakRule(),
            new NesterovRule(),
            new RmsPropRule(),
            new AdamRule(),
            new AdamWRule(),
            new SgdRule(),
            new NormalisedRule(),
            new SqrtLossRule(),
            new SamRule(),
            new SignRule(),
            new MuonRule(),
            new GradientFlowRule(),
            new ConstrainedRule(),
            new PredictedRule(),
            new CentralFlowRule(),
            new OscillationFlowRule("edge-flow", EdgeFlow::new),
            new OscillationFlowRule("swing-flow", SwingFlow::new));

    private static final Setting<Rule> RULE =
            Setting.choice(SECTION, "the rule that changes the parameters", RULES, Rule::name, GRADIENT_DESCENT);

    /** The setting {@code optimizer}. */
    public static final Setting<?> OPTIMIZER = RULE;

    /** The setting {@code weightDecay}, of every rule. */
    public static final Setting<Double> WEIGHT_DECAY = Setting.number(
                    "weightDecay",
                    "lambda of weight decay: lambda*w is added to the gradient; adamw shrinks w by eta*lambda instead",
                    "at least 0 and finite",
                    x -> x >= 0 && x < Double.POSITIVE_INFINITY,
                    0.0)
            .in(SECTION);

    private OptimizerSetting() {}

    /** The names of all rules; the first is gradient descent, the default. */
    public static List<String> names() {
        return RULES.stream().map(Rule::name).toList();
    }

    /** The settings of a model whose own have other names. */
    public static List<Setting<?>> settings() {
        return settings(List.of());
    }

    /**
     * The settings, to be added to a model's own.
     *
     * @param own the model's, with {@code eta}; a rule's setting of the same name as one of them has the section in its name
     */
    public static List<Setting<?>> settings(Collection<Setting<?>> own) {
        return settings(own, RULES);
    }

    /** The same for a model whose gradient descent is its own and goes by the model's own settings alone. */
    public static List<Setting<?>> besidesGradientDescent(Collection<Setting<?>> own) {
        return settings(
                own,
                RULES.stream().filter(rule -> !rule.equals(GRADIENT_DESCENT)).toList());
    }

    private static List<Setting<?>> settings(Collection<Setting<?>> own, List<Rule> general) {
        List<String> taken = own.stream().<String>map(Setting::name).toList();
        Map<Setting<?>, List<String>> rules = new LinkedHashMap<>();
        for (Rule rule : general) {
            Stream.concat(rule.settings().stream(), Stream.of(WEIGHT_DECAY))
                    .forEach(s ->
                            rules.computeIfAbsent(s, k -> new ArrayList<>()).add(rule.name()));
        }
        List<Setting<?>> all = new ArrayList<>(List.of(OPTIMIZER));
        rules.forEach((setting, names) ->
                all.add((taken.contains(setting.name()) ? setting.qualified() : setting).when(SECTION, names)));
        return List.copyOf(all);
    }

    /** A setting from 0 to below 1. */
    static Setting<Double> fraction(String name, String description, double defaultValue) {
        return Setting.number(name, description, "at least 0 and below 1", x -> x >= 0 && x < 1, defaultValue)
                .in(SECTION);
    }

    /** A setting of a model's own that acts with gradient descent alone. */
    public static <T> Setting<T> ofGradientDescent(Setting<T> own) {
        return own.when(SECTION, List.of(GRADIENT_DESCENT.name()));
    }

    /** Whether the rule is gradient descent, the default. */
    public static boolean isGradientDescent(Settings settings) {
        return settings.get(RULE).equals(GRADIENT_DESCENT);
    }

    /** Whether it is gradient descent on the loss itself: without weight decay, and without clipping. */
    public static boolean isPlainGradientDescent(Settings settings) {
        return isGradientDescent(settings)
                && settings.get(WEIGHT_DECAY) == 0
                && settings.get(StepSizeSetting.CLIP) == Double.POSITIVE_INFINITY;
    }

    /**
     * The dynamics that the settings ask for. Weight decay is the rule's: what is measured of the loss is measured without it.
     *
     * @param settings a model's, with {@link #settings()} and {@code eta} among them
     * @param objective the loss; for {@code sgd} a mean over examples, for the theories' dynamics with third derivatives
     * @param solver finds the eigenpairs that the theories' dynamics need
     * @param eigenvalues how many critical eigenvalues the central flow follows
     * @throws InputException when they don't go together
     */
    public static Dynamics read(Settings settings, Objective objective, EigenSolver solver, int eigenvalues) {
        Rule rule = settings.get(RULE);
        double decay = rule.decouplesDecay() ? 0 : settings.get(WEIGHT_DECAY);
        return rule.dynamics(settings, Decayed.of(objective, decay), solver, eigenvalues);
    }

    /**
     * What the runs of the rule have as columns besides those of every run, at every step: what a flow predicts.
     *
     * @param dynamics what {@link #read} made of the settings
     */
    public static List<Probe> probes(Settings settings, Dynamics dynamics) {
        return settings.get(RULE).probes(dynamics);
    }

    /**
     * What the runs of the rule read of the curvature besides the sharpness, at the same steps.
     *
     * @param dynamics what {@link #read} made of the settings
     */
    public static List<Probe> readings(Settings settings, Dynamics dynamics) {
        return settings.get(RULE).readings(dynamics);
    }

    /**
     * The name of the column that is held against the dynamics' stability threshold.
     *
     * @param dynamics what {@link #read} made of the settings
     */
    public static String curvature(Settings settings, Dynamics dynamics) {
        return settings.get(RULE).curvature(dynamics).name();
    }

    /**
     * Whether a rotation of the parameters turns the whole trajectory with it, and what is orthogonal to all gradients of the loss never
     * moves: true of all that does not step each parameter by itself and has no weight decay.
     */
    public static boolean movesInTheSpanOfGradients(Settings settings) {
        return settings.get(RULE).commutesWithRotations() && settings.get(WEIGHT_DECAY) == 0;
    }
}
