package org.eoslab.linalg.dense;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.linalg.Vectors;

/**
 * Points seen along the directions in which they spread most: with X the n × d matrix of the points minus their mean, the top
 * eigenpairs (λ, u) of the Gram matrix XXᵀ give the coordinates √λ·u. For few points in many dimensions, n ≪ d.
 * Coordinates are good to about 2⁻⁵²·‖x‖²/√λ, ‖x‖ the points' distance from the origin.
 *
 * @param coordinates one row of {@code count} coordinates a point
 * @param explained the share of the variance along each direction, largest first
 */
public record PrincipalComponents(double[][] coordinates, double[] explained) {
    /**
     * The first {@code count} of them. The sign of a direction is such that the last point's coordinate isn't negative.
     *
     * @param points at least {@code count}, of one dimension; not modified
     */
    public static PrincipalComponents of(List<double[]> points, int count) {
        int n = points.size();
        if (count < 1 || count > n) {
            throw new IllegalArgumentException("count = " + count + ": must be between 1 and the " + n + " points");
        }
        double[][] gram = gram(points);
        double total = 0;
        for (int i = 0; i < n; i++) {
            total += gram[i][i];
        }
        EigenPairs top = new DenseEigenSolver().largest(SymmetricOperator.of(gram), count, EigenPairs.NONE);
        double[][] coordinates = new double[n][count];
        double[] explained = new double[count];
        for (int k = 0; k < count; k++) {
            // Of points in fewer dimensions the last eigenvalues are zero up to rounding, of either sign.
            double eigenvalue = Math.max(0, top.values()[k]);
            double sign = top.vectors()[k][n - 1] < 0 ? -1 : 1;
            explained[k] = eigenvalue / total;
            for (int i = 0; i < n; i++) {
                coordinates[i][k] = sign * Math.sqrt(eigenvalue) * top.vectors()[k][i];
            }
        }
        return new PrincipalComponents(coordinates, explained);
    }

    /**
     * The unit vectors of the directions, Xᵀu/√λ: a point's coordinate is its product with one, less that of the points' mean. A direction
     * along which the points do not spread is NaN.
     *
     * @param points those that these are the components of, not modified
     */
    public List<double[]> directions(List<double[]> points) {
        List<double[]> directions = new ArrayList<>();
        for (int k = 0; k < explained.length; k++) {
            double square = 0;
            double[] direction = new double[points.get(0).length];
            for (int i = 0; i < coordinates.length; i++) {
                square += coordinates[i][k] * coordinates[i][k];
                Vectors.add(coordinates[i][k], points.get(i), direction);
            }
            double scale = square;
            Arrays.setAll(direction, j -> direction[j] / scale);
            directions.add(direction);
        }
        return directions;
    }

    /** XXᵀ: the products of the points as they are, then every row's and every column's mean taken off; needs no second copy of them. */
    private static double[][] gram(List<double[]> points) {
        int n = points.size();
        double[][] gram = new double[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                gram[i][j] = gram[j][i] = Vectors.dot(points.get(i), points.get(j));
            }
        }
        double[] means = Arrays.stream(gram)
                .mapToDouble(row -> Arrays.stream(row).sum() / n)
                .toArray();
        double mean = Arrays.stream(means).sum() / n;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                gram[i][j] += mean - means[i] - means[j];
            }
        }
        return gram;
    }
}
