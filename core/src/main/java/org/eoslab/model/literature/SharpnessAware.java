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
import org.eoslab.experiment.optimizer.SamRule;
import org.eoslab.experiment.setting.StepSizeSetting;
import org.eoslab.model.formula.NamedFormula;
import org.eoslab.run.Trajectory;

/**
 * The edge of sharpness-aware minimisation (Long and Bartlett 2024) on λw²/2: it never comes to rest, but ends on the cycle of two |w| = ηλρ/(2 − ηλ), at whose gradient the
 * curvature is exactly at the rule's edge.
 */
final class SharpnessAware implements Library {
    private static final String SOURCE = "Long & Bartlett 2024";
    private static final String NAME = "sam-quadratic";
    private static final double ROUNDING = 1e-12;

    @Override
    public List<Model> models() {
        Map<String, Object> defaults = new LinkedHashMap<>();
        defaults.put("loss", "lambda*w^2/2");
        defaults.put("start.w", 1.0);
        defaults.put("constants.lambda", 1.0);
        defaults.put("eta", 0.5);
        defaults.put("optimizer", "sam");
        defaults.put("rho", 0.1);
        defaults.put("steps", 1000L);
        return List.of(new NamedFormula(NAME, defaults, settings -> List.of(cycle(settings), edge(settings))));
    }

    @Override
    public List<Preset> presets() {
        return List.of(new Preset(
                NAME, NAME, SOURCE, "sam on a quadratic ends on a cycle of two, at its own edge", 0.1, Map.of()));
    }

    private static double scaled(Settings settings) {
        return settings.get(StepSizeSetting.ETA) * NamedFormula.number(settings, "constants.lambda");
    }

    private static Optional<String> belowTheEdgeOfDescent(Settings settings) {
        return scaled(settings) < 2 ? Optional.empty() : Optional.of("ηλ is not below 2: the cycle does not attract");
    }

    private static Claim cycle(Settings settings) {
        double law = scaled(settings) * settings.get(SamRule.RHO) / (2 - scaled(settings));
        return new Law(
                "SAM.cycle",
                SOURCE,
                "it ends on the cycle of two with |w| = ηλρ/(2 − ηλ)",
                ROUNDING,
                run -> belowTheEdgeOfDescent(settings),
                run -> List.of(Law.Point.of(run, Math.abs(RunClaim.last(run, "w")), law)),
                run -> RunClaim.format("|w| = %.9f", Math.abs(RunClaim.last(run, "w"))));
    }

    private static Claim edge(Settings settings) {
        return new Law(
                "SAM.edge",
                SOURCE,
                "the sharpness is at the rule's threshold, ‖g‖/(2ρ)·(√(1 + 8ρ/(η‖g‖)) − 1)",
                ROUNDING,
                run -> belowTheEdgeOfDescent(settings),
                run -> List.of(Law.Point.of(run, RunClaim.last(run, "sharpness") / threshold(run), 1)),
                run -> RunClaim.format("threshold %.9f", threshold(run)));
    }

    private static double threshold(Trajectory run) {
        return run.timeline().threshold();
    }
}
