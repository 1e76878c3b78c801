package org.eoslab.model.literature;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.claim.RunClaim;
import org.eoslab.claim.Verdict;
import org.eoslab.experiment.Library;
import org.eoslab.experiment.Model;
import org.eoslab.experiment.Preset;
import org.eoslab.experiment.Settings;
import org.eoslab.experiment.setting.StepSizeSetting;
import org.eoslab.model.formula.NamedFormula;
import org.eoslab.run.Trajectory;

/**
 * How SGD selects minima (Wu, Ma and E 2018): the mean of f₁ = min(x², 0.1(x − 1)²) and f₂ = min(x², 1.9(x − 1)²) has two minima of curvature 2. At 0 both examples
 * have it; at 1 they have h = 0.2 and 3.8. A step multiplies the distance from 1 by 1 − ηh with one of them: the mean of log|1 − ηh| is negative below the almost-sure
 * edge η = 0.5595, that of (1 − ηh)² below 1 up to the mean-square edge 8/14.48 = 0.5525.
 */
final class NonUniformMinima implements Library {
    private static final String SOURCE = "Wu, Ma & E 2018";
    private static final double SHALLOW = 0.2;
    private static final double STEEP = 3.8;

    /** Nearer than this to a minimum a run is at it. */
    private static final double NEAR = 0.1;

    private static final int PATIENCE = 5;

    @Override
    public List<Model> models() {
        return List.of(
                model("non-uniformity", "sgd", 0.6, NonUniformMinima::selects),
                model("non-uniformity-gd", "gd", 0.7, NonUniformMinima::stays));
    }

    private static Model model(String name, String rule, double eta, Function<Settings, Claim> claim) {
        Map<String, Object> defaults = new LinkedHashMap<>();
        defaults.put("loss", "[min(x^2, 0.1*(x - 1)^2), min(x^2, 1.9*(x - 1)^2)]");
        defaults.put("start.x", 1.000001);
        defaults.put("eta", eta);
        defaults.put("optimizer", rule);
        defaults.put("batch", 1L);
        defaults.put("steps", 2000L);
        return new NamedFormula(name, defaults, settings -> List.of(claim.apply(settings)));
    }

    @Override
    public List<Preset> presets() {
        return List.of(
                new Preset(
                        "non-uniformity",
                        "non-uniformity",
                        SOURCE,
                        "sgd leaves the minimum whose examples differ in curvature, at eta = 0.6",
                        0.1,
                        Map.of()),
                new Preset(
                        "non-uniformity-gd",
                        "non-uniformity-gd",
                        SOURCE,
                        "gradient descent stays there, at eta = 0.7: both minima are as sharp",
                        0.1,
                        Map.of()));
    }

    /** The mean of log|1 − ηh| over both examples at the minimum 1. */
    private static double exponent(double eta) {
        return (Math.log(Math.abs(1 - eta * SHALLOW)) + Math.log(Math.abs(1 - eta * STEEP))) / 2;
    }

    private static Claim selects(Settings settings) {
        double exponent = exponent(settings.get(StepSizeSetting.ETA));
        return new RunClaim(
                "Wu.selects",
                SOURCE,
                "from beside 1, SGD stays there while the mean of log|1 − ηh| is negative, below η = 0.5595, and goes to 0 beyond",
                (claim, run) -> exponent > 0 && run.end().step() < escape(run, exponent)
                        ? Finding.notReached(claim, "too few steps to leave 1")
                        : judge(claim, run, exponent < 0 ? 1 : 0, Math.abs(exponent)));
    }

    /** Several times the steps in which the mean exponent takes the start's distance from 1 to order one: by then fluctuations have not kept it. */
    private static double escape(Trajectory run, double exponent) {
        return PATIENCE * -Math.log(Math.abs(RunClaim.first(run, "x") - 1)) / exponent;
    }

    private static Claim stays(Settings settings) {
        double margin = 1 - settings.get(StepSizeSetting.ETA);
        return new RunClaim(
                "Wu.stays",
                SOURCE,
                "gradient descent stays at 1 for η < 2/S = 1",
                (claim, run) -> margin > 0
                        ? judge(claim, run, 1, margin)
                        : Finding.notApplicable(claim, "η is not below 2/S = 1"));
    }

    private static Finding judge(Claim claim, Trajectory run, double expected, double margin) {
        double x = RunClaim.last(run, "x");
        long end = run.end().step();
        String attained = RunClaim.format("x = %.6g after %d steps", x, end);
        if (Math.abs(x) > NEAR && Math.abs(x - 1) > NEAR) {
            return Finding.of(claim, Verdict.NOT_REACHED, Double.NaN, -1, attained, "it is at neither minimum yet");
        }
        boolean holds = Math.abs(x - expected) <= NEAR;
        return Finding.of(claim, holds ? Verdict.HOLDS : Verdict.FAILS, holds ? margin : -margin, end, attained, "");
    }
}
