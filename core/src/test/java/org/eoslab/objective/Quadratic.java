package org.eoslab.objective;

import java.util.Arrays;
import org.eoslab.linalg.SymmetricOperator;

/**
 * L(w) = ½ Σ hᵢwᵢ²: every rule's motion on it is known in closed form.
 *
 * @param curvatures the Hessian's diagonal h
 */
public record Quadratic(double... curvatures) implements SmoothObjective {
    @Override
    public int dimension() {
        return curvatures.length;
    }

    @Override
    public double value(double[] w) {
        return gradient(w, new double[w.length]);
    }

    @Override
    public double gradient(double[] w, double[] gradient) {
        double sum = 0;
        for (int i = 0; i < w.length; i++) {
            gradient[i] = curvatures[i] * w[i];
            sum += gradient[i] * w[i];
        }
        return 0.5 * sum;
    }

    @Override
    public SymmetricOperator hessian(double[] w) {
        return new SymmetricOperator() {
            @Override
            public int dimension() {
                return curvatures.length;
            }

            @Override
            public void apply(double[] x, double[] result) {
                for (int i = 0; i < x.length; i++) {
                    result[i] = curvatures[i] * x[i];
                }
            }
        };
    }

    @Override
    public void thirdDerivative(double[] w, double[] u, double[] v, double[] result) {
        Arrays.fill(result, 0);
    }
}
