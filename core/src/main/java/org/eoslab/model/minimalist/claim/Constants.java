package org.eoslab.model.minimalist.claim;

import java.math.BigDecimal;
import java.util.Map;

/**
 * The constants in the paper's claims that are free to choose, as decimal numbers.
 *
 * @param epsilon ε of Theorem 4.1, the loss that counts as converged, positive
 * @param delta δ of Theorem 4.1, the excess of ηS over 2 that counts as flat, positive
 * @param overshoot ε of Theorem 4.3, by which λ₁α² may exceed φ(θ₀), relative, ≥ 0 ("ours": half a per cent)
 * @param ybar ȳ of Lemma 4.5 and Theorem 4.6, up to which L̂ follows L₂, 0 &lt; ȳ &lt; 1
 */
public record Constants(BigDecimal epsilon, BigDecimal delta, BigDecimal overshoot, BigDecimal ybar) {
    /** ε = 1e-6, δ = 0.01, half a per cent, ȳ = 0.9. */
    public static final Constants DEFAULT = new Constants(
            new BigDecimal("1e-6"), new BigDecimal("0.01"), new BigDecimal("0.005"), new BigDecimal("0.9"));

    /** Checks the ranges. */
    public Constants {
        check(epsilon.signum() > 0, "epsilon = " + epsilon + ": must be > 0");
        check(delta.signum() > 0, "delta = " + delta + ": must be > 0");
        check(overshoot.signum() >= 0, "overshoot = " + overshoot + ": must be >= 0");
        check(ybar.signum() > 0 && ybar.compareTo(BigDecimal.ONE) < 0, "ybar = " + ybar + ": must be > 0 and < 1");
    }

    /**
     * The same with some changed.
     *
     * @param changed by name: epsilon, delta, overshoot, ybar
     * @throws IllegalArgumentException when one is out of range
     */
    public Constants with(Map<String, BigDecimal> changed) {
        return new Constants(
                changed.getOrDefault("epsilon", epsilon),
                changed.getOrDefault("delta", delta),
                changed.getOrDefault("overshoot", overshoot),
                changed.getOrDefault("ybar", ybar));
    }

    private static void check(boolean fine, String message) {
        if (!fine) {
            throw new IllegalArgumentException(message);
        }
    }

    /** A constant as it is written in a statement. */
    static String text(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        if (Math.abs(plain.scale() - plain.precision()) <= 4) {
            return plain.toPlainString();
        }
        int exponent = plain.precision() - plain.scale() - 1;
        return plain.movePointLeft(exponent).toPlainString() + "e" + exponent;
    }
}
