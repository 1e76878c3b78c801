package org.eoslab.expression;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Straight-line code from numbers to numbers. Registers hold first the inputs, then the columns of one row of data, then the result of
 * one instruction each. Immutable.
 */
public final class Program {
    private final int inputs;
    private final int columns;
    private final Code code;
    private final int[] outputs;

    private Program(int inputs, int columns, Code code, int[] outputs) {
        this.inputs = inputs;
        this.columns = columns;
        this.code = code;
        this.outputs = outputs;
    }

    /** The code that computes some nodes of a graph, and nothing else. */
    static Program of(Graph graph, int inputs, int columns, int[] outputs) {
        boolean[] used = graph.reached(outputs);
        int[] register = new int[used.length];
        int[] instructions = IntStream.range(0, used.length)
                .filter(node -> used[node] && graph.op(node) != Op.INPUT && graph.op(node) != Op.COLUMN)
                .toArray();
        int size = instructions.length;
        Code code = new Code(new Op[size], new int[size], new int[size], new int[size], new BigDecimal[size]);
        int next = inputs + columns;
        int k = 0;
        for (int node = 0; node < used.length; node++) {
            if (!used[node]) {
                continue;
            }
            Op op = graph.op(node);
            if (op == Op.INPUT) {
                register[node] = graph.argument(node, 0);
            } else if (op == Op.COLUMN) {
                register[node] = inputs + graph.argument(node, 0);
            } else {
                register[node] = next++;
                code.op()[k] = op;
                code.a()[k] = op.arity() > 0 ? register[graph.argument(node, 0)] : 0;
                code.b()[k] = op.arity() > 1 ? register[graph.argument(node, 1)] : 0;
                code.c()[k] = op.arity() > 2 ? register[graph.argument(node, 2)] : 0;
                code.number()[k] = graph.number(node);
                k++;
            }
        }
        return new Program(
                inputs,
                columns,
                code,
                IntStream.of(outputs).map(n -> register[n]).toArray());
    }

    /** How many inputs it has. */
    public int inputs() {
        return inputs;
    }

    /** How many columns of a row of data it reads besides. */
    public int columns() {
        return columns;
    }

    /** How many outputs it has. */
    public int outputs() {
        return outputs.length;
    }

    /** How many instructions it has. */
    public int size() {
        return code.size();
    }

    int registers() {
        return inputs + columns + code.size();
    }

    Code code() {
        return code;
    }

    /** The registers of the outputs. */
    int[] results() {
        return outputs;
    }

    /**
     * Its outputs in another kind of number.
     *
     * @param arithmetic how those numbers compute
     * @param values the inputs, then the columns of a row
     */
    public <T> List<T> evaluate(Arithmetic<T> arithmetic, List<T> values) {
        if (values.size() != inputs + columns) {
            throw new IllegalArgumentException(values.size() + " values: must be " + (inputs + columns));
        }
        List<T> registers = new ArrayList<>(registers());
        registers.addAll(values);
        for (int k = 0; k < code.size(); k++) {
            registers.add(result(arithmetic, registers, k));
        }
        return Arrays.stream(outputs).mapToObj(registers::get).toList();
    }

    private <T> T result(Arithmetic<T> arithmetic, List<T> registers, int k) {
        Op op = code.op()[k];
        if (op.arity() == 0) {
            return op == Op.PI ? arithmetic.pi() : arithmetic.constant(code.number()[k]);
        }
        T a = registers.get(code.a()[k]);
        if (op.arity() == 1) {
            return arithmetic.apply(op, a);
        }
        T b = registers.get(code.b()[k]);
        return switch (op) {
            case SELECT -> arithmetic.isZero(a) ? registers.get(code.c()[k]) : b;
            case SCALE -> arithmetic.unless0(Op.MUL, a, b);
            case OVER -> arithmetic.unless0(Op.DIV, a, b);
            default -> arithmetic.apply(op, a, b);
        };
    }
}
