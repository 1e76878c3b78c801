package org.eoslab.objective;

import java.util.Arrays;
import java.util.function.Function;
import org.eoslab.linalg.SymmetricOperator;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;

/**
 * A loss written in Java over numbers that carry their derivatives (Hipparchus' {@link DerivativeStructure}): gradient, Hessian and third
 * derivatives are exact to rounding. For up to a few dozen parameters, as a gradient costs n and a Hessian n² numbers an operation.
 *
 * <pre>{@code
 * Objective loss = AutoDiffObjective.of(2, w -> w[0].multiply(w[1]).cosh().log()); // log cosh(xy)
 * }</pre>
 */
public final class AutoDiffObjective implements SmoothObjective {
    private static final int DIRECTIONS = 3;

    private final int dimension;
    private final Function<DerivativeStructure[], DerivativeStructure> loss;
    private final DSFactory constants;
    private final DSFactory first;
    private final DSFactory second;
    private final DSFactory third;

    private AutoDiffObjective(int dimension, Function<DerivativeStructure[], DerivativeStructure> loss) {
        this.dimension = dimension;
        this.loss = loss;
        constants = new DSFactory(dimension, 0);
        first = new DSFactory(dimension, 1);
        second = new DSFactory(dimension, 2);
        third = new DSFactory(DIRECTIONS, DIRECTIONS);
    }

    /**
     * The loss of a function.
     *
     * @param dimension the number n of parameters, at least 1
     * @param loss the loss of n numbers, a function of them alone
     */
    public static AutoDiffObjective of(int dimension, Function<DerivativeStructure[], DerivativeStructure> loss) {
        if (dimension < 1) {
            throw new IllegalArgumentException("dimension = " + dimension + ": must be at least 1");
        }
        return new AutoDiffObjective(dimension, loss);
    }

    @Override
    public int dimension() {
        return dimension;
    }

    private DerivativeStructure at(DSFactory factory, double[] w) {
        DerivativeStructure[] variables = new DerivativeStructure[dimension];
        for (int i = 0; i < dimension; i++) {
            variables[i] = factory.getCompiler().getOrder() == 0 ? factory.constant(w[i]) : factory.variable(i, w[i]);
        }
        return loss.apply(variables);
    }

    @Override
    public double value(double[] w) {
        return at(constants, w).getValue();
    }

    @Override
    public double gradient(double[] w, double[] gradient) {
        DerivativeStructure value = at(first, w);
        int[] orders = new int[dimension];
        for (int i = 0; i < dimension; i++) {
            orders[i] = 1;
            gradient[i] = value.getPartialDerivative(orders);
            orders[i] = 0;
        }
        return value.getValue();
    }

    @Override
    public SymmetricOperator hessian(double[] w) {
        DerivativeStructure value = at(second, w);
        double[][] matrix = new double[dimension][dimension];
        int[] orders = new int[dimension];
        for (int i = 0; i < dimension; i++) {
            for (int j = 0; j < dimension; j++) {
                orders[i]++;
                orders[j]++;
                matrix[i][j] = value.getPartialDerivative(orders);
                Arrays.fill(orders, 0);
            }
        }
        return SymmetricOperator.of(matrix);
    }

    /** By ∂³/∂r∂s∂t of L(w + r·eₖ + s·u + t·v) at 0, for each k. */
    @Override
    public void thirdDerivative(double[] w, double[] u, double[] v, double[] result) {
        DerivativeStructure r = third.variable(0, 0);
        DerivativeStructure s = third.variable(1, 0);
        DerivativeStructure t = third.variable(2, 0);
        DerivativeStructure[] plane = new DerivativeStructure[dimension];
        for (int i = 0; i < dimension; i++) {
            plane[i] = s.multiply(u[i]).add(t.multiply(v[i])).add(w[i]);
        }
        for (int k = 0; k < dimension; k++) {
            DerivativeStructure[] point = plane.clone();
            point[k] = plane[k].add(r);
            result[k] = loss.apply(point).getPartialDerivative(1, 1, 1);
        }
    }
}
