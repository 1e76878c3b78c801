package org.eoslab.model.minimalist;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eoslab.claim.rigorous.Rigorous;
import org.eoslab.experiment.BatchRunner;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Landmark;
import org.eoslab.experiment.Model;
import org.eoslab.experiment.Overlays;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.experiment.optimizer.OptimizerSetting;
import org.eoslab.experiment.setting.MeasuresSetting;
import org.eoslab.experiment.setting.StepSizeSetting;
import org.eoslab.linalg.dense.DirectEigenSolver;
import org.eoslab.model.descent.Descent;
import org.eoslab.model.minimalist.admissible.EosWindow;
import org.eoslab.model.minimalist.certificate.ConvergenceCertifier;
import org.eoslab.model.minimalist.claim.Constants;
import org.eoslab.model.minimalist.claim.MinimalistClaims;
import org.eoslab.model.minimalist.dynamics.ClippingRule;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.model.minimalist.dynamics.MinimalistConstrained;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;
import org.eoslab.model.minimalist.dynamics.MinimalistProbe;
import org.eoslab.model.minimalist.enclosure.ExactSettings;
import org.eoslab.model.minimalist.kernel.MinimalistKernel;
import org.eoslab.model.minimalist.kernel.MinimalistRunner;
import org.eoslab.model.minimalist.proof.RigorousCheck;
import org.eoslab.run.Probe;
import org.eoslab.run.Simulation;

/**
 * {@code minimalist}: gradient descent with clipping on the paper's own model (Liu et al., section 3). Any other rule has the general
 * dynamics on its loss.
 */
public final class MinimalistModel implements Model {
    /** λ₁. */
    public static final Setting<Double> LAMBDA1 = Setting.positive("lambda1", "variance of the irrelevant input", 1.0);

    /** λ₂. */
    public static final Setting<Double> LAMBDA2 =
            Setting.positive("lambda2", "variance of the relevant input, below lambda1", 0.001);

    private static final Setting<Double> ALPHA = Setting.start("alpha", "second-layer weight", null);
    private static final Setting<Double> BETA1 = Setting.start("beta1", "weight of the irrelevant input", null);
    private static final Setting<Double> BETA2 = Setting.start("beta2", "weight of the relevant input", null);

    private final Constants constants;

    /** With the usual constants in its claims. */
    public MinimalistModel() {
        this(Constants.DEFAULT);
    }

    private MinimalistModel(Constants constants) {
        this.constants = constants;
    }

    @Override
    public String name() {
        return "minimalist";
    }

    @Override
    public List<Setting<?>> settings() {
        return ClipSetting.settings(
                LAMBDA1,
                LAMBDA2,
                StepSizeSetting.ETA,
                ALPHA,
                BETA1,
                BETA2,
                ClipSetting.SETTING,
                Experiment.STEPS.withDefault(6000L));
    }

    @Override
    public Problem build(Settings settings) {
        MinimalistDescent dynamics = dynamics(settings);
        if (!OptimizerSetting.isGradientDescent(settings)) {
            Minimalist model = dynamics.model();
            return Descent.problem(
                    settings,
                    model,
                    start(settings),
                    Descent.gfsSharpness(w -> model.gfsSharpness(w[0], w[1], w[2])),
                    MinimalistClaims.withConstrained(dynamics, constants),
                    "alpha",
                    "beta1",
                    "beta2");
        }
        List<Probe> probes = new ArrayList<>(List.of(new MinimalistProbe(dynamics)));
        probes.addAll(MeasuresSetting.readFew(settings, dynamics.model(), new DirectEigenSolver()));
        return new Problem(
                        new Simulation(dynamics, probes),
                        dynamics.start(start(settings)),
                        "curvatureBeta1",
                        "alpha",
                        MinimalistClaims.withConstrained(dynamics, constants),
                        new ConvergenceCertifier(dynamics))
                .with((BatchRunner.Factory) wanted -> new MinimalistRunner(wanted, MinimalistModel::start));
    }

    @Override
    public Optional<Model> withConstants(Map<String, BigDecimal> changed) {
        try {
            return Optional.of(new MinimalistModel(constants.with(changed)));
        } catch (IllegalArgumentException e) {
            throw new InputException("--" + e.getMessage());
        }
    }

    @Override
    public Overlays overlays(Experiment experiment) {
        Problem problem = experiment.build();
        List<Landmark> landmarks = Landmarks.of(
                experiment.settings().get(LAMBDA1), problem.simulation().dynamics(), problem.start());
        if (!OptimizerSetting.isGradientDescent(experiment.settings())) {
            return Overlays.about(landmarks);
        }
        EosWindow window = EosWindow.of(exact(experiment.settings()));
        MinimalistDescent descent = dynamics(experiment.settings());
        MinimalistConstrained constrained = new MinimalistConstrained(descent.model(), descent.eta());
        double[] start = start(experiment.settings());
        start[Minimalist.BETA1] = 0;
        String provedWith = descent.clip() instanceof ClippingRule.Floor ? "" : "clip: floor";
        boolean applies = constrained.slack(start[Minimalist.ALPHA], start[Minimalist.BETA2]) >= 0;
        return new Overlays(
                Optional.of(new Overlays.Window(
                        window.low(), window.high(), window.limitedBy(), window.whyEmpty(), provedWith)),
                applies ? Optional.of(new Overlays.Beside(constrained, start)) : Optional.empty(),
                landmarks);
    }

    @Override
    public Optional<Rigorous> rigorous(Settings settings) {
        if (!OptimizerSetting.isGradientDescent(settings)) {
            return Optional.empty();
        }
        ExactSettings exact = exact(settings);
        return Optional.of((steps, digits, progress) -> RigorousCheck.run(exact, steps, digits, progress, constants));
    }

    /**
     * The dynamics alone.
     *
     * @throws InputException when λ₂ is not below λ₁
     */
    public static MinimalistDescent dynamics(Settings settings) {
        double lambda1 = settings.get(LAMBDA1);
        double lambda2 = settings.get(LAMBDA2);
        if (lambda2 >= lambda1) {
            throw new InputException("lambda2: " + InputException.shown(lambda2)
                    + " is not allowed; it must be below lambda1 = " + InputException.shown(lambda1));
        }
        Minimalist model = new Minimalist(lambda1, lambda2);
        double eta = settings.get(StepSizeSetting.ETA);
        return new MinimalistDescent(
                model, eta, settings.get(ClipSetting.SETTING).rule(eta, model));
    }

    /** Where the kernel starts, empty for a run by another rule than its own, to a condition, or with measures. */
    private static Optional<MinimalistKernel.Start> start(Experiment experiment) {
        Settings settings = experiment.settings();
        if (!OptimizerSetting.isGradientDescent(settings)
                || experiment.until().isPresent()
                || !settings.get(MeasuresSetting.MEASURES).isEmpty()) {
            return Optional.empty();
        }
        double[] parameters = experiment.init().orElseGet(() -> start(settings));
        return Optional.of(new MinimalistKernel.Start(dynamics(settings), parameters, experiment.steps()));
    }

    /** The parameters at step 0. */
    public static double[] start(Settings settings) {
        return new double[] {settings.get(ALPHA), settings.get(BETA1), settings.get(BETA2)};
    }

    /** The same settings as exact numbers, for rigorous mode: each double stands for its shortest decimal, as it was written. */
    public static ExactSettings exact(Settings settings) {
        return new ExactSettings(
                BigDecimal.valueOf(settings.get(LAMBDA1)),
                BigDecimal.valueOf(settings.get(LAMBDA2)),
                BigDecimal.valueOf(settings.get(StepSizeSetting.ETA)),
                BigDecimal.valueOf(settings.get(ALPHA)),
                BigDecimal.valueOf(settings.get(BETA1)),
                BigDecimal.valueOf(settings.get(BETA2)),
                settings.get(ClipSetting.SETTING).exact());
    }
}
