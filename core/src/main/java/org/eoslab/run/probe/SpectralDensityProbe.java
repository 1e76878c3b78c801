package org.eoslab.run.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eoslab.dynamics.State;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.SpectralDensity;
import org.eoslab.linalg.dense.DenseEigenSolver;
import org.eoslab.objective.Objective;
import org.eoslab.run.Column;
import org.eoslab.run.Probe;

/**
 * The distribution of the Hessian's eigenvalues, by stochastic Lanczos quadrature: eigenvalues {@code densityNode1} …
 * {@code densityNodeN} with their shares {@code densityWeight1} … {@code densityWeightN} of all, which add up to 1; N = vectors·steps,
 * NaN for those that a small Hessian does not have. A Hessian of at most N dimensions has each of its eigenvalues once, exactly, with
 * equal shares, by a product a dimension.
 *
 * @param objective the loss
 * @param vectors random start vectors, at least 1; the same at every step, so that readings compare
 * @param steps Lanczos steps from each, at least 1: as many products
 * @param seed of the start vectors
 */
public record SpectralDensityProbe(Objective objective, int vectors, int steps, long seed) implements Probe {
    /** What the columns of the eigenvalues are called, before their number. */
    public static final String NODE = "densityNode";

    /** What the columns of their shares are called, before their number. */
    public static final String WEIGHT = "densityWeight";

    /** Checks the numbers. */
    public SpectralDensityProbe {
        if (vectors < 1 || steps < 1) {
            throw new IllegalArgumentException("vectors = " + vectors + ", steps = " + steps + ": must be at least 1");
        }
    }

    @Override
    public List<Column> columns() {
        int count = vectors * steps;
        List<Column> columns = new ArrayList<>(
                Column.numbered(NODE, count, Column.Role.MEASUREMENT, "eigenvalue of the density", NODE + "s"));
        columns.addAll(Column.numbered(WEIGHT, count, Column.Role.MEASUREMENT, "share of the density", WEIGHT + "s"));
        return List.copyOf(columns);
    }

    @Override
    public void measure(State state, double[] row, int offset) {
        int shares = offset + vectors * steps;
        Arrays.fill(row, offset, shares + vectors * steps, Double.NaN);
        if (objective.dimension() <= vectors * steps) {
            exactly(state, row, offset, shares);
        } else {
            estimate(state, row, offset, shares);
        }
    }

    private void exactly(State state, double[] row, int offset, int shares) {
        int n = objective.dimension();
        double[] values = new DenseEigenSolver()
                .largest(objective.hessian(state.parameters()), n, EigenPairs.NONE)
                .values();
        System.arraycopy(values, 0, row, offset, n);
        Arrays.fill(row, shares, shares + n, 1.0 / n);
    }

    private void estimate(State state, double[] row, int offset, int shares) {
        SpectralDensity density = SpectralDensity.of(objective.hessian(state.parameters()), vectors, steps, seed);
        int next = 0;
        for (int k = 0; k < vectors; k++) {
            for (int i = 0; i < density.nodes()[k].length; i++) {
                row[offset + next] = density.nodes()[k][i];
                row[shares + next] = density.weights()[k][i] / vectors;
                next++;
            }
        }
    }
}
