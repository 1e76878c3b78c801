package org.eoslab.model.wang;

import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.objective.SharpnessEstimate;
import org.eoslab.objective.SmoothObjective;

/**
 * The two-layer scalar network: L(x, y) = ½(1 − xσ(y))² (Wang et al. 2023, <i>Good regularity creates large learning rate
 * implicit biases</i>). With σ linear it is the catapult model of Lewkowycz et al. (2020) on one example.
 *
 * @param activation σ; with {@link ScalarActivation#RELU} the Hessian is that of the side of the kink on which y lies
 */
public record TwoLayerScalarNetwork(ScalarActivation activation) implements SmoothObjective, SharpnessEstimate {
    @Override
    public int dimension() {
        return 2;
    }

    /**
     * The imbalance x² − 2∫₀^y σ/σ' that gradient flow conserves: x² − y² for a linear σ, x² − sinh²y for tanh. NaN where
     * σ'(y) = 0.
     */
    public double imbalance(double[] w) {
        return w[0] * w[0] - activation.flowPotential(w[1]);
    }

    @Override
    public double value(double[] w) {
        double r = w[0] * activation.value(w[1]) - 1;
        return 0.5 * r * r;
    }

    @Override
    public double gradient(double[] w, double[] gradient) {
        double sigma = activation.value(w[1]);
        double r = w[0] * sigma - 1;
        gradient[0] = r * sigma;
        gradient[1] = r * w[0] * activation.derivative(1, w[1], sigma);
        return 0.5 * r * r;
    }

    @Override
    public SymmetricOperator hessian(double[] w) {
        double x = w[0];
        double sigma = activation.value(w[1]);
        double first = activation.derivative(1, w[1], sigma);
        double r = x * sigma - 1;
        double xx = sigma * sigma;
        double xy = first * (x * sigma + r);
        double yy = x * x * first * first + r * x * activation.derivative(2, w[1], sigma);
        return new SymmetricOperator() {
            @Override
            public int dimension() {
                return 2;
            }

            @Override
            public void apply(double[] u, double[] result) {
                result[0] = xx * u[0] + xy * u[1];
                result[1] = xy * u[0] + yy * u[1];
            }
        };
    }

    @Override
    public double sharpness(double[] w, double near) {
        double sigma = activation.value(w[1]);
        double first = activation.derivative(1, w[1], sigma);
        double output = w[0] * sigma;
        double r = output - 1;
        double slope = w[0] * first;
        double bend = r * w[0] * activation.derivative(2, w[1], sigma);
        double mixed = first * (Math.abs(output) + Math.abs(r));
        double size = sigma * sigma + slope * slope + Math.abs(bend) + 2 * Math.abs(mixed);
        return SharpnessEstimate.ofTwo(sigma * sigma, first * (output + r), slope * slope + bend, size);
    }

    @Override
    public void thirdDerivative(double[] w, double[] u, double[] v, double[] result) {
        double x = w[0];
        double sigma = activation.value(w[1]);
        double first = activation.derivative(1, w[1], sigma);
        double second = activation.derivative(2, w[1], sigma);
        double r = x * sigma - 1;
        double xxy = 2 * sigma * first;
        double xyy = second * (x * sigma + r) + 2 * x * first * first;
        double yyy = 3 * x * x * first * second + r * x * activation.derivative(3, w[1], sigma);
        double mixed = u[0] * v[1] + u[1] * v[0];
        result[0] = xxy * mixed + xyy * u[1] * v[1];
        result[1] = xxy * u[0] * v[0] + xyy * mixed + yyy * u[1] * v[1];
    }
}
