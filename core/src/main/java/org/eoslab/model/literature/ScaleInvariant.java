package org.eoslab.model.literature;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Law;
import org.eoslab.claim.RunClaim;
import org.eoslab.experiment.Library;
import org.eoslab.experiment.Model;
import org.eoslab.experiment.Preset;
import org.eoslab.experiment.Settings;
import org.eoslab.experiment.optimizer.OptimizerSetting;
import org.eoslab.experiment.setting.StepSizeSetting;
import org.eoslab.model.formula.NamedFormula;
import org.eoslab.run.Table;
import org.eoslab.run.Trajectory;

/**
 * Normalisation and weight decay (Lyu, Li and Arora 2022; Arora et al. 2018; Li et al. 2022): L of θ = w/‖w‖ alone, here θ₁²(1 + θ₂²). The decay shrinks ‖w‖ until
 * the sharpness S = 2(1 + θ₂²)/‖w‖² reaches the edge, and from there on θ drifts to the flattest minimum, θ₂ = 0.
 */
final class ScaleInvariant implements Library {
    private static final String SOURCE = "Lyu, Li & Arora 2022";

    /** Roundings of a squared norm and of both its terms. */
    private static final double ROUNDING = 16 * 0x1p-52;

    /** How much sharper than the flattest minimum the end may be, relatively. */
    private static final double FLATTEST = 1e-3;

    private static final String NORM = "(w[1]^2 + w[2]^2 + w[3]^2)";

    @Override
    public List<Model> models() {
        Map<String, Object> defaults = new LinkedHashMap<>();
        defaults.put("loss", "w[1]^2/" + NORM + "*(1 + w[2]^2/" + NORM + ")");
        defaults.put("start.w1", 0.1);
        defaults.put("start.w2", 0.8);
        defaults.put("start.w3", 0.5);
        defaults.put("eta", 0.4);
        defaults.put("weightDecay", 0.002);
        defaults.put("steps", 10_000L);
        return List.of(new NamedFormula("scale-invariant", defaults, settings -> List.of(norm(settings), flattest())));
    }

    @Override
    public List<Preset> presets() {
        return List.of(new Preset(
                "scale-invariant",
                "scale-invariant",
                SOURCE,
                "weight decay brings a normalised loss to the edge, where it drifts to the flattest minimum",
                0.2,
                Map.of()));
    }

    /** Since L(cw) = L(w) the gradient is orthogonal to w. */
    private static Claim norm(Settings settings) {
        double eta = settings.get(StepSizeSetting.ETA);
        double shrink = 1 - eta * settings.get(OptimizerSetting.WEIGHT_DECAY);
        return new Law(
                "Lyu.norm",
                "Arora, Li & Lyu 2018",
                "‖w⁺‖² = (1 − ηλ)²‖w‖² + η²‖∇L‖² at every step, λ the weight decay",
                ROUNDING,
                Steps::consecutive,
                run -> {
                    Table table = run.table();
                    double[] squares = squares(table);
                    double[] gradient = table.column("gradientNorm");
                    List<Law.Point> points = new ArrayList<>();
                    for (int t = 0; t + 1 < squares.length; t++) {
                        double law = shrink * shrink * squares[t] + eta * eta * gradient[t] * gradient[t];
                        points.add(new Law.Point((long) table.get("step", t), squares[t + 1], law, law));
                    }
                    return points;
                },
                run -> RunClaim.format("‖w‖² from %.6f to %.6f", first(run), last(run)));
    }

    /** The sharpness on the sphere, S‖w‖², is 2(1 + θ₂²) at a minimum: at least 2. */
    private static Claim flattest() {
        return new Law(
                "Lyu.flattest",
                SOURCE,
                "the sharpness on the sphere, S‖w‖², ends at its least over all minima, 2, to within 0.1 %",
                FLATTEST,
                run -> Steps.crossed(run),
                run -> List.of(Law.Point.of(run, RunClaim.last(run, "sharpness") * last(run) / 2, 1)),
                run -> RunClaim.format(
                        "S‖w‖² from %.6f to %.6f",
                        RunClaim.first(run, "sharpness") * first(run), RunClaim.last(run, "sharpness") * last(run)));
    }

    private static double first(Trajectory run) {
        return squares(run.table())[0];
    }

    private static double last(Trajectory run) {
        return squares(run.table())[run.table().rows() - 1];
    }

    /** ‖w‖² at each row. */
    private static double[] squares(Table table) {
        double[] squares = new double[table.rows()];
        for (String name : List.of("w1", "w2", "w3")) {
            double[] w = table.column(name);
            for (int i = 0; i < squares.length; i++) {
                squares[i] += w[i] * w[i];
            }
        }
        return squares;
    }
}
