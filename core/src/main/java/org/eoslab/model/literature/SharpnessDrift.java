package org.eoslab.model.literature;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import org.eoslab.claim.Law;
import org.eoslab.claim.RunClaim;
import org.eoslab.experiment.Library;
import org.eoslab.experiment.Model;
import org.eoslab.experiment.Preset;
import org.eoslab.experiment.Settings;
import org.eoslab.experiment.setting.StepSizeSetting;
import org.eoslab.model.formula.NamedFormula;
import org.eoslab.run.Table;
import org.eoslab.run.Trajectory;
import org.hipparchus.analysis.solvers.BrentSolver;

/**
 * Drift along the manifold of minima (Arora, Li and Panigrahi 2022) on (1 + x²)y², where y = 0 are the minima and λ₁ = 2(1 + x²): normalised gradient descent follows
 * dx/dτ = −¼ d/dx log λ₁, gradient descent on √L follows dx/dτ = −⅛ dλ₁/dx, in time τ = η²t.
 */
final class SharpnessDrift implements Library {
    private static final String SOURCE = "Arora, Li & Panigrahi 2022";

    /** The largest relative deviation over η: at η = 0.01 it is seen to be 1.6 % up to τ = 4, of first order in η <i>(ours)</i>. */
    private static final double DEVIATION = 2;

    /** τ at which the run has come down to the valley from its start. */
    private static final double ARRIVED = 0.05;

    /** Rows looked at. */
    private static final int ROWS = 200;

    @Override
    public List<Model> models() {
        return List.of(
                model("sharpness-drift", "normalised", "−¼ d log λ₁/dx", SharpnessDrift::normalised),
                model("sharpness-drift-sqrt", "sqrt-loss", "−⅛ dλ₁/dx", (start, tau) -> start * Math.exp(-tau / 2)));
    }

    private static Model model(String name, String rule, String law, DoubleBinaryOperator flow) {
        Map<String, Object> defaults = new LinkedHashMap<>();
        defaults.put("loss", "(1 + x^2)*y^2");
        defaults.put("start.x", 1.5);
        defaults.put("start.y", 0.2);
        defaults.put("eta", 0.01);
        defaults.put("optimizer", rule);
        defaults.put("steps", 40_000L);
        return new NamedFormula(
                name,
                defaults,
                settings -> List.of(new Law(
                        "Arora.drift",
                        SOURCE,
                        "x follows dx/dτ = " + law + " along the minima, τ = η²t, to within 2η of itself",
                        DEVIATION * settings.get(StepSizeSetting.ETA),
                        Law.ALWAYS,
                        run -> points(run, settings, flow),
                        run -> RunClaim.format(
                                "x = %.5f at the end, %.5f of the flow",
                                RunClaim.last(run, "x"),
                                law(run, flow, tau(run.end().step(), settings))))));
    }

    @Override
    public List<Preset> presets() {
        return List.of(
                new Preset(
                        "sharpness-drift",
                        "sharpness-drift",
                        SOURCE,
                        "normalised steps drift along the minima to where log(lambda1) is smaller",
                        0.5,
                        Map.of()),
                new Preset(
                        "sharpness-drift-sqrt",
                        "sharpness-drift-sqrt",
                        SOURCE,
                        "descent on sqrt(L) drifts along the minima to where lambda1 is smaller",
                        0.5,
                        Map.of()));
    }

    private static double tau(double step, Settings settings) {
        double eta = settings.get(StepSizeSetting.ETA);
        return eta * eta * step;
    }

    private static List<Law.Point> points(Trajectory run, Settings settings, DoubleBinaryOperator flow) {
        Table table = run.table();
        List<Law.Point> points = new ArrayList<>();
        int stride = Math.max(1, table.rows() / ROWS);
        for (int row = table.rows() - 1; row >= 0; row -= stride) {
            double tau = tau(table.get("step", row), settings);
            if (tau > ARRIVED) {
                double x = law(run, flow, tau);
                points.add(new Law.Point((long) table.get("step", row), table.get("x", row), x, Math.abs(x)));
            }
        }
        return points;
    }

    /** x of the flow from the run's start, which a reflection takes to x > 0. */
    private static double law(Trajectory run, DoubleBinaryOperator flow, double tau) {
        double start = RunClaim.first(run, "x");
        return Math.signum(start) * flow.applyAsDouble(Math.abs(start), tau);
    }

    /** dx/dτ = −x/(2(1 + x²)): log x + x²/2 = log x₀ + x₀²/2 − τ/2. */
    private static double normalised(double start, double tau) {
        double low = start * Math.exp(-tau / 2);
        double level = Math.log(start) + start * start / 2 - tau / 2;
        // As far as doubles go it has not moved, or its square is none.
        if (!(low < start) || Double.isInfinite(level)) {
            return start;
        }
        return new BrentSolver(1e-14).solve(200, x -> Math.log(x) + x * x / 2 - level, low, start);
    }
}
