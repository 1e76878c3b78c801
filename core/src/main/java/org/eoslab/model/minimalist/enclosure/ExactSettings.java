package org.eoslab.model.minimalist.enclosure;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.eoslab.interval.Sign;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;
import org.eoslab.text.Format;

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

    /**
     * A run that is made in doubles, each of which stands for its shortest decimal.
     *
     * @param beta1 β₁ at the start, which can be out of the range of doubles
     */
    public static ExactSettings of(MinimalistDescent dynamics, double alpha, BigDecimal beta1, double beta2) {
        return new ExactSettings(
                BigDecimal.valueOf(dynamics.model().lambda1()),
                BigDecimal.valueOf(dynamics.model().lambda2()),
                BigDecimal.valueOf(dynamics.eta()),
                BigDecimal.valueOf(alpha),
                beta1,
                BigDecimal.valueOf(beta2),
                ExactClip.of(dynamics.clip()));
    }

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

    /** These settings with another step size. */
    public ExactSettings at(BigDecimal otherEta) {
        return new ExactSettings(lambda1, lambda2, otherEta, alpha, beta1, beta2, clip);
    }

    /** The sign that α keeps under the clipping rule floor; at α = 0 that of the first step. */
    int side() {
        int sign = alpha.signum() != 0 ? alpha.signum() : beta2.signum();
        return sign < 0 ? -1 : 1;
    }

    /** Where |α| stands to the floor at the start: above it, on it, or below it; above without one. */
    Sign floorPosition() {
        return kappa().map(k -> Sign.of(curvature().subtract(k))).orElse(Sign.POSITIVE);
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
    public BigDecimal firstChange() {
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
                        notNegative("αβ₂ ≤ 1 (α moved to λ₁α² ≤ 2/η)", product),
                        positive("λ₁α² > λ₂(α² + β₂² + 1) (α moved to λ₁α² ≤ 2/η)", dominance))
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<String> positive(String condition, BigDecimal slack) {
        return slack.signum() > 0 ? Optional.empty() : Optional.of(outside(condition));
    }

    private Optional<String> notNegative(String condition, BigDecimal slack) {
        return slack.signum() >= 0 ? Optional.empty() : Optional.of(outside(condition));
    }

    private String outside(String condition) {
        return Format.text(
                "the start is outside the stable set: it violates %s, with α = %.9g, β₂ = %.9g, αβ₂ = %.9g, ηλ₁α² = %.9g",
                condition, alpha, beta2, alpha.multiply(beta2), curvature());
    }
}
