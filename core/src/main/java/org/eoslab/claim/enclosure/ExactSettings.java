package org.eoslab.claim.enclosure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.eoslab.interval.Sign;

/**
 * A run of the minimalist model in decimal, hence exact, numbers.
 *
 * @param lambda1 λ₁
 * @param lambda2 λ₂, 0 &lt; λ₂ &lt; λ₁
 * @param eta step size η, positive
 * @param alpha α at the start
 * @param beta1 β₁ at the start
 * @param beta2 β₂ at the start
 * @param clip the clipping rule
 */
public record ExactSettings(
        BigDecimal lambda1,
        BigDecimal lambda2,
        BigDecimal eta,
        BigDecimal alpha,
        BigDecimal beta1,
        BigDecimal beta2,
        ExactClip clip) {
    private static final BigDecimal TWO = BigDecimal.valueOf(2);
    private static final BigDecimal FOUR = BigDecimal.valueOf(4);

    /** Checks 0 &lt; λ₂ &lt; λ₁ and η &gt; 0. */
    public ExactSettings {
        if (lambda2.signum() <= 0 || lambda2.compareTo(lambda1) >= 0) {
            throw new IllegalArgumentException(
                    "lambda1 = " + lambda1 + ", lambda2 = " + lambda2 + ": must satisfy 0 < lambda2 < lambda1");
        }
        if (eta.signum() <= 0) {
            throw new IllegalArgumentException("eta = " + eta + ": must be positive");
        }
    }

    /** κ of the clipping rule floor, empty for the others. */
    public Optional<BigDecimal> kappa() {
        return clip instanceof ExactClip.Floor floor ? Optional.of(floor.kappa()) : Optional.empty();
    }

    /** Where α stands to the floor at the start: above it, on it, or below it; above without one. */
    Sign floorPosition() {
        return alpha.signum() <= 0
                ? Sign.NEGATIVE
                : kappa().map(k -> Sign.of(curvature().subtract(k))).orElse(Sign.POSITIVE);
    }

    /** u = ηλ₁. */
    public BigDecimal u() {
        return eta.multiply(lambda1);
    }

    /** v = ηλ₂. */
    public BigDecimal v() {
        return eta.multiply(lambda2);
    }

    /** ηλ₁α² at the start. */
    public BigDecimal curvature() {
        return u().multiply(alpha.pow(2));
    }

    /** (α⁺ − α)/η of an unclipped first step: λ₂β₂(1 − αβ₂) − λ₁αβ₁². */
    BigDecimal firstChange() {
        return lambda2.multiply(beta2)
                .multiply(BigDecimal.ONE.subtract(alpha.multiply(beta2)))
                .subtract(lambda1.multiply(alpha).multiply(beta1.pow(2)));
    }

    /** ‖∇L‖² at the start. */
    BigDecimal gradientSquare() {
        BigDecimal residual = BigDecimal.ONE.subtract(alpha.multiply(beta2));
        BigDecimal alongBeta1 = lambda1.multiply(alpha.pow(2)).multiply(beta1);
        BigDecimal alongBeta2 = lambda2.multiply(alpha).multiply(residual);
        return firstChange().pow(2).add(alongBeta1.pow(2)).add(alongBeta2.pow(2));
    }

    /** (S4) as a polynomial: ηλ₁G(C) &gt; 2 exactly when u² + 2uC &gt; 4, C = α² − β₁² − β₂², since G² = CG + 1. */
    public BigDecimal flowExcess() {
        BigDecimal invariant = alpha.pow(2).subtract(beta1.pow(2)).subtract(beta2.pow(2));
        return u().pow(2).add(TWO.multiply(u()).multiply(invariant)).subtract(FOUR);
    }

    /** The first of (S1) to (S5) that the start violates, by exact arithmetic; empty when it is admissible. */
    public Optional<String> violated() {
        BigDecimal product = alpha.multiply(beta2);
        return List.of(
                        positive("S1, 0 < α", alpha),
                        notNegative("S1, λ₁α² ≤ 2/η", TWO.subtract(curvature())),
                        positive("S2, 0 < β₂", beta2),
                        notNegative("S2, αβ₂ ≤ 1/2", new BigDecimal("0.5").subtract(product)),
                        positive("S3, 0 < |β₁|", beta1.abs()),
                        notNegative("S3, λ₁αβ₁² ≤ λ₂β₂(1 − αβ₂)", firstChange()),
                        positive("S4, 2/η < λ₁α∞²", flowExcess()),
                        notNegative("S5, η²λ₁λ₂ ≤ 0.1", new BigDecimal("0.1").subtract(u().multiply(v()))))
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** The same for the flatter subset λ₁α² ≤ κ/η, which needs a floor. */
    public Optional<String> violatedFlatter() {
        return kappa().isEmpty()
                ? Optional.of("its flatter subset is defined by the κ of the clipping rule floor")
                : notNegative("the flatter subset, λ₁α² ≤ κ/η", kappa().get().subtract(curvature()));
    }

    /** Whether √(2/u)·β₂ = 1: the bound of α meets the minima right above the start. */
    public boolean boundMeetsMinima() {
        return beta2.signum() > 0 && TWO.multiply(beta2.pow(2)).compareTo(u()) == 0;
    }

    /**
     * Why the start, moved to β₁ = 0 and λ₁α² ≤ 2/η, is outside the stable set of Lemma 5.4, by exact arithmetic; empty when it is
     * inside. With α at its bound √(2/u) the conditions αβ₂ ≤ 1 and ηλ₁α² &gt; v(α² + β₂² + 1) are 2β₂² ≤ u and 2u &gt; v(2 + u(β₂² + 1)).
     */
    public Optional<String> outsideStableSet() {
        BigDecimal square = beta2.pow(2);
        boolean atBound = curvature().compareTo(TWO) >= 0;
        BigDecimal product =
                atBound ? u().subtract(TWO.multiply(square)) : BigDecimal.ONE.subtract(alpha.multiply(beta2));
        BigDecimal others = square.add(BigDecimal.ONE);
        BigDecimal dominance = atBound
                ? TWO.multiply(u()).subtract(v().multiply(TWO.add(u().multiply(others))))
                : curvature().subtract(v().multiply(alpha.pow(2).add(others)));
        return List.of(
                        positive("0 < α", alpha),
                        positive("0 < β₂", beta2),
                        notNegative("αβ₂ ≤ 1, moved to λ₁α² ≤ 2/η", product),
                        positive("λ₁α² > λ₂(α² + β₂² + 1), moved to λ₁α² ≤ 2/η", dominance))
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> positive(String condition, BigDecimal slack) {
        return slack.signum() > 0 ? Optional.empty() : Optional.of("the start violates " + condition);
    }

    private static Optional<String> notNegative(String condition, BigDecimal slack) {
        return slack.signum() >= 0 ? Optional.empty() : Optional.of("the start violates " + condition);
    }
}
