package org.eoslab.run.probe;

import java.util.List;
import java.util.stream.IntStream;
import org.eoslab.dynamics.State;
import org.eoslab.objective.LinearLayer;
import org.eoslab.objective.Objective;
import org.eoslab.run.Column;
import org.eoslab.run.Probe;

/**
 * How far neighbouring layers are from balance, {@code balance} √Σ‖D‖² over D = W'ᵀW' − WWᵀ − bbᵀ of every layer W with the bias b that feeds another one W'; {@code balanceNeurons} of the diagonals of D
 * alone, a neuron each (Du, Hu and Lee 2018). Gradient flow keeps D where nothing but linear layers is between, and its diagonal where rectifiers are; a step of gradient descent of size η changes it by
 * η²(G'ᵀG' − GGᵀ), G the gradients. Other activations keep neither.
 *
 * @param objective the loss, with its matrices
 */
public record LayerBalance(Objective objective) implements Probe {
    /** The difference of all layers. */
    public static final String BALANCE = "balance";

    private static final List<Column> COLUMNS = List.of(
            Column.of(BALANCE, Column.Role.MEASUREMENT, "‖W'ᵀW' − WWᵀ‖", "imbalance ‖W'ᵀW' − WWᵀ‖ of the layers"),
            Column.of("balanceNeurons", Column.Role.MEASUREMENT, "of neurons", "imbalance of single neurons"));

    /** Whether one of its layers feeds the next. */
    public static boolean isOf(Objective objective) {
        List<LinearLayer> layers = LinearLayer.of(objective);
        return IntStream.range(1, layers.size()).anyMatch(l -> layers.get(l - 1).feeds(layers.get(l)));
    }

    @Override
    public List<Column> columns() {
        return COLUMNS;
    }

    @Override
    public void measure(State state, double[] row, int offset) {
        List<LinearLayer> layers = LinearLayer.of(objective);
        double all = 0;
        double diagonal = 0;
        for (int l = 1; l < layers.size(); l++) {
            LinearLayer from = layers.get(l - 1);
            LinearLayer to = layers.get(l);
            if (!from.feeds(to)) {
                continue;
            }
            for (int i = 0; i < from.weights().rows(); i++) {
                for (int j = 0; j <= i; j++) {
                    double entry = difference(from, to, state.parameters(), i, j);
                    all += (i == j ? 1 : 2) * entry * entry;
                    diagonal += i == j ? entry * entry : 0;
                }
            }
        }
        row[offset] = Math.sqrt(all);
        row[offset + 1] = Math.sqrt(diagonal);
    }

    private static double difference(LinearLayer from, LinearLayer to, double[] w, int i, int j) {
        double sum = -from.bias(w, i) * from.bias(w, j);
        for (int k = 0; k < to.weights().rows(); k++) {
            sum += to.weight(w, k, i) * to.weight(w, k, j);
        }
        for (int k = 0; k < from.weights().columns(); k++) {
            sum -= from.weight(w, i, k) * from.weight(w, j, k);
        }
        return sum;
    }
}
