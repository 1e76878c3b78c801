package org.eoslab.objective;

/**
 * The shape of a matrix among a loss's parameters, where it stands row by row; of a vector one column.
 *
 * @param rows at least 1
 * @param columns at least 1
 */
public record MatrixShape(int rows, int columns) {
    /** Checks that both are positive. */
    public MatrixShape {
        if (rows < 1 || columns < 1) {
            throw new IllegalArgumentException(rows + " × " + columns + ": must be at least 1 × 1");
        }
    }

    /** The number of its entries. */
    public int size() {
        return rows * columns;
    }
}
