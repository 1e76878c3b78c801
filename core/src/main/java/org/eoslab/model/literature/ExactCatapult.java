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
import org.eoslab.experiment.setting.StepSizeSetting;
import org.eoslab.model.formula.NamedFormula;
import org.eoslab.model.wang.Catapult;
import org.eoslab.run.Table;
import org.eoslab.run.Trajectory;

/**
 * The catapult in closed form (Lewkowycz et al. 2020): f = uv, L = f²/2, of width one. With the curvature λ = u² + v² the function and it have a map of their own,
 * f⁺ = f(1 − ηλ + η²f²), λ⁺ = λ + ηf²(ηλ − 4) <i>(derived)</i>: for 2 &lt; ηλ₀ &lt; 4 the loss first grows and λ falls until ηλ &lt; 2; beyond 4 both grow.
 */
final class ExactCatapult implements Library {
    private static final String SOURCE = "Lewkowycz et al. 2020";
    private static final String NAME = "lewkowycz";

    /** Roundings of the two sides, which have terms of a few times f and λ. */
    private static final double ROUNDING = 64 * 0x1p-52;

    private static final double DIVERGES = 4;

    @Override
    public List<Model> models() {
        Map<String, Object> defaults = new LinkedHashMap<>();
        defaults.put("loss", "(u*v)^2/2");
        defaults.put("start.u", 2.0);
        defaults.put("start.v", 0.1);
        defaults.put("eta", 0.7);
        defaults.put("steps", 1000L);
        return List.of(new NamedFormula(NAME, defaults, settings -> {
            double eta = settings.get(StepSizeSetting.ETA);
            double u = NamedFormula.number(settings, "u");
            double v = NamedFormula.number(settings, "v");
            boolean diverges = eta * (u * u + v * v) > DIVERGES;
            return List.of(
                    map(eta),
                    diverges
                            ? new ExpectedDivergence(SOURCE, "beyond ηλ₀ = 4 it diverges", true)
                            : Catapult.claim(eta, ""));
        }));
    }

    @Override
    public List<Preset> presets() {
        return List.of(
                new Preset(
                        NAME,
                        NAME,
                        SOURCE,
                        "the catapult of width one: eta*lambda from 2.8070 to 0.602133",
                        0.1,
                        Map.of()),
                new Preset(
                        "lewkowycz-divergence",
                        NAME,
                        SOURCE,
                        "beyond eta*lambda = 4 it diverges",
                        0.1,
                        Map.of("eta", 1.01)));
    }

    private static Claim map(double eta) {
        return new Law(
                "Lewkowycz.map",
                SOURCE,
                "f⁺ = f(1 − ηλ + η²f²) and λ⁺ = λ + ηf²(ηλ − 4) at every step",
                ROUNDING,
                Steps::consecutive,
                run -> points(run, eta),
                run -> RunClaim.format(
                        "ηλ from %.4f to %.6f",
                        eta * lambda(run.table(), 0),
                        eta * lambda(run.table(), run.table().rows() - 1)));
    }

    private static double lambda(Table table, int row) {
        double u = table.get("u", row);
        double v = table.get("v", row);
        return u * u + v * v;
    }

    private static List<Law.Point> points(Trajectory run, double eta) {
        Table table = run.table();
        List<Law.Point> points = new ArrayList<>();
        for (int t = 0; t + 1 < table.rows(); t++) {
            long step = (long) table.get("step", t);
            double f = table.get("u", t) * table.get("v", t);
            double next = table.get("u", t + 1) * table.get("v", t + 1);
            double lambda = lambda(table, t);
            double square = eta * f * f;
            double size = 1 + eta * lambda + eta * square;
            points.add(new Law.Point(
                    step,
                    next,
                    f * (1 - eta * lambda + eta * square),
                    Math.max(Double.MIN_NORMAL, Math.abs(f) * size)));
            points.add(new Law.Point(
                    step,
                    lambda(table, t + 1),
                    lambda + square * (eta * lambda - 4),
                    lambda + square * (eta * lambda + 4)));
        }
        return points;
    }
}
