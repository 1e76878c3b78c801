package org.eoslab.dynamics.optimizer;

import java.util.List;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.StepSize;
import org.eoslab.linalg.Orthogonalisation;
import org.eoslab.linalg.Vectors;
import org.eoslab.objective.MatrixShape;
import org.eoslab.objective.Objective;

/**
 * Muon (Jordan et al. 2024): momentum b⁺ = βb + ∇L(w) from b = 0, the state's memory, and a step along its {@linkplain Orthogonalisation orthogonalised} matrices O, w⁺ = w − η·⟨b⁺, O⟩·O. That is
 * steepest descent, with momentum, in the largest of the matrices' spectral norms; ⟨b, O⟩ is the norm dual to it, the sum of all singular values <i>(derived as for {@link SignDescent})</i>. Training libraries leave that factor out, and their
 * steps are of one length whatever the gradient.
 *
 * <p>A vector is a matrix of one column, and all parameters of a loss without matrices are: there it is Polyak's rule, as O = b/‖b‖.
 *
 * @param objective the loss, with its {@link Objective#matrices}
 * @param stepSize η, and clipping of the gradient
 * @param beta momentum β, 0 ≤ β &lt; 1
 */
public record Muon(Objective objective, StepSize stepSize, double beta) implements Dynamics {
    /** Checks the range of β. */
    public Muon {
        if (!(beta >= 0 && beta < 1)) {
            throw new IllegalArgumentException("beta = " + beta + ": must be at least 0 and below 1");
        }
    }

    @Override
    public State start(double[] parameters) {
        return new State(parameters.clone(), new double[parameters.length]);
    }

    @Override
    public void step(State state) {
        double eta = stepSize.eta(state);
        double[] gradient = state.gradient(objective);
        double factor = stepSize.factor(gradient);
        double[] b = state.memory();
        for (int i = 0; i < b.length; i++) {
            b[i] = beta * b[i] + factor * gradient[i];
        }
        double[] direction = direction(objective.matrices(), b);
        Vectors.add(-eta * Vectors.dot(b, direction), direction, state.parameters());
        state.advance(eta);
    }

    /** The direction of spectral norm 1 in every matrix along which a linear function with this gradient rises most. */
    public static double[] direction(List<MatrixShape> matrices, double[] gradient) {
        double[] direction = new double[gradient.length];
        int offset = 0;
        for (MatrixShape shape : matrices) {
            Orthogonalisation.apply(gradient, offset, shape.rows(), shape.columns(), direction);
            offset += shape.size();
        }
        return direction;
    }

    /**
     * (2 + 2β)/η: a bound of the generalised sharpness of what it descends on. Without momentum the loss falls below it, as η‖g‖² − ½η²S‖g‖² &gt; 0 in the norms above; with momentum it is
     * that of Polyak's rule, exact of one column.
     */
    @Override
    public double stabilityThreshold(State state) {
        return Momentum.limit(beta, false) / stepSize.eta(state);
    }
}
