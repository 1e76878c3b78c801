package org.eoslab.model.literature;

import java.util.List;
import java.util.Map;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Law;
import org.eoslab.claim.RunClaim;
import org.eoslab.experiment.Library;
import org.eoslab.experiment.Model;
import org.eoslab.experiment.Preset;
import org.eoslab.experiment.setting.StepSizeSetting;
import org.eoslab.model.formula.NamedFormula;
import org.eoslab.run.Trajectory;

/**
 * Subquadratic growth (Ma, Kunin, Wu and Ying 2022): beyond 2/η gradient descent on log cosh x stays on the cycle {x, −x} with 2x = η tanh x, whose
 * multiplier is (1 − η/cosh²x)²; on x²/2 + x⁴/4, which grows faster than a quadratic, it diverges.
 */
final class Subquadratic implements Library {
    private static final String SOURCE = "Ma, Kunin, Wu & Ying 2022";
    private static final String CONTROL = "superquadratic";

    /** A cycle that attracts is reached to rounding of numbers of about 1. */
    private static final double ROUNDING = 1e-12;

    @Override
    public List<Model> models() {
        return List.of(
                new NamedFormula(
                        "subquadratic",
                        Map.of("loss", "log(cosh(x))", "start.x", 1.0, "eta", 2.5, "steps", 1000L),
                        settings -> List.of(cycle(settings.get(StepSizeSetting.ETA)))),
                new NamedFormula(
                        CONTROL,
                        Map.of("loss", "x^2/2 + x^4/4", "start.x", 1.0, "eta", 2.1, "steps", 100L),
                        settings -> List.of(new ExpectedDivergence(
                                SOURCE,
                                "beyond 2/η a loss that grows faster than a quadratic takes gradient descent to infinity",
                                settings.get(StepSizeSetting.ETA) > 2))));
    }

    @Override
    public List<Preset> presets() {
        return List.of(
                new Preset(
                        "subquadratic",
                        "subquadratic",
                        SOURCE,
                        "beyond 2/eta it stays on a cycle of two: 2x = eta tanh x",
                        0.1,
                        Map.of()),
                new Preset(CONTROL, CONTROL, SOURCE, "the control: growth beyond a quadratic diverges", 0.1, Map.of()));
    }

    private static Claim cycle(double eta) {
        return new Law(
                "Ma.cycle",
                SOURCE,
                "beyond 2/η it ends on the cycle {x, −x} with 2x = η tanh x",
                ROUNDING,
                run -> Edge.beyond(eta),
                run -> {
                    double x = RunClaim.last(run, "x");
                    return List.of(Law.Point.of(run, 2 * x, eta * Math.tanh(x)), Law.Point.of(run, x, -before(run)));
                },
                run -> {
                    double x = Math.abs(RunClaim.last(run, "x"));
                    double slope = 1 - eta / Math.cosh(x) / Math.cosh(x);
                    return RunClaim.format("|x| = %.9f, multiplier %.3f", x, slope * slope);
                });
    }

    /** x a row before the last. */
    private static double before(Trajectory run) {
        return run.table().get("x", Math.max(0, run.table().rows() - 2));
    }
}
