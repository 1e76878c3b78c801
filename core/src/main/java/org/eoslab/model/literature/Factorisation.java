package org.eoslab.model.literature;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.claim.RunClaim;
import org.eoslab.claim.Verdict;
import org.eoslab.experiment.Library;
import org.eoslab.experiment.Model;
import org.eoslab.experiment.Preset;
import org.eoslab.experiment.setting.StepSizeSetting;
import org.eoslab.model.formula.NamedFormula;
import org.eoslab.run.Trajectory;

/**
 * Large step sizes balance a factorisation (Wang, Chen, Zhao and Tao 2021), of numbers: ½(1 − xy)². Gradient flow keeps x² − y²; beyond 2/S₀, and below 4/S₀, gradient descent converges
 * with less of it.
 */
final class Factorisation implements Library {
    private static final String SOURCE = "Wang, Chen, Zhao & Tao 2021";
    private static final String NAME = "factorisation";

    @Override
    public List<Model> models() {
        Map<String, Object> defaults = new LinkedHashMap<>();
        defaults.put("loss", "(1 - x*y)^2/2");
        defaults.put("start.x", 6.0);
        defaults.put("start.y", 0.1);
        defaults.put("eta", 3 / 36.0011);
        defaults.put("steps", 5000L);
        return List.of(
                new NamedFormula(NAME, defaults, settings -> List.of(balance(settings.get(StepSizeSetting.ETA)))));
    }

    @Override
    public List<Preset> presets() {
        return List.of(new Preset(
                NAME,
                NAME,
                SOURCE,
                "a step size beyond 2/S balances two factors: (6, 0.1) to (1.7295, 0.5782)",
                0.1,
                Map.of()));
    }

    private static Claim balance(double eta) {
        return new RunClaim(
                "Wang.factors",
                SOURCE,
                "from 2 < ηS₀ < 4 it converges with a smaller |x² − y²|, which gradient flow would keep",
                (claim, run) -> judge(claim, run, eta));
    }

    private static Finding judge(Claim claim, Trajectory run, double eta) {
        double start = eta * RunClaim.first(run, "sharpness");
        if (!(start > 2 && start < 4)) {
            return Finding.notApplicable(claim, RunClaim.format("ηS = %.4f at the start", start));
        }
        if (!RunClaim.settled(run)) {
            return Finding.notReached(claim, RunClaim.format("‖∇L‖ is still %.2e", RunClaim.last(run, "gradientNorm")));
        }
        double first = imbalance(RunClaim.first(run, "x"), RunClaim.first(run, "y"));
        double last = imbalance(RunClaim.last(run, "x"), RunClaim.last(run, "y"));
        double margin = 1 - last / first;
        return Finding.of(
                claim,
                margin > 0 ? Verdict.HOLDS : Verdict.FAILS,
                margin,
                run.end().step(),
                RunClaim.format("|x² − y²| from %.4f to %.4f", first, last),
                "");
    }

    private static double imbalance(double x, double y) {
        return Math.abs((x - y) * (x + y));
    }
}
