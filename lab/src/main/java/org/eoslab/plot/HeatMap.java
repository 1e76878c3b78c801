package org.eoslab.plot;

/**
 * A rectangle of coloured cells, such as a phase diagram. The axes reach from the first to the last edge.
 *
 * @param title what stands above it, empty for nothing
 * @param x the horizontal axis
 * @param y the vertical axis
 * @param xEdges the cells' edges along x, ascending: one more than there are columns
 * @param yEdges the cells' edges along y, ascending: one more than there are rows
 * @param values {@code values[row][column]}, rows upwards
 * @param scale their colours
 */
public record HeatMap(
        String title, PlotAxis x, PlotAxis y, double[] xEdges, double[] yEdges, double[][] values, ColourScale scale)
        implements Panel {
    /** Checks the shapes and takes the axes' ends from the edges. */
    public HeatMap {
        if (yEdges.length != values.length + 1) {
            throw new IllegalArgumentException(yEdges.length + " edges for " + values.length + " rows");
        }
        for (double[] row : values) {
            if (xEdges.length != row.length + 1) {
                throw new IllegalArgumentException(xEdges.length + " edges for " + row.length + " columns");
            }
        }
        x = x.between(xEdges[0], xEdges[xEdges.length - 1]);
        y = y.between(yEdges[0], yEdges[yEdges.length - 1]);
    }

    /** The edges of cells around ascending centres, halfway between them (geometrically when {@code log}). */
    public static double[] edges(double[] centres, boolean log) {
        int n = centres.length;
        double[] edges = new double[n + 1];
        for (int i = 1; i < n; i++) {
            edges[i] = log ? Math.sqrt(centres[i - 1] * centres[i]) : (centres[i - 1] + centres[i]) / 2;
        }
        if (n == 1) {
            edges[0] = log ? centres[0] / 2 : centres[0] - 0.5;
            edges[1] = log ? centres[0] * 2 : centres[0] + 0.5;
        } else {
            edges[0] = log ? centres[0] * centres[0] / edges[1] : 2 * centres[0] - edges[1];
            edges[n] = log ? centres[n - 1] * centres[n - 1] / edges[n - 1] : 2 * centres[n - 1] - edges[n - 1];
        }
        return edges;
    }
}
