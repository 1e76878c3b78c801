package org.eoslab.expression;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;

/** Which block of memory each register of a program over rows has: a block is used again once nobody reads what is in it. */
final class Registers {
    private Registers() {}

    /**
     * The blocks.
     *
     * @param varies which registers need one
     * @param order the instructions in the order they run
     * @param length of a block
     * @return a block a register; null where it needs none
     */
    static double[][] allocate(Program program, boolean[] varies, int[] order, int length) {
        Code code = program.code();
        int first = program.inputs() + program.columns();
        int[] last = new int[varies.length];
        Arrays.fill(last, -1);
        for (int i = 0; i < order.length; i++) {
            int k = order[i];
            int arity = code.op()[k].arity();
            last[first + k] = Math.max(last[first + k], i);
            if (arity > 0) {
                last[code.a()[k]] = i;
            }
            if (arity > 1) {
                last[code.b()[k]] = i;
            }
            if (arity > 2) {
                last[code.c()[k]] = i;
            }
        }
        for (int result : program.results()) {
            last[result] = order.length;
        }
        double[][] blocks = new double[varies.length][];
        for (int column = program.inputs(); column < first; column++) {
            if (last[column] >= 0) {
                // Columns are all loaded before the first instruction, and stay.
                blocks[column] = new double[length];
                last[column] = order.length;
            }
        }
        Deque<double[]> free = new ArrayDeque<>();
        for (int i = 0; i < order.length; i++) {
            int k = order[i];
            double[] mine = free.isEmpty() ? new double[length] : free.pop();
            blocks[first + k] = mine;
            release(code, k, i, last, blocks, first + k, free);
        }
        return blocks;
    }

    /** Frees what this instruction read last. */
    private static void release(
            Code code, int k, int i, int[] last, double[][] blocks, int target, Deque<double[]> free) {
        int arity = code.op()[k].arity();
        int[] read = {code.a()[k], code.b()[k], code.c()[k]};
        for (int argument = 0; argument < arity; argument++) {
            int register = read[argument];
            double[] block = blocks[register];
            if (block != null && last[register] == i && register != target) {
                free.push(block);
                // Not twice, where both arguments are the same register.
                last[register] = Integer.MIN_VALUE;
            }
        }
    }
}
