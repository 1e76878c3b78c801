package org.eoslab.expression;

import java.util.stream.IntStream;

/**
 * Which instructions of a program depend on its inputs and which only on constants, computed once.
 *
 * @param varies of each register, whether it depends on an input or a column from a register on
 * @param first the register of the first instruction
 */
@SuppressWarnings("ArrayRecordComponent")
record Hoisted(boolean[] varies, int first) {
    /** Of what depends on one of the first {@code variables} registers. */
    static Hoisted of(Program program, int variables) {
        return of(program, 0, variables);
    }

    /** Of what depends on one of the registers {@code from} to {@code to}, exclusive. */
    static Hoisted of(Program program, int from, int to) {
        Code code = program.code();
        int first = program.inputs() + program.columns();
        boolean[] varies = new boolean[program.registers()];
        for (int r = from; r < to; r++) {
            varies[r] = true;
        }
        for (int k = 0; k < code.size(); k++) {
            int arity = code.op()[k].arity();
            varies[first + k] = arity > 0 && varies[code.a()[k]]
                    || arity > 1 && varies[code.b()[k]]
                    || arity > 2 && varies[code.c()[k]];
        }
        return new Hoisted(varies, first);
    }

    /** The instructions that vary. */
    int[] rest() {
        return IntStream.range(0, varies.length - first)
                .filter(k -> varies[first + k])
                .toArray();
    }

    /** The instructions that don't. */
    int[] fixed() {
        return IntStream.range(0, varies.length - first)
                .filter(k -> !varies[first + k])
                .toArray();
    }

    /** Computes those that don't vary. */
    void constants(Code code, double[] registers) {
        for (int k : fixed()) {
            registers[first + k] = one(code, k, registers);
        }
    }

    /** One instruction. */
    static double one(Code code, int k, double[] registers) {
        Op op = code.op()[k];
        return switch (op.arity()) {
            case 0 -> op == Op.PI ? Math.PI : code.number()[k].doubleValue();
            case 1 -> Real.one(op, registers[code.a()[k]]);
            case 2 -> Real.two(op, registers[code.a()[k]], registers[code.b()[k]]);
            default -> registers[code.a()[k]] != 0 ? registers[code.b()[k]] : registers[code.c()[k]];
        };
    }
}
