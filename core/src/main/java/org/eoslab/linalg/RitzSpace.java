package org.eoslab.linalg;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;

/**
 * An orthonormal basis V, its image AV, and the Rayleigh–Ritz pairs of A on it: with VᵀAV = SΘSᵀ the columns of VS are the Ritz
 * vectors, and ‖AVs − θVs‖ is a residual in truth, not an estimate, because AV is kept.
 */
final class RitzSpace {
    private static final int BLOCK = 512;

    private final SymmetricOperator operator;
    private final double[][] basis;
    private final double[][] images;
    private final double[][] projected;
    private int size;
    private int products;
    private boolean finite = true;
    private double[] values = new double[0];
    private double[][] coefficients = new double[0][];

    RitzSpace(SymmetricOperator operator, int capacity) {
        this.operator = operator;
        this.basis = new double[capacity][];
        this.images = new double[capacity][];
        this.projected = new double[capacity][capacity];
    }

    int dimension() {
        return operator.dimension();
    }

    int size() {
        return size;
    }

    int products() {
        return products;
    }

    /**
     * Adds the direction of {@code x} to the space, at the price of one product.
     *
     * @param x overwritten and kept, unless it lies in the space already
     * @return whether there was a new direction
     */
    boolean expand(double[] x) {
        double before = Vectors.norm(x);
        if (!(before > 0 && before < Double.POSITIVE_INFINITY)) {
            return false;
        }
        Vectors.scale(1 / before, x);
        // Gram–Schmidt twice is enough (Parlett & Kahan), unless next to nothing is left of x.
        for (int pass = 0; pass < 2; pass++) {
            double[] components = new double[size];
            for (int j = 0; j < size; j++) {
                components[j] = -Vectors.dot(basis[j], x);
            }
            addCombination(components, basis, x);
            double left = Vectors.norm(x);
            if (left < 1e-10) {
                return false;
            }
            Vectors.scale(1 / left, x);
        }
        double[] image = new double[x.length];
        operator.apply(x, image);
        products++;
        basis[size] = x;
        images[size] = image;
        size++;
        for (int j = 0; j < size; j++) {
            double entry = Vectors.dot(basis[j], image);
            projected[j][size - 1] = projected[size - 1][j] = entry;
            finite &= Double.isFinite(entry);
        }
        return true;
    }

    /** Whether every product so far was finite: those of a diverged loss are not. */
    boolean isFinite() {
        return finite;
    }

    /** Solves the projected problem; call it after {@link #expand} and before the methods below. */
    void solve() {
        double[][] matrix = new double[size][];
        for (int i = 0; i < size; i++) {
            matrix[i] = Arrays.copyOf(projected[i], size);
        }
        EigenDecompositionSymmetric eigen =
                new EigenDecompositionSymmetric(new Array2DRowRealMatrix(matrix, false), 0x1p-52, true);
        values = eigen.getEigenvalues();
        coefficients = eigen.getVT().getData();
    }

    /** The Ritz values, largest first. */
    double[] values() {
        return values;
    }

    /** The unit Ritz vector of the i-th value. */
    double[] vector(int i) {
        double[] result = new double[operator.dimension()];
        addCombination(coefficients[i], basis, result);
        return result;
    }

    /** A·v − θ·v of the i-th Ritz pair. */
    double[] residual(int i) {
        double[] result = new double[operator.dimension()];
        double[] shifted = coefficients[i].clone();
        Vectors.scale(-values[i], shifted);
        addCombination(coefficients[i], images, result);
        addCombination(shifted, basis, result);
        return result;
    }

    /** A copy of A times the last basis vector: the next direction of a Krylov space. */
    double[] lastImage() {
        return images[size - 1].clone();
    }

    /** The squared first component of each Ritz vector in the basis: its share of the start vector. */
    double[] startWeights() {
        return Arrays.stream(coefficients).mapToDouble(c -> c[0] * c[0]).toArray();
    }

    /** Adds Σ weightⱼ·vectorⱼ to {@code result}, a block of components at a time so that the block stays in the cache. */
    private void addCombination(double[] weights, double[][] vectors, double[] result) {
        for (int from = 0; from < result.length; from += BLOCK) {
            int to = Math.min(from + BLOCK, result.length);
            for (int j = 0; j < size; j++) {
                double weight = weights[j];
                double[] vector = vectors[j];
                for (int c = from; c < to; c++) {
                    result[c] += weight * vector[c];
                }
            }
        }
    }

    /** Thick restart: keeps the Ritz vectors of the {@code kept} largest values only; costs no product. */
    void restart(int kept) {
        rotate(basis, kept);
        rotate(images, kept);
        for (int i = 0; i < kept; i++) {
            Arrays.fill(projected[i], 0);
            projected[i][i] = values[i];
        }
        size = kept;
        solve();
    }

    /** Replaces vectors by their combinations, a block of components at a time so that no second copy is held. */
    private void rotate(double[][] vectors, int kept) {
        int n = operator.dimension();
        double[][] block = new double[kept][BLOCK];
        for (int from = 0; from < n; from += BLOCK) {
            int length = Math.min(BLOCK, n - from);
            for (int i = 0; i < kept; i++) {
                Arrays.fill(block[i], 0);
                for (int j = 0; j < size; j++) {
                    double weight = coefficients[i][j];
                    double[] source = vectors[j];
                    for (int c = 0; c < length; c++) {
                        block[i][c] += weight * source[from + c];
                    }
                }
            }
            for (int i = 0; i < kept; i++) {
                System.arraycopy(block[i], 0, vectors[i], from, length);
            }
        }
        Arrays.fill(vectors, kept, size, null);
    }
}
