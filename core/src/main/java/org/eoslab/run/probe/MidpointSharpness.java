package org.eoslab.run.probe;

import java.util.Arrays;
import java.util.List;
import org.eoslab.dynamics.State;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.EigenSolver;
import org.eoslab.objective.Objective;
import org.eoslab.run.Column;
import org.eoslab.run.StepProbe;

/**
 * The sharpness halfway between two iterates, {@code midpointSharpness} S(½(w + w⁺)), with its {@code midpointResidual} and
 * {@code midpointProducts}. Where gradient descent bounces across a valley S is read on one wall or the other; here it is read near the
 * floor. NaN where w⁺ is no finite point.
 *
 * @param objective the loss
 * @param solver finds the eigenvalue, from the state's last measurement of the curvature on
 */
public record MidpointSharpness(Objective objective, EigenSolver solver) implements StepProbe {
    private static final List<Column> COLUMNS = List.of(
            Column.of(
                    "midpointSharpness",
                    Column.Role.CURVATURE,
                    "S(½(w + w⁺))",
                    "sharpness S(½(w + w⁺)) halfway to the next iterate"),
            Column.evidence("midpointResidual", "residual of the sharpness at the midpoint"),
            Column.evidence("midpointProducts", "Hessian-vector products at the midpoint")
                    .as(Column.Kind.COUNT));

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
        EigenPairs top = solver.at(from.step())
                .largest(
                        objective.hessian(midpoint(from, to)),
                        1,
                        from.curvature().hessian());
        row[offset] = top.largest();
        row[offset + 1] = top.residuals()[0];
        row[offset + 2] = top.products();
    }

    /** ½(w + w⁺). */
    static double[] midpoint(State from, State to) {
        double[] midpoint = from.parameters().clone();
        for (int i = 0; i < midpoint.length; i++) {
            midpoint[i] += 0.5 * (to.parameters()[i] - midpoint[i]);
        }
        return midpoint;
    }
}
