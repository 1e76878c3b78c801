package org.eoslab.expression;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A program over doubles and rows of data: its outputs summed over the rows. It goes over the data in blocks of {@link #BLOCK} rows, one
 * instruction after the other over all rows of a block, in loops that the compiler turns into vector instructions. What depends on no column
 * is computed once. Sums go over the rows of equal place in their blocks first, then over the places: always in the same order. Allocates
 * nothing to run; owned by one thread.
 */
public final class RowSum implements Evaluation {
    /** RowSum in a block: a few dozen registers of that many fit in the cache nearest to the processor. */
    static final int BLOCK = 256;

    private final int inputs;
    private final int firstInstruction;
    private final Code code;
    private final int[] once;
    private final int[] many;
    private final boolean[] varies;
    private final double[] uniform;
    private final double[][] block;
    private final double[][] columns;
    private int @Nullable [] chosen;
    private int rows;
    private final int[] results;
    private final double[][] sums;
    private final double[] means;

    /**
     * Prepares a program for a table of data.
     *
     * @param program reads as many columns as there are
     * @param columns the data, a column after the other, of equal length ≥ 1; kept, not copied
     */
    public RowSum(Program program, double[][] columns) {
        if (columns.length != program.columns() || columns.length == 0) {
            throw new IllegalArgumentException(
                    columns.length + " columns: must be " + program.columns() + ", at least 1");
        }
        this.columns = columns;
        rows = columns[0].length;
        inputs = program.inputs();
        firstInstruction = inputs + program.columns();
        code = program.code();
        Hoisted hoisted = Hoisted.of(program, inputs, firstInstruction);
        varies = hoisted.varies();
        once = hoisted.fixed();
        many = hoisted.rest();
        uniform = new double[program.registers()];
        block = Registers.allocate(program, varies, many, BLOCK);
        results = program.results();
        sums = new double[results.length][];
        means = new double[results.length];
        for (int i = 0; i < results.length; i++) {
            if (varies[results[i]]) {
                sums[i] = new double[BLOCK];
            }
        }
    }

    @Override
    public void inputs(int first, double[] values) {
        System.arraycopy(values, 0, uniform, first, values.length);
    }

    /** Chooses the rows of the next runs, at least one, in an order; null for all. The indices are not copied. */
    public void choose(int @Nullable [] indices) {
        chosen = indices;
        rows = indices == null ? columns[0].length : indices.length;
    }

    /** Runs it over the rows; an output is the mean over them. */
    @Override
    public void run() {
        for (int k : once) {
            uniform[firstInstruction + k] = Hoisted.one(code, k, uniform);
        }
        for (double[] sum : sums) {
            if (sum != null) {
                Arrays.fill(sum, 0);
            }
        }
        for (int from = 0; from < rows; from += BLOCK) {
            block(from, Math.min(BLOCK, rows - from));
        }
        for (int i = 0; i < means.length; i++) {
            means[i] = sums[i] == null ? uniform[results[i]] : total(sums[i]) / rows;
        }
    }

    @Override
    public double output(int index) {
        return means[index];
    }

    @Override
    public void outputs(int first, double[] to) {
        System.arraycopy(means, first, to, 0, to.length);
    }

    private static double total(double[] sum) {
        double total = 0;
        for (double s : sum) {
            total += s;
        }
        return total;
    }

    private void block(int from, int length) {
        for (int column = inputs; column < firstInstruction; column++) {
            if (block[column] != null) {
                load(columns[column - inputs], from, block[column], length);
            }
        }
        for (int k : many) {
            Vector.run(
                    code.op()[k],
                    length,
                    block[firstInstruction + k],
                    operand(code.a()[k]),
                    uniform[code.a()[k]],
                    operand(code.b()[k]),
                    uniform[code.b()[k]],
                    operand(code.c()[k]),
                    uniform[code.c()[k]]);
        }
        for (int i = 0; i < results.length; i++) {
            if (sums[i] != null) {
                Vector.accumulate(length, sums[i], block[results[i]]);
            }
        }
    }

    private void load(double[] column, int from, double[] to, int length) {
        if (chosen == null) {
            System.arraycopy(column, from, to, 0, length);
            return;
        }
        for (int i = 0; i < length; i++) {
            to[i] = column[chosen[from + i]];
        }
    }

    private double @Nullable [] operand(int register) {
        return varies[register] ? block[register] : null;
    }
}
