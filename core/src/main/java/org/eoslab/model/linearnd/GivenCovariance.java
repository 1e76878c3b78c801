package org.eoslab.model.linearnd;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.linalg.Vectors;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * Any covariance Σ, teacher w* and start w (Liu et al., footnote 1), as {@code covariance}, {@code teacher} and {@code w} of a file have them.
 *
 * <p>Eigenvectors are made unique: q·w ≥ 0 at the start, and among those of one eigenvalue the first along the teacher's part there. What rounding has left of
 * the teacher along another is taken for 0, so that a teacher that was an eigenvector before a rotation is one after it: β along it shrinks far below the rounding of w,
 * and a rest of 1e-17 would be a teacher of its own there. So a rotation of all three is the rotated run.
 *
 * @param covariance Σ, symmetric and positive definite
 * @param teacher w*
 * @param w the start
 */
record GivenCovariance(double[][] covariance, double[] teacher, double[] w) {
    /** Σ. */
    static final Setting<double[][]> COVARIANCE = Setting.parsed(
            "covariance",
            "covariance of the inputs",
            "a symmetric matrix of numbers such as [[1, 0.1], [0.1, 0.5]], from 2 by 2 on",
            GivenCovariance::matrix,
            null);

    /** w*. */
    static final Setting<double[]> TEACHER = vector("teacher", "teacher, a number an input");

    /** w at step 0. */
    static final Setting<double[]> W = vector("w", "first-layer weights at the start, a number an input");

    /** Entries, coordinates and eigenvalues that differ by this part of the largest are the same: many roundings of a decomposition. */
    private static final double SAME = 1e-12;

    private static Setting<double[]> vector(String name, String description) {
        return Setting.parsed(name, description, "numbers such as [1, 0.5]", GivenCovariance::numbers, null);
    }

    /**
     * What the settings say.
     *
     * @throws InputException when the three do not go together, or Σ is not positive definite
     */
    static GivenCovariance read(Settings settings) {
        double[][] covariance = settings.get(COVARIANCE);
        double[] teacher = settings.get(TEACHER);
        double[] w = settings.get(W);
        checkLength("teacher", teacher, covariance.length);
        checkLength("w", w, covariance.length);
        double smallest =
                Arrays.stream(decomposed(covariance).getEigenvalues()).min().orElseThrow();
        if (!(smallest > 0)) {
            throw new InputException("covariance: " + settings.stored(COVARIANCE)
                    + " is not allowed; it must be positive definite, and its smallest eigenvalue is "
                    + InputException.shown(smallest));
        }
        return new GivenCovariance(covariance, teacher, w);
    }

    private static void checkLength(String name, double[] vector, int inputs) {
        if (vector.length != inputs) {
            throw new InputException(
                    name + ": " + vector.length + " numbers are given and the covariance has " + inputs + " inputs");
        }
    }

    private static EigenDecompositionSymmetric decomposed(double[][] covariance) {
        return new EigenDecompositionSymmetric(new Array2DRowRealMatrix(covariance));
    }

    /** The loss. */
    LinearNd model() {
        EigenDecompositionSymmetric eigen = decomposed(covariance);
        double[] variances = eigen.getEigenvalues();
        int d = variances.length;
        List<double[]> basis = new ArrayList<>();
        for (int first = 0; first < d; ) {
            int end = first + 1;
            while (end < d && variances[first] - variances[end] <= SAME * variances[0]) {
                end++;
            }
            List<double[]> cluster = new ArrayList<>();
            for (int k = first; k < end; k++) {
                cluster.add(eigen.getEigenvector(k).toArray());
            }
            basis.addAll(along(teacher, cluster));
            first = end;
        }
        double[] coordinates = new double[d];
        for (int k = 0; k < d; k++) {
            double[] q = basis.get(k);
            if (Vectors.dot(q, w) < 0) {
                Vectors.scale(-1, q);
            }
            double along = Vectors.dot(q, teacher);
            coordinates[k] = Math.abs(along) > SAME * Vectors.norm(teacher) ? along : 0;
        }
        return new LinearNd(basis.toArray(double[][]::new), variances, coordinates);
    }

    /** An orthonormal basis of the same space whose first vector is along a vector's part in it, where it has one. */
    private static List<double[]> along(double[] vector, List<double[]> basis) {
        double[] part = new double[vector.length];
        basis.forEach(q -> Vectors.add(Vectors.dot(q, vector), q, part));
        if (basis.size() == 1 || Vectors.norm(part) <= SAME * Vectors.norm(vector)) {
            return basis;
        }
        List<double[]> result = new ArrayList<>();
        List<double[]> candidates = new ArrayList<>(List.of(part));
        candidates.addAll(basis);
        // The one that is most along the part is the one that the others and it make up.
        double[] spare = basis.stream()
                .max((a, b) -> Double.compare(Math.abs(Vectors.dot(a, part)), Math.abs(Vectors.dot(b, part))))
                .orElseThrow();
        candidates.removeIf(q -> q == spare);
        for (double[] candidate : candidates) {
            double[] rest = candidate.clone();
            for (int again = 0; again < 2; again++) {
                result.forEach(q -> Vectors.add(-Vectors.dot(q, rest), q, rest));
            }
            Vectors.scale(1 / Vectors.norm(rest), rest);
            result.add(rest);
        }
        return result;
    }

    private static double[][] matrix(String text) {
        String inner = inside(text);
        double[][] rows = Stream.of(inner.split("(?<=\\])\\s*,", -1))
                .map(GivenCovariance::numbers)
                .toArray(double[][]::new);
        int d = rows.length;
        double largest = Arrays.stream(rows)
                .flatMapToDouble(Arrays::stream)
                .map(Math::abs)
                .max()
                .orElseThrow();
        for (int i = 0; i < d; i++) {
            for (int j = 0; j < i; j++) {
                if (rows[i].length != d || rows[j].length != d || Math.abs(rows[i][j] - rows[j][i]) > SAME * largest) {
                    throw new IllegalArgumentException(text);
                }
                rows[i][j] = rows[j][i];
            }
        }
        if (d < 2) {
            throw new IllegalArgumentException(text);
        }
        return rows;
    }

    private static double[] numbers(String text) {
        double[] numbers = Stream.of(inside(text).split(",", -1))
                .mapToDouble(n -> Double.parseDouble(n.trim()))
                .toArray();
        if (!Arrays.stream(numbers).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException(text);
        }
        return numbers;
    }

    private static String inside(String text) {
        String trimmed = text.trim();
        if (!trimmed.startsWith("[") || !trimmed.endsWith("]")) {
            throw new IllegalArgumentException(text);
        }
        return trimmed.substring(1, trimmed.length() - 1);
    }
}
