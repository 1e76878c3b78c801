package org.eoslab;

/** Named tolerances; each constant says where it comes from. */
public final class Tolerances {
    /** Unit roundoff of a double, 2⁻⁵³ doubled: the spacing of doubles near 1. */
    public static final double ULP = 0x1p-52;

    /** A closed form of a few dozen operations against another: a hundred roundings. */
    public static final double CLOSED_FORM = 100 * ULP;

    /**
     * A central difference with step h = ∛ε ≈ 6e-6: truncation h²·L‴/6 and rounding ε·L/h are both ≈ 4e-11 times the size of
     * the quantities; a hundred of either.
     */
    public static final double CENTRAL_DIFFERENCE = 4e-9;

    /** The step ∛ε of a central difference. */
    public static final double DIFFERENCE_STEP = Math.cbrt(ULP);

    private Tolerances() {}
}
