package org.eoslab.objective;

import java.util.Arrays;
import java.util.function.Supplier;
import org.eoslab.expression.Derivatives;
import org.eoslab.expression.Evaluation;
import org.eoslab.expression.Program;
import org.eoslab.expression.Rows;
import org.eoslab.expression.Tape;
import org.eoslab.linalg.SymmetricOperator;

/**
 * A loss given by a formula: its value, gradient, Hessian products and third derivatives are compiled from it, exact to rounding. With
 * data it is the mean over their rows. Each thread has registers of its own.
 */
public final class Formula implements SmoothObjective {
    private final int dimension;
    private final ThreadLocal<Evaluation> value;
    private final ThreadLocal<Evaluation> gradient;
    private final ThreadLocal<Evaluation> product;
    private final ThreadLocal<Evaluation> third;

    /**
     * Compiles a formula.
     *
     * @param derivatives the formula's; it reads as many columns as there are
     * @param columns the data, a column after the other, not to be modified; none for a formula of parameters alone
     */
    public Formula(Derivatives derivatives, double[]... columns) {
        dimension = derivatives.dimension();
        double[][] data = columns.clone();
        value = evaluation(derivatives::value, data);
        gradient = evaluation(derivatives::gradient, data);
        product = evaluation(derivatives::product, data);
        third = evaluation(derivatives::third, data);
    }

    /** Made when it is first used: most runs need no third derivatives. */
    private static ThreadLocal<Evaluation> evaluation(Supplier<Program> program, double[][] data) {
        return ThreadLocal.withInitial(
                () -> data.length == 0 ? new Tape(program.get()) : new Rows(program.get(), data));
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public double value(double[] w) {
        Evaluation run = value.get();
        run.inputs(0, w);
        run.run();
        return run.output(0);
    }

    @Override
    public double gradient(double[] w, double[] to) {
        Evaluation run = gradient.get();
        run.inputs(0, w);
        run.run();
        run.outputs(1, to);
        return run.output(0);
    }

    @Override
    public SymmetricOperator hessian(double[] w) {
        double[] at = w.clone();
        return new SymmetricOperator() {
            @Override
            public int dimension() {
                return dimension;
            }

            @Override
            public void apply(double[] x, double[] result) {
                Evaluation run = product.get();
                run.inputs(0, at);
                run.inputs(dimension, x);
                run.run();
                run.outputs(0, result);
            }
        };
    }

    @Override
    public void thirdDerivative(double[] w, double[] u, double[] v, double[] result) {
        Evaluation run = third.get();
        run.inputs(0, w);
        run.inputs(dimension, u);
        run.inputs(2 * dimension, v);
        run.run();
        run.outputs(0, result);
    }

    /** Some rows of data. */
    static double[][] rows(double[][] columns, int[] indices) {
        return Arrays.stream(columns)
                .map(column ->
                        Arrays.stream(indices).mapToDouble(i -> column[i]).toArray())
                .toArray(double[][]::new);
    }
}
