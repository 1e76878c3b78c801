package org.eoslab.run.probe;

import java.util.List;
import org.eoslab.dynamics.State;
import org.eoslab.linalg.Vectors;
import org.eoslab.objective.Objective;
import org.eoslab.run.Column;
import org.eoslab.run.StepProbe;

/**
 * Curvature for nothing: what the losses L, L⁺ and gradients g, g⁺ at both ends of a step d = w⁺ − w of size η say of it. No Hessian
 * product; where the rule takes these gradients anyway, no gradient either.
 *
 * <ul>
 *   <li>{@code relativeProgress} (L⁺ − L)/(η‖g‖²): −1 of gradient flow's first order, 0 on average at the edge of stability (Ahn, Zhang and Sra 2022).
 *   <li>{@code directionalSmoothness} D = ⟨g⁺ − g, d⟩/‖d‖²: the mean curvature along the step, ⟨g − g⁺, g⟩/(η‖g‖²) for gradient descent
 *       (Ahn et al. 2022; Mishkin et al. 2024). On a quadratic the relative progress of gradient descent is −1 + ηD/2.
 *   <li>{@code gradientCosine} cos(g, g⁺): −1 where steps go back and forth across a valley (Xing et al. 2018).
 * </ul>
 *
 * <p>NaN where it is 0/0: at a gradient of 0, of a step that moves nothing.
 *
 * @param objective the loss
 */
public record StepProgress(Objective objective) implements StepProbe {
    /** The column that is below 0 where the next step goes back. */
    public static final String COSINE = "gradientCosine";

    /** Its columns. */
    public static final List<Column> COLUMNS = List.of(
            Column.of("relativeProgress", Column.Role.PROGRESS, "ΔL/(η‖g‖²)", "relative progress ΔL/(η‖g‖²)"),
            Column.of("directionalSmoothness", Column.Role.STEP_CURVATURE, "D", "directional smoothness D"),
            Column.of(COSINE, Column.Role.MEASUREMENT, "cos(g, g⁺)", "cosine of successive gradients"));

    /** Sums of squares between these bounds have lost nothing to the range of doubles. */
    private static final double SMALLEST = 0x1p-900;

    private static final double LARGEST = 0x1p900;

    /** The names of its columns. */
    public static final List<String> NAMES = COLUMNS.stream().map(Column::name).toList();

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public void measure(State from, State to, double[] row, int offset) {
        double change = to.loss(objective) - from.loss(objective);
        double[] g = from.gradient(objective);
        double[] after = to.gradient(objective);
        double[] w = from.parameters();
        double[] next = to.parameters();
        double squares = 0;
        double squaresAfter = 0;
        double product = 0;
        double length = 0;
        double curved = 0;
        for (int i = 0; i < g.length; i++) {
            double d = next[i] - w[i];
            squares += g[i] * g[i];
            squaresAfter += after[i] * after[i];
            product += g[i] * after[i];
            length += d * d;
            curved += (after[i] - g[i]) * d;
        }
        if (isSafe(squares) && isSafe(squaresAfter) && isSafe(length)) {
            row[offset] = change / (to.stepSize() * squares);
            row[offset + 1] = curved / length;
            row[offset + 2] = product / Math.sqrt(squares * squaresAfter);
        } else {
            scaled(from, to, change, row, offset);
        }
    }

    private static boolean isSafe(double squares) {
        return squares > SMALLEST && squares < LARGEST;
    }

    /** The same of vectors of any size, divided by their norms before they are multiplied. */
    private void scaled(State from, State to, double change, double[] row, int offset) {
        double[] g = from.gradient(objective);
        double[] after = to.gradient(objective);
        double[] d = to.parameters().clone();
        Vectors.add(-1, from.parameters(), d);
        double norm = Vectors.norm(g);
        double normAfter = Vectors.norm(after);
        double length = Vectors.norm(d);
        double curved = 0;
        double cosine = 0;
        for (int i = 0; i < d.length; i++) {
            curved += (after[i] - g[i]) / length * (d[i] / length);
            cosine += g[i] / norm * (after[i] / normAfter);
        }
        row[offset] = change / norm / (to.stepSize() * norm);
        row[offset + 1] = curved;
        row[offset + 2] = cosine;
    }
}
