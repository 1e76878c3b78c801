package org.eoslab.model.minimalist;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eoslab.claim.rigorous.Rigorous;
import org.eoslab.experiment.BatchRunner;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Model;
import org.eoslab.experiment.Overlays;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.model.minimalist.admissible.EosWindow;
import org.eoslab.model.minimalist.certificate.ConvergenceCertifier;
import org.eoslab.model.minimalist.claim.Constants;
import org.eoslab.model.minimalist.claim.MinimalistClaims;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.model.minimalist.dynamics.MinimalistConstrained;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;
import org.eoslab.model.minimalist.dynamics.MinimalistProbe;
import org.eoslab.model.minimalist.enclosure.ExactSettings;
import org.eoslab.model.minimalist.kernel.MinimalistKernel;
import org.eoslab.model.minimalist.kernel.MinimalistRunner;
import org.eoslab.model.minimalist.proof.RigorousCheck;
import org.eoslab.run.Simulation;

/** {@code minimalist}: gradient descent with clipping on the paper's own model (Liu et al., section 3). */
public final class MinimalistModel implements Model {
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
    public List<Setting> settings() {
        return List.of(
                Setting.positive("lambda1", "variance of the irrelevant input", 1.0),
                Setting.positive("lambda2", "variance of the relevant input, below lambda1", 0.001),
                Setting.positive("eta", "step size", null),
                Setting.start("alpha", "second-layer weight", null),
                Setting.start("beta1", "weight of the irrelevant input", null),
                Setting.start("beta2", "weight of the relevant input", null),
                ClipSetting.SETTING,
                Setting.integer("steps", "gradient descent steps", 0, 1L << 53, 6000L));
    }

    @Override
    public Problem build(Settings settings) {
        MinimalistDescent dynamics = dynamics(settings);
        return new Problem(
                        new Simulation(dynamics, List.of(new MinimalistProbe(dynamics))),
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
        EosWindow window = EosWindow.of(exact(experiment.settings()));
        MinimalistDescent descent = dynamics(experiment.settings());
        MinimalistConstrained constrained = new MinimalistConstrained(descent.model(), descent.eta());
        double[] start = start(experiment.settings());
        start[Minimalist.BETA1] = 0;
        boolean applies = constrained.slack(start[Minimalist.ALPHA], start[Minimalist.BETA2]) >= 0;
        return new Overlays(
                Optional.of(new Overlays.Window(window.low(), window.high(), window.limitedBy(), window.whyEmpty())),
                applies ? Optional.of(new Overlays.Beside(constrained, start)) : Optional.empty());
    }

    @Override
    public Optional<Rigorous> rigorous(Settings settings) {
        ExactSettings exact = exact(settings);
        return Optional.of((steps, digits, progress) -> RigorousCheck.run(exact, steps, digits, progress, constants));
    }

    /**
     * The dynamics alone.
     *
     * @throws InputException when λ₂ is not below λ₁
     */
    public static MinimalistDescent dynamics(Settings settings) {
        double lambda1 = settings.number("lambda1");
        double lambda2 = settings.number("lambda2");
        if (lambda2 >= lambda1) {
            throw new InputException("lambda2: " + InputException.shown(lambda2)
                    + " is not allowed; it must be below lambda1 = " + InputException.shown(lambda1));
        }
        Minimalist model = new Minimalist(lambda1, lambda2);
        double eta = settings.number("eta");
        return new MinimalistDescent(model, eta, ClipSetting.read(settings.text("clip"), eta, model));
    }

    private static MinimalistKernel.Start start(Experiment experiment) {
        Settings settings = experiment.settings();
        double[] parameters = experiment.init().orElseGet(() -> start(settings));
        return new MinimalistKernel.Start(dynamics(settings), parameters, experiment.steps());
    }

    /** The parameters at step 0. */
    public static double[] start(Settings settings) {
        return new double[] {settings.number("alpha"), settings.number("beta1"), settings.number("beta2")};
    }

    /** The same settings as exact numbers, for rigorous mode: each double stands for its shortest decimal, as it was written. */
    public static ExactSettings exact(Settings settings) {
        return new ExactSettings(
                BigDecimal.valueOf(settings.number("lambda1")),
                BigDecimal.valueOf(settings.number("lambda2")),
                BigDecimal.valueOf(settings.number("eta")),
                BigDecimal.valueOf(settings.number("alpha")),
                BigDecimal.valueOf(settings.number("beta1")),
                BigDecimal.valueOf(settings.number("beta2")),
                ClipSetting.exact(settings.text("clip")));
    }
}
