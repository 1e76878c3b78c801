package org.eoslab.run.probe;

import java.util.List;
import org.eoslab.dynamics.State;
import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.linalg.Vectors;
import org.eoslab.objective.Objective;
import org.eoslab.run.Column;
import org.eoslab.run.Probe;

/**
 * The generalised sharpness of a norm, {@code generalisedSharpness} max dᵀHd over ‖d‖ ≤ 1 (Islamov et al. 2026): what steepest descent in that norm is held against its threshold by; {@code generalisedExact}
 * is 1 where it is the maximum. Where the ball has no exact one it is a lower bound: from the gradient's farthest point d ← that of Hd while dᵀHd grows.
 *
 * @param objective what the rule descends on, its weight decay included
 * @param ball the unit ball of the norm
 */
public record GeneralisedSharpness(Objective objective, UnitBall ball) implements Probe {
    /** Products of the search, at most. */
    private static final int PRODUCTS = 50;

    /** The column. */
    public static final Column COLUMN = Column.of(
            "generalisedSharpness", Column.Role.PRECONDITIONED_SHARPNESS, "max dᵀHd", "generalised sharpness max dᵀHd");

    @Override
    public List<Column> columns() {
        return List.of(
                COLUMN,
                Column.evidence(
                                "generalisedExact",
                                "1 where the generalised sharpness is exact, 0 where it is a lower bound")
                        .as(Column.Kind.FLAG));
    }

    @Override
    public void measure(State state, double[] row, int offset) {
        SymmetricOperator hessian = objective.hessian(state.parameters());
        UnitBall.Largest largest = ball.largest(hessian)
                .orElseGet(() -> new UnitBall.Largest(search(hessian, state.gradient(objective)), false));
        row[offset] = largest.value();
        row[offset + 1] = largest.exact() ? 1 : 0;
    }

    private double search(SymmetricOperator hessian, double[] gradient) {
        double[] d = ball.farthest(gradient);
        double[] product = new double[d.length];
        double largest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < PRODUCTS; i++) {
            hessian.apply(d, product);
            double value = Vectors.dot(d, product);
            if (!(value > largest)) {
                break;
            }
            largest = value;
            d = ball.farthest(product);
        }
        return largest;
    }
}
