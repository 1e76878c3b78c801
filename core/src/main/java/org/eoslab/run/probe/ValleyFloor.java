package org.eoslab.run.probe;

import java.util.List;
import org.eoslab.dynamics.State;
import org.eoslab.linalg.Vectors;
import org.eoslab.objective.Objective;
import org.eoslab.run.Column;
import org.eoslab.run.StepProbe;

/**
 * The valley that a step crosses: {@code valleyFloor}, the smallest loss on the segment from w to w⁺, and {@code valleyPosition}, where it is, from
 * 0 at w to 1 at w⁺ (Xing et al. 2018, <i>A Walk with SGD</i>). On a quadratic it is at 1/(ηD) for gradient descent, D the directional smoothness: inside the
 * segment exactly when ηD &gt; 1.
 *
 * <p>Found from {@value #PARTS} + 1 equally spaced losses and one at the vertex of the parabola through the least of them and its neighbours, which is
 * exact on quadratics.
 *
 * @param objective the loss
 */
public record ValleyFloor(Objective objective) implements StepProbe {
    /** Parts of the segment. */
    static final int PARTS = 8;

    @Override
    public List<Column> columns() {
        return List.of(
                Column.of("valleyFloor", Column.Role.MEASUREMENT, "min L", "least loss on the step"),
                Column.of(
                        "valleyPosition", Column.Role.MEASUREMENT, "position", "where on the step the loss is least"));
    }

    @Override
    public void measure(State from, State to, double[] row, int offset) {
        double[] losses = new double[PARTS + 1];
        int least = 0;
        for (int i = 0; i <= PARTS; i++) {
            losses[i] = loss(from, to, i / (double) PARTS);
            if (losses[i] < losses[least]) {
                least = i;
            }
        }
        row[offset] = losses[least];
        row[offset + 1] = least / (double) PARTS;
        int middle = Math.min(Math.max(least, 1), PARTS - 1);
        double vertex = (middle + vertex(losses[middle - 1], losses[middle], losses[middle + 1])) / PARTS;
        if (vertex > 0 && vertex < 1) {
            double there = loss(from, to, vertex);
            if (there < row[offset]) {
                row[offset] = there;
                row[offset + 1] = vertex;
            }
        }
    }

    /** Where the parabola through these values at −1, 0 and 1 is least; NaN or infinite where it has no minimum. */
    private static double vertex(double left, double middle, double right) {
        double curvature = left - 2 * middle + right;
        return curvature > 0 ? (left - right) / (2 * curvature) : Double.NaN;
    }

    private double loss(State from, State to, double part) {
        double[] w = from.parameters().clone();
        Vectors.scale(1 - part, w);
        Vectors.add(part, to.parameters(), w);
        return objective.value(w);
    }
}
