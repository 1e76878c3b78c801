package org.eoslab.objective;

import java.util.function.Supplier;
import org.eoslab.expression.Derivatives;
import org.eoslab.expression.Evaluation;
import org.eoslab.expression.Program;
import org.eoslab.expression.RowSum;
import org.eoslab.expression.Tape;
import org.eoslab.linalg.SymmetricOperator;
import org.jspecify.annotations.Nullable;

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

    /** Which rows count; null for all. */
    private final int @Nullable [] rows;

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
        rows = null;
    }

    /** The mean over some of the rows of another one's data, with its registers. */
    private Formula(Formula whole, int[] rows) {
        dimension = whole.dimension;
        value = whole.value;
        gradient = whole.gradient;
        product = whole.product;
        third = whole.third;
        this.rows = rows;
    }

    /** The mean over some of the rows of its data; the indices are kept, not copied. */
    Formula over(int[] indices) {
        return new Formula(this, indices);
    }

    private Evaluation ready(ThreadLocal<Evaluation> evaluation) {
        Evaluation run = evaluation.get();
        if (run instanceof RowSum data) {
            data.choose(rows);
        }
        return run;
    }

    /** Made when it is first used: most runs need no third derivatives. */
    private static ThreadLocal<Evaluation> evaluation(Supplier<Program> program, double[][] data) {
        return ThreadLocal.withInitial(
                () -> data.length == 0 ? new Tape(program.get()) : new RowSum(program.get(), data));
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public double value(double[] w) {
        Evaluation run = ready(value);
        run.inputs(0, w);
        run.run();
        return run.output(0);
    }

    @Override
    public double gradient(double[] w, double[] to) {
        Evaluation run = ready(gradient);
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
                Evaluation run = ready(product);
                run.inputs(0, at);
                run.inputs(dimension, x);
                run.run();
                run.outputs(0, result);
            }
        };
    }

    @Override
    public void thirdDerivative(double[] w, double[] u, double[] v, double[] result) {
        Evaluation run = ready(third);
        run.inputs(0, w);
        run.inputs(dimension, u);
        run.inputs(2 * dimension, v);
        run.run();
        run.outputs(0, result);
    }
}
