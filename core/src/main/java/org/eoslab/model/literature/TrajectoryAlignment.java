package org.eoslab.model.literature;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Law;
import org.eoslab.claim.RunClaim;
import org.eoslab.experiment.Library;
import org.eoslab.experiment.Model;
import org.eoslab.experiment.Preset;
import org.eoslab.experiment.Settings;
import org.eoslab.experiment.setting.StepSizeSetting;
import org.eoslab.model.formula.NamedFormula;
import org.eoslab.run.Trajectory;

/**
 * Trajectory alignment (Ahn et al. 2023; Song and Yun 2023) on l(xy), l even and convex: whatever the start, once gradient flow from it would end sharper than 2/η,
 * gradient descent ends at one sharpness, 2/η − η/(2a) to first order, where l'(z)/z = l''(0)(1 − az² + …), l''(0) = 1.
 */
final class TrajectoryAlignment implements Library {
    private static final String SOURCE = "Ahn et al. 2023; Song & Yun 2023";

    /** What is left of the law at second order, as seen for both losses from η = 0.02 to 0.2: less than 0.53η² <i>(ours)</i>. */
    private static final double SECOND_ORDER = 0.6;

    @Override
    public List<Model> models() {
        return List.of(
                model("alignment", "log(cosh(x*y))", 1 / 3.0), model("alignment-sqrt", "sqrt(1 + (x*y)^2)", 0.5));
    }

    private static Model model(String name, String loss, double a) {
        Map<String, Object> defaults = new LinkedHashMap<>();
        defaults.put("loss", loss);
        defaults.put("start.x", 0.5);
        defaults.put("start.y", 6.0);
        defaults.put("eta", 0.125);
        defaults.put("steps", 20_000L);
        return new NamedFormula(name, defaults, settings -> List.of(claim(settings, a)));
    }

    @Override
    public List<Preset> presets() {
        return List.of(
                new Preset(
                        "alignment",
                        "alignment",
                        SOURCE,
                        "all starts at the edge end at one sharpness, 2/eta - 3eta/2: here eta*S = 1.97645",
                        0.3,
                        Map.of()),
                new Preset(
                        "alignment-sqrt",
                        "alignment-sqrt",
                        SOURCE,
                        "the same for sqrt(1 + z^2): 2/eta - eta",
                        0.3,
                        Map.of()));
    }

    private static Claim claim(Settings settings, double a) {
        double eta = settings.get(StepSizeSetting.ETA);
        return new Law(
                "alignment",
                SOURCE,
                RunClaim.format(
                        "from a start whose gradient flow ends above 2/η, (2/η − S)/η ends at %.4g to within 0.6η²",
                        1 / (2 * a)),
                SECOND_ORDER * eta * eta,
                run -> premise(run, eta),
                run -> RunClaim.settled(run) ? List.of(Law.Point.of(run, gap(run, eta), 1 / (2 * a))) : List.of(),
                run -> RunClaim.format("ηS = %.6f, (2/η − S)/η = %.5f", Edge.atEnd(eta, run), gap(run, eta)));
    }

    /** Gradient flow conserves y² − x², and ends at xy = 0 with that sharpness. */
    private static Optional<String> premise(Trajectory run, double eta) {
        double x = RunClaim.first(run, "x");
        double y = RunClaim.first(run, "y");
        double flow = eta * Math.abs(y * y - x * x);
        return flow > 2
                ? Optional.empty()
                : Optional.of(RunClaim.format("gradient flow from the start ends at ηS = %.4f, not above 2", flow));
    }

    private static double gap(Trajectory run, double eta) {
        return (2 - Edge.atEnd(eta, run)) / (eta * eta);
    }
}
