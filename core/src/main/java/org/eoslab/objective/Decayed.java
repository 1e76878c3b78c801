package org.eoslab.objective;

import java.util.List;
import org.eoslab.linalg.Affine;
import org.eoslab.linalg.SymmetricOperator;

/**
 * A loss with weight decay, L̃(w) = L(w) + ½λ‖w‖²: its gradient is ∇L + λw, what training libraries call coupled or L2, its Hessian
 * ∇²L + λ·1. It can what the loss itself can: batches have the whole decay, third derivatives are those of L.
 */
public sealed interface Decayed extends Objective {
    /** The loss L without the decay. */
    Objective loss();

    /** The coefficient λ, positive and finite. */
    double decay();

    /**
     * The loss with decay; the loss itself where λ = 0.
     *
     * @param decay λ ≥ 0, finite
     */
    static Objective of(Objective loss, double decay) {
        if (!(decay >= 0 && decay < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("decay = " + decay + ": must be at least 0 and finite");
        }
        if (decay == 0) {
            return loss;
        }
        if (loss instanceof SmoothObjective smooth) {
            return loss instanceof FiniteSum sum
                    ? new DecayedSmoothSum(smooth, sum, decay)
                    : new DecayedSmooth(smooth, decay);
        }
        return loss instanceof FiniteSum sum ? new DecayedSum(sum, decay) : new DecayedObjective(loss, decay);
    }

    /** The λ of an objective, 0 of one without decay. */
    static double in(Objective objective) {
        return objective instanceof Decayed decayed ? decayed.decay() : 0;
    }

    /**
     * Adds the decay to what is known of the loss.
     *
     * @param w the parameters, not modified
     * @param value L(w)
     * @param gradient ∇L(w); may be the same array as {@code result}
     * @param result overwritten with ∇L̃(w)
     * @return L̃(w)
     */
    default double add(double[] w, double value, double[] gradient, double[] result) {
        double square = 0;
        for (int i = 0; i < w.length; i++) {
            result[i] = gradient[i] + decay() * w[i];
            square += w[i] * w[i];
        }
        return value + 0.5 * decay() * square;
    }

    @Override
    default Objective withoutDecay() {
        return loss();
    }

    @Override
    default int dimension() {
        return loss().dimension();
    }

    @Override
    default List<MatrixShape> matrices() {
        return loss().matrices();
    }

    @Override
    default double value(double[] w) {
        double square = 0;
        for (double x : w) {
            square += x * x;
        }
        return loss().value(w) + 0.5 * decay() * square;
    }

    @Override
    default double gradient(double[] w, double[] gradient) {
        return add(w, loss().gradient(w, gradient), gradient, gradient);
    }

    @Override
    default SymmetricOperator hessian(double[] w) {
        return new Affine(loss().hessian(w), 1, decay());
    }

    /** Of any loss. */
    record DecayedObjective(Objective loss, double decay) implements Decayed {}

    /** Of a loss with third derivatives. */
    record DecayedSmooth(SmoothObjective loss, double decay) implements Decayed, SmoothObjective {
        @Override
        public void thirdDerivative(double[] w, double[] u, double[] v, double[] result) {
            loss.thirdDerivative(w, u, v, result);
        }

        @Override
        public String objection() {
            return loss.objection();
        }
    }

    /** Of a mean over examples. */
    record DecayedSum(FiniteSum loss, double decay) implements Decayed, FiniteSum {
        @Override
        public int examples() {
            return loss.examples();
        }

        @Override
        public Objective batch(int[] indices) {
            return Decayed.of(loss.batch(indices), decay);
        }
    }

    /**
     * Of a mean over examples with third derivatives.
     *
     * @param loss the loss
     * @param sum the same
     */
    record DecayedSmoothSum(SmoothObjective loss, FiniteSum sum, double decay)
            implements Decayed, SmoothObjective, FiniteSum {
        @Override
        public void thirdDerivative(double[] w, double[] u, double[] v, double[] result) {
            loss.thirdDerivative(w, u, v, result);
        }

        @Override
        public String objection() {
            return loss.objection();
        }

        @Override
        public int examples() {
            return sum.examples();
        }

        @Override
        public Objective batch(int[] indices) {
            return Decayed.of(sum.batch(indices), decay);
        }
    }
}
