package org.eoslab.linalg;

/**
 * An operator divided by the power of two that brings its entries near 1, so that squares of them neither overflow nor vanish:
 * 2⁻ᵉA with the exponent e of the first product that is not zero. Where A is of ordinary size e is 0; otherwise no bit changes either.
 */
final class Scaled implements SymmetricOperator {
    /** Exponents that are left as they are. */
    private static final int ORDINARY = 10;

    /** The largest exponent of which the power of two, and its reciprocal, is a double of full precision. */
    private static final int FACTOR = 1000;

    private final SymmetricOperator operator;
    private int exponent;
    private boolean known;

    /**
     * The operator with what is known of its size.
     *
     * @param model of a nearby operator; its values say the exponent where they are not zero
     */
    Scaled(SymmetricOperator operator, LowRank model) {
        this.operator = operator;
        note(model.values());
    }

    private void note(double[] values) {
        double largest = 0;
        for (double value : values) {
            largest = Math.max(largest, Math.abs(value));
        }
        if (largest > 0 && largest < Double.POSITIVE_INFINITY) {
            known = true;
            exponent = Math.abs(Math.getExponent(largest)) > ORDINARY ? Math.getExponent(largest) : 0;
        }
    }

    @Override
    public int dimension() {
        return operator.dimension();
    }

    @Override
    public void apply(double[] x, double[] result) {
        operator.apply(x, result);
        if (!known) {
            note(result);
        }
        scale(result, -exponent);
    }

    @Override
    public double rounding() {
        return operator.rounding();
    }

    /** The model of A as one of 2⁻ᵉA. */
    LowRank down(LowRank model) {
        return scaled(model, -exponent);
    }

    /** Pairs of 2⁻ᵉA as pairs of A. */
    EigenPairs up(EigenPairs pairs) {
        if (exponent == 0) {
            return pairs;
        }
        return new EigenPairs(
                scale(pairs.values().clone(), exponent),
                pairs.vectors(),
                scale(pairs.residuals().clone(), exponent),
                pairs.products(),
                pairs.converged(),
                scaled(pairs.model(), exponent));
    }

    /** Eigenvalues of 2⁻ᵉA as those of A, in place. */
    double[] up(double[] values) {
        return scale(values, exponent);
    }

    private static LowRank scaled(LowRank model, int power) {
        return power == 0 ? model : new LowRank(scale(model.values().clone(), power), model.vectors());
    }

    private static double[] scale(double[] values, int power) {
        if (power != 0 && Math.abs(power) <= FACTOR) {
            Vectors.scale(Math.scalb(1.0, power), values);
        } else if (power != 0) {
            for (int i = 0; i < values.length; i++) {
                values[i] = Math.scalb(values[i], power);
            }
        }
        return values;
    }
}
