package org.eoslab.run.probe;

import java.util.List;
import org.eoslab.dynamics.State;
import org.eoslab.objective.LinearLayer;
import org.eoslab.objective.Objective;
import org.eoslab.run.Column;
import org.eoslab.run.StepProbe;

/**
 * The squared norm of the last layer's weights a, {@code outputNorm} ‖a‖², which the sharpness of two-layer networks goes with (Li, Wang and Li 2022); {@code outputNormChange}, by what the step changes it,
 * beside what gradient descent does, {@code outputNormPredicted} −2η⟨a, ∂L/∂a⟩ + η²‖∂L/∂a‖², where ⟨a, ∂L/∂a⟩ is ⟨D, F⟩/n of outputs F and residuals D under the square loss without a bias. {@code outputPhase}
 * is one of four: 1 while ‖a‖² rises below the stability threshold, 2 while it rises above it, 3 while it falls above it, 4 while it falls below it. As long as the sharpness goes with ‖a‖² they can only follow on each
 * other in this order, and 1 on 4: what rises crosses upwards, what falls downwards <i>(derived; the paper's own four are of the sharpness)</i>.
 *
 * @param objective the loss, with its matrices
 * @param sharpness reads the sharpness, and knows the rule's threshold; where it has read this step already, nothing is read again
 */
public record OutputNorm(Objective objective, SharpnessProbe sharpness) implements StepProbe {
    /** ‖a‖². */
    public static final String NORM = "outputNorm";

    /** By what it changes. */
    public static final String CHANGE = "outputNormChange";

    /** By what gradient descent changes it. */
    public static final String PREDICTED = "outputNormPredicted";

    private static final List<Column> COLUMNS = List.of(
            Column.of(NORM, Column.Role.MEASUREMENT, "‖a‖²", "squared norm ‖a‖² of the last layer"),
            Column.of(CHANGE, Column.Role.MEASUREMENT, "Δ‖a‖²", "change of ‖a‖² in this step"),
            Column.of(PREDICTED, Column.Role.EVIDENCE, "Δ‖a‖² predicted", "change of ‖a‖² that gradient descent makes"),
            Column.of("outputPhase", Column.Role.MEASUREMENT, "phase of ‖a‖²", "phase 1 to 4 of the last layer")
                    .as(Column.Kind.COUNT));

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public void measure(State from, State to, double[] row, int offset) {
        List<LinearLayer> layers = LinearLayer.of(objective);
        LinearLayer last = layers.get(layers.size() - 1);
        double[] w = from.parameters();
        double[] g = from.gradient(objective);
        double eta = to.stepSize();
        double norm = 0;
        double change = 0;
        double predicted = 0;
        for (int i = last.offset(); i < last.offset() + last.weights().size(); i++) {
            norm += w[i] * w[i];
            change += (to.parameters()[i] - w[i]) * (to.parameters()[i] + w[i]);
            predicted += eta * g[i] * (eta * g[i] - 2 * w[i]);
        }
        row[offset] = norm;
        row[offset + 1] = change;
        row[offset + 2] = predicted;
        row[offset + 3] = phase(change, sharpness.isAbove(from));
    }

    private static int phase(double change, boolean above) {
        return change > 0 ? above ? 2 : 1 : above ? 3 : 4;
    }
}
