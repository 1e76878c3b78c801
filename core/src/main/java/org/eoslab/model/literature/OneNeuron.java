package org.eoslab.model.literature;

import java.util.ArrayList;
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
 * Depth and sharpening with one neuron a layer (Yoo, Song and Yun 2025): f = w_D…w₂(w₁·x) on two inputs, (2, 0) and (0, 0.3), with targets 0.02 and 1, L = ½ mean (f − y)². The
 * deeper, the later and the higher the sharpness rises above 2/η before it ends below.
 */
final class OneNeuron implements Library {
    private static final String SOURCE = "Yoo, Song & Yun 2025";
    private static final List<String> SCALARS = List.of("a", "b", "c");
    private static final int SHALLOWEST = 2;

    @Override
    public List<Model> models() {
        List<Model> models = new ArrayList<>();
        for (int scalars = 1; scalars <= SCALARS.size(); scalars++) {
            models.add(model(SCALARS.subList(0, scalars)));
        }
        return models;
    }

    private static String name(int scalars) {
        return "one-neuron-" + (scalars + SHALLOWEST - 1);
    }

    private static Model model(List<String> scalars) {
        String product = String.join("*", scalars);
        Map<String, Object> defaults = new LinkedHashMap<>();
        defaults.put("loss", "((2*u*" + product + " - 0.02)^2 + (0.3*v*" + product + " - 1)^2)/4");
        defaults.put("start.u", 0.05);
        defaults.put("start.v", 0.05);
        scalars.forEach(s -> defaults.put("start." + s, 0.4));
        defaults.put("eta", 0.5);
        defaults.put("steps", 3000L);
        return new NamedFormula(
                name(scalars.size()), defaults, settings -> List.of(edge(settings.get(StepSizeSetting.ETA))));
    }

    @Override
    public List<Preset> presets() {
        List<Preset> presets = new ArrayList<>();
        for (int scalars = 1; scalars <= SCALARS.size(); scalars++) {
            String name = name(scalars);
            presets.add(new Preset(
                    name,
                    name,
                    SOURCE,
                    "one neuron a layer, " + (scalars + 1) + " layers: sharpening above 2/eta, then below",
                    0.2,
                    Map.of()));
        }
        return presets;
    }

    private static Claim edge(double eta) {
        return new RunClaim(
                "Yoo.edge",
                SOURCE,
                "the sharpness rises from below 2/η above it, and the run converges to a minimum below it",
                (claim, run) -> judge(claim, run, eta));
    }

    private static Finding judge(Claim claim, Trajectory run, double eta) {
        long first = run.timeline().firstCrossing();
        if (first < 0) {
            return Finding.notReached(
                    claim, "no crossing of 2/η up to step " + run.end().step());
        }
        if (!RunClaim.settled(run)) {
            return Finding.notReached(claim, RunClaim.format("‖∇L‖ is still %.2e", RunClaim.last(run, "gradientNorm")));
        }
        double largest = 0;
        for (double s : run.table().column("sharpness")) {
            largest = Math.max(largest, eta * s);
        }
        double end = Edge.atEnd(eta, run);
        return Finding.of(
                claim,
                first > 0 && end < 2 ? Verdict.HOLDS : Verdict.FAILS,
                2 - end,
                run.end().step(),
                RunClaim.format("ηS above 2 from step %d, at most %.4f, %.6f at the end", first, largest, end),
                "");
    }
}
