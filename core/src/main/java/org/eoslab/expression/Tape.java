package org.eoslab.expression;

/**
 * A program over doubles, without data: one flat loop over its instructions. What does not depend on the inputs is computed once, when it
 * is made. Allocates nothing to run; owned by one thread.
 */
public final class Tape implements Evaluation {
    private final int inputs;
    private final Op[] op;
    private final int[] a;
    private final int[] b;
    private final int[] c;
    private final int[] target;
    private final double[] registers;
    private final int[] results;

    /**
     * Prepares a program.
     *
     * @throws IllegalArgumentException when it reads data
     */
    public Tape(Program program) {
        if (program.columns() > 0) {
            throw new IllegalArgumentException("the program reads " + program.columns() + " columns of data");
        }
        Code code = program.code();
        inputs = program.inputs();
        results = program.results();
        registers = new double[program.registers()];
        Hoisted hoisted = Hoisted.of(program, inputs);
        hoisted.constants(code, registers);
        int[] rest = hoisted.rest();
        op = new Op[rest.length];
        a = new int[rest.length];
        b = new int[rest.length];
        c = new int[rest.length];
        target = new int[rest.length];
        for (int i = 0; i < rest.length; i++) {
            int k = rest[i];
            op[i] = code.op()[k];
            a[i] = code.a()[k];
            b[i] = code.b()[k];
            c[i] = code.c()[k];
            target[i] = inputs + k;
        }
    }

    /** Sets one input. */
    public void input(int index, double value) {
        registers[index] = value;
    }

    @Override
    public void inputs(int first, double[] values) {
        System.arraycopy(values, 0, registers, first, values.length);
    }

    @Override
    public double output(int index) {
        return registers[results[index]];
    }

    @Override
    public void outputs(int first, double[] to) {
        for (int i = 0; i < to.length; i++) {
            to[i] = registers[results[first + i]];
        }
    }

    /**
     * Runs it on all inputs, for all outputs.
     *
     * @param values the inputs
     * @param to the outputs, overwritten
     */
    public void run(double[] values, double[] to) {
        if (values.length != inputs) {
            throw new IllegalArgumentException(values.length + " inputs: must be " + inputs);
        }
        inputs(0, values);
        run();
        outputs(0, to);
    }

    @Override
    public void run() {
        double[] r = registers;
        for (int i = 0; i < op.length; i++) {
            double x = r[a[i]];
            double y = r[b[i]];
            // The commonest here, so that the loop stays small; the others one call away.
            r[target[i]] = switch (op[i]) {
                case ADD -> x + y;
                case SUB -> x - y;
                case MUL -> x * y;
                case DIV -> x / y;
                case NEG -> -x;
                case SELECT -> x != 0 ? y : r[c[i]];
                default -> op[i].arity() == 1 ? Real.one(op[i], x) : Real.two(op[i], x, y);
            };
        }
    }
}
