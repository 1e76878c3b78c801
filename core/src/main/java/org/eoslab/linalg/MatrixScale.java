package org.eoslab.linalg;

import java.util.OptionalInt;

/** Brings a matrix to a scale at which a library's decomposition neither overflows nor fails to converge. */
public final class MatrixScale {
    /** Among entries that are far below the rounding of the largest the QL method may not converge; these are zero. */
    private static final double NOTHING = 0x1p-100;

    private MatrixScale() {}

    /**
     * Multiplies A by 2⁻ᵏ in place, which is exact, so that its largest entry is from 1 to 2, and makes zero what is below 2⁻¹⁰⁰.
     *
     * @return k; empty, and nothing has changed, where an entry isn't finite
     */
    public static OptionalInt normalise(double[][] entries) {
        double largest = 0;
        for (double[] row : entries) {
            for (double entry : row) {
                largest = Math.max(largest, Math.abs(entry));
            }
        }
        if (!(largest < Double.POSITIVE_INFINITY)) {
            return OptionalInt.empty();
        }
        int exponent = Math.getExponent(largest);
        double factor = Math.scalb(1.0, -exponent);
        for (double[] row : entries) {
            for (int j = 0; j < row.length; j++) {
                double scaled = row[j] * factor;
                row[j] = Math.abs(scaled) < NOTHING ? 0 : scaled;
            }
        }
        return OptionalInt.of(exponent);
    }
}
