package org.eoslab.objective;

import java.util.ArrayList;
import java.util.List;

/**
 * A linear layer among a loss's {@link Objective#matrices}: weights, with the column of as many rows behind them, if there is one, as its bias.
 *
 * @param offset where the weights stand in the parameters
 * @param weights their shape: a row an output, a column an input
 * @param bias whether a bias stands behind them
 */
public record LinearLayer(int offset, MatrixShape weights, boolean bias) {
    /** The layers of a loss, in their order. */
    public static List<LinearLayer> of(Objective objective) {
        List<MatrixShape> matrices = objective.matrices();
        List<LinearLayer> layers = new ArrayList<>();
        int offset = 0;
        for (int i = 0; i < matrices.size(); i++) {
            MatrixShape shape = matrices.get(i);
            MatrixShape column = new MatrixShape(shape.rows(), 1);
            boolean bias = i + 1 < matrices.size() && matrices.get(i + 1).equals(column);
            layers.add(new LinearLayer(offset, shape, bias));
            offset += shape.size() + (bias ? column.size() : 0);
            i += bias ? 1 : 0;
        }
        return List.copyOf(layers);
    }

    /** Whether the next layer takes what this one gives. */
    public boolean feeds(LinearLayer next) {
        return next.weights.columns() == weights.rows();
    }

    /** An entry of the weights. */
    public double weight(double[] w, int row, int column) {
        return w[offset + row * weights.columns() + column];
    }

    /** The bias of an output, 0 where there is none. */
    public double bias(double[] w, int row) {
        return bias ? w[offset + weights.size() + row] : 0;
    }
}
