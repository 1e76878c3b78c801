package org.eoslab.model.neuron;

import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.objective.Objective;

/**
 * The ReLU neuron that learns another: L(v, w) = ½E(v·max(wᵀx, 0) − max(x₁, 0))², x ~ N(0, I), the single-neuron
 * teacher–student problem of Chen and Bruna (2023). Gradient descent on w stays in the plane of the start and the teacher e₁, so w has
 * two coordinates in any input dimension; parameters (v, w₁, w₂).
 *
 * <p>With θ the angle between w and e₁ and K(w) = E max(wᵀx, 0)max(x₁, 0) = (|w₂| + (π − θ)w₁)/2π (the arc-cosine kernel of degree 1):
 * L = ¼v²‖w‖² − vK + ¼, ∇K = ((π − θ)e₁ + sinθ·w/‖w‖)/2π, and ∇²K = sinθ/(π‖w‖)·ppᵀ, p the unit vector across w. It is twice
 * differentiable but at w = 0, where ∇K and ∇²K are taken as 0, as the ReLU's slope is there.
 */
public record ReluNeuron() implements Objective {
    private static final int V = 0;
    private static final int W1 = 1;
    private static final int W2 = 2;

    @Override
    public int dimension() {
        return 3;
    }

    /** The angle θ between w and the teacher, in [0, π]. */
    public double angle(double[] w) {
        return Math.atan2(Math.abs(w[W2]), w[W1]);
    }

    @Override
    public double value(double[] w) {
        double square = w[W1] * w[W1] + w[W2] * w[W2];
        return 0.25 * w[V] * w[V] * square - w[V] * kernel(w) + 0.25;
    }

    private double kernel(double[] w) {
        return (Math.abs(w[W2]) + (Math.PI - angle(w)) * w[W1]) / (2 * Math.PI);
    }

    @Override
    public double gradient(double[] w, double[] gradient) {
        double v = w[V];
        double length = Math.hypot(w[W1], w[W2]);
        double across = length == 0 ? 0 : Math.abs(w[W2]) / length / length / (2 * Math.PI);
        double along = length == 0 ? 0 : (Math.PI - angle(w)) / (2 * Math.PI);
        double kernel = kernel(w);
        gradient[V] = 0.5 * v * length * length - kernel;
        gradient[W1] = 0.5 * v * v * w[W1] - v * (along + across * w[W1]);
        gradient[W2] = 0.5 * v * v * w[W2] - v * across * w[W2];
        return 0.25 * v * v * length * length - v * kernel + 0.25;
    }

    @Override
    public SymmetricOperator hessian(double[] w) {
        double v = w[V];
        double length = Math.hypot(w[W1], w[W2]);
        double cos = length == 0 ? 0 : w[W1] / length;
        double sin = length == 0 ? 0 : w[W2] / length;
        double bend = length == 0 ? 0 : v * Math.abs(sin) / (Math.PI * length);
        double along = length == 0 ? 0 : (Math.PI - angle(w)) / (2 * Math.PI);
        double across = Math.abs(sin) / (2 * Math.PI);
        return SymmetricOperator.of(new double[][] {
            {0.5 * length * length, v * w[W1] - along - across * cos, v * w[W2] - across * sin},
            {v * w[W1] - along - across * cos, 0.5 * v * v - bend * sin * sin, bend * sin * cos},
            {v * w[W2] - across * sin, bend * sin * cos, 0.5 * v * v - bend * cos * cos}
        });
    }
}
