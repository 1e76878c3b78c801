package org.eoslab.torch;

import org.bytedeco.pytorch.global.torch.ScalarType;

/** The floating-point format in which a network computes; parameters and results are doubles outside of it. */
public enum Precision {
    /** Single precision: fast, and enough to read a sharpness to about 1e-4. */
    FLOAT32(0x1p-20),
    /** Double precision. */
    FLOAT64(0x1p-48);

    /** The error of a Hessian product, relative to the Hessian's norm: some ten roundings. */
    private final double rounding;

    Precision(double rounding) {
        this.rounding = rounding;
    }

    double rounding() {
        return rounding;
    }

    ScalarType type() {
        return this == FLOAT32 ? ScalarType.Float : ScalarType.Double;
    }
}
