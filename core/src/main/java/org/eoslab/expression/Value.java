package org.eoslab.expression;

/**
 * A number or a vector of numbers while an expression is turned into a graph.
 *
 * @param nodes its entries in the graph; one for a number
 * @param vector whether it is a vector, perhaps of one entry
 */
@SuppressWarnings("ArrayRecordComponent")
record Value(int[] nodes, boolean vector) {
    static Value of(int node) {
        return new Value(new int[] {node}, false);
    }
}
