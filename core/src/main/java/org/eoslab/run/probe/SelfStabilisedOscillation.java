package org.eoslab.run.probe;

import java.util.Arrays;
import java.util.List;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.projected.SelfStabilisation;
import org.eoslab.linalg.EigenSolver;
import org.eoslab.linalg.Vectors;
import org.eoslab.objective.SmoothObjective;
import org.eoslab.run.Column;
import org.eoslab.run.StepProbe;

/**
 * How far a run oscillates along the top eigenvector u, beside what self-stabilisation predicts (Damian et al. 2022): {@code oscillationAmplitude} |x|, half the step along u, and
 * {@code centralSharpening} α and {@code centralStabilisation} β, the constants of {@link SelfStabilisationProbe} at the midpoint c = ½(w + w⁺) of the step. There the sharpness changes by
 * η(α − ½βx²) a step, so that it stays where |x| is {@code equilibriumAmplitude} δ = √(2α/β); NaN where α is negative.
 *
 * <p>At an iterate, on one wall of the valley, −∇L·∇S⊥ is not α: u turns by about x∇S⊥/S from the floor to the wall, and the gradient Sxu along it has +βx² of it.
 *
 * @param objective the loss
 * @param solver finds u at c, from the state's last measurement of the curvature on
 */
public record SelfStabilisedOscillation(SmoothObjective objective, EigenSolver solver) implements StepProbe {
    /** The column of α. */
    public static final String SHARPENING = "centralSharpening";

    /** The column of β. */
    public static final String STABILISATION = "centralStabilisation";

    /** The column of |x|. */
    public static final String AMPLITUDE = "oscillationAmplitude";

    private static final List<Column> COLUMNS = List.of(
            Column.of(SHARPENING, Column.Role.MEASUREMENT, "α at c", "progressive sharpening α at the midpoint"),
            Column.of(STABILISATION, Column.Role.MEASUREMENT, "β at c", "self-stabilisation β at the midpoint"),
            Column.of(AMPLITUDE, Column.Role.MEASUREMENT, "|x|", "amplitude |x| along the top eigenvector"),
            Column.of(
                    "equilibriumAmplitude",
                    Column.Role.MEASUREMENT,
                    "δ",
                    "amplitude δ at which the sharpness would stay"));

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public void measure(State from, State to, double[] row, int offset) {
        if (!to.isFinite()) {
            Arrays.fill(row, offset, offset + COLUMNS.size(), Double.NaN);
            return;
        }
        double[] step = to.parameters().clone();
        Vectors.add(-1, from.parameters(), step);
        SelfStabilisation here = SelfStabilisation.at(
                objective,
                solver.at(from.step()),
                MidpointSharpness.midpoint(from, to),
                from.curvature().hessian());
        row[offset] = here.progressiveSharpening();
        row[offset + 1] = here.selfStabilisation();
        row[offset + 2] = 0.5 * Math.abs(Vectors.dot(step, here.direction()));
        row[offset + 3] = Math.sqrt(2 * here.progressiveSharpening() / here.selfStabilisation());
    }
}
