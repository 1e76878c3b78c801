package org.eoslab.run.probe;

import java.util.List;
import org.eoslab.dynamics.State;
import org.eoslab.linalg.Vectors;
import org.eoslab.objective.Objective;
import org.eoslab.run.Column;
import org.eoslab.run.StepProbe;

/**
 * {@code growthExponent} p, with which the loss grows from the valley's floor along the top eigenvector u at the size of the run's own oscillation (Ma, Kunin, Wu and Ying 2022):
 * p = log₂(G(s)/G(s/2)), G(s) = ½[L(c + su) + L(c − su)] − L(c), about the midpoint c = (w + w⁺)/2 of a step and with s half its length along u. 2 for a quadratic; less where a large
 * oscillation meets less curvature than a small one, and gradient descent can stay beyond 2/η. NaN where the step does not move along u, or the loss does not grow.
 *
 * @param objective the loss
 * @param sharpness reads u; where it has read this step already, nothing is read again
 */
public record GrowthExponent(Objective objective, SharpnessProbe sharpness) implements StepProbe {
    @Override
    public List<Column> columns() {
        return List.of(Column.of(
                "growthExponent", Column.Role.MEASUREMENT, "p", "exponent p of the loss's growth across the valley"));
    }

    @Override
    public void measure(State from, State to, double[] row, int offset) {
        if (!to.isFinite()) {
            row[offset] = Double.NaN;
            return;
        }
        double[] u = sharpness.read(from).hessian().vectors()[0];
        double[] step = to.parameters().clone();
        Vectors.add(-1, from.parameters(), step);
        double[] centre = from.parameters().clone();
        Vectors.add(0.5, step, centre);
        double reach = 0.5 * Math.abs(Vectors.dot(step, u));
        double floor = objective.value(centre);
        double far = growth(centre, u, reach, floor);
        double near = growth(centre, u, reach / 2, floor);
        row[offset] = far > 0 && near > 0 ? Math.log(far / near) / Math.log(2) : Double.NaN;
    }

    private double growth(double[] centre, double[] u, double reach, double floor) {
        double[] above = centre.clone();
        double[] below = centre.clone();
        Vectors.add(reach, u, above);
        Vectors.add(-reach, u, below);
        return 0.5 * (objective.value(above) - floor) + 0.5 * (objective.value(below) - floor);
    }
}
