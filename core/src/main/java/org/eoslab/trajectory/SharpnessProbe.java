package org.eoslab.trajectory;

import java.util.List;
import org.eoslab.dynamics.State;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.EigenSolver;
import org.eoslab.objective.Objective;

/** Loss and sharpness of any objective: {@code loss}, {@code gradientNorm}, {@code sharpness}, {@code residual}, {@code products}. */
public record SharpnessProbe(Objective objective, EigenSolver solver) implements Probe {
    private static final List<String> COLUMNS = List.of("loss", "gradientNorm", "sharpness", "residual", "products");

    @Override
    public List<String> columns() {
        return COLUMNS;
    }

    @Override
    public void measure(State state, double[] row, int offset) {
        EigenPairs top = solver.largest(objective.hessian(state.parameters()), 1, state.eigenPairs());
        state.remember(top);
        double sum = 0;
        for (double g : state.gradient(objective)) {
            sum += g * g;
        }
        row[offset] = state.loss(objective);
        row[offset + 1] = Math.sqrt(sum);
        row[offset + 2] = top.largest();
        row[offset + 3] = top.residuals()[0];
        row[offset + 4] = top.products();
    }
}
