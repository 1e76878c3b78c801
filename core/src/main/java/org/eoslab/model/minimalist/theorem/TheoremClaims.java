package org.eoslab.model.minimalist.theorem;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eoslab.interval.IntegerRoot;
import org.eoslab.model.minimalist.admissible.AdmissibleSet;
import org.eoslab.model.minimalist.admissible.Condition;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;
import org.eoslab.model.minimalist.enclosure.ExactSettings;
import org.eoslab.model.minimalist.theorem.TheoremClaim.Cover;
import org.eoslab.text.Format;

/** The four theorems for all starts, under the clipping rule floor. */
public final class TheoremClaims {
    private static final String ALL = "for all starts of (S6), at all steps: ";

    private TheoremClaims() {}

    /** The theorems, on starts of {@code dynamics}. */
    public static List<TheoremClaim> of(MinimalistDescent dynamics) {
        return List.of(
                new TheoremClaim(dynamics, "T4.1*", converges(true), TheoremClaims::convergence),
                new TheoremClaim(dynamics, "L4.2iii*", relevant(), TheoremClaims::relevantWeight),
                new TheoremClaim(dynamics, "T4.3a*", sharpens(), TheoremClaims::before),
                new TheoremClaim(dynamics, "T4.3b*", bounded(), TheoremClaims::bounds));
    }

    private static String converges(boolean excepted) {
        return "for all starts of (S6): the run converges to a global minimum no sharper than 2/η"
                + (excepted ? ", unless ηλ₁α² is exactly 1 at some step" : "");
    }

    private static String relevant() {
        return ALL + "β₂ never decreases, and αβ₂ ≤ 1";
    }

    private static String bounded() {
        return ALL + "min(λ₁α₀², κ/η) ≤ λ₁α² ≤ A²/η, A² − (g/r)/A² = max(ηλ₁α₀² − (g/r)·β₂₀²/(ηλ₁), 0)";
    }

    private static String sharpens() {
        return "for all starts of (S1), (S3) and (S6): α never decreases up to the first step with λ₁α² > (2 − r)/η";
    }

    private static Cover relevantWeight(ExactSettings start) {
        return outside(start).map(Cover::none).orElseGet(() -> Cover.of(relevant(), margin(start), slack(start), ""));
    }

    private static Cover bounds(ExactSettings start) {
        return outside(start).map(Cover::none).orElseGet(() -> {
            BigDecimal largest = new AdmissibleSet(start).largestCurvature();
            return Cover.of(
                    bounded(),
                    margin(start),
                    text(
                            "A² = %.9g, %.4g times 2; ηλ₁α² ≥ %.9g",
                            largest, half(largest), new AdmissibleSet(start).lowest()),
                    "");
        });
    }

    /**
     * Theorem 4.1. The exception needs A² &gt; 2, and α = ±1/√(ηλ₁) at some step. From a² &gt; 1, and after any step at the floor, a² is
     * above 1 for ever when κ is; and before that α is rational, which 1/√(ηλ₁) is not unless ηλ₁ is the square of a rational.
     */
    private static Cover convergence(ExactSettings start) {
        Optional<String> outside = outside(start);
        if (outside.isPresent()) {
            return Cover.none(outside.get());
        }
        AdmissibleSet set = new AdmissibleSet(start);
        boolean below = set.staysBelow();
        if (!below && start.beta1().signum() == 0) {
            return Cover.none("β₁ is 0 at the start, and then for ever");
        }
        if (!below && start.curvature().compareTo(BigDecimal.ONE) == 0) {
            return Cover.none("ηλ₁α² is exactly 1 at the start: β₁ is 0 after the first step, and then for ever");
        }
        boolean aboveOne = start.kappa().orElseThrow().compareTo(BigDecimal.ONE) > 0;
        boolean excluded =
                below || aboveOne && (start.curvature().compareTo(BigDecimal.ONE) > 0 || !isSquare(start.u()));
        String note = below
                ? "A² ≤ 2: no step can be sharper than 2/η along β₁"
                : excluded
                        ? start.curvature().compareTo(BigDecimal.ONE) > 0
                                ? "ηλ₁α² is above 1 at all steps"
                                : "ηλ₁α² = 1 is impossible: √(ηλ₁) is irrational, and α rational as long as ηλ₁α² < 1"
                        : "";
        return Cover.of(converges(!excluded), margin(start), slack(start), note);
    }

    private static Cover before(ExactSettings start) {
        Optional<String> outside = outside(start);
        if (outside.isPresent()) {
            return Cover.none(outside.get());
        }
        Optional<Condition> violated = new AdmissibleSet(start)
                .conditions().stream()
                        .filter(c -> (c.id().equals("S1") || c.id().equals("S3")) && !c.holds())
                        .findFirst();
        if (violated.isPresent()) {
            return Cover.none(violated.get().violation());
        }
        return new Crossing(start)
                .find()
                .map(found -> Cover.of(
                        "for all starts of (S1), (S3), (S6) and (C): T₁ < ∞"
                                + (found.monotone()
                                        ? "; and (M): for t < T₁ α never decreases, β₁² never increases, and λ₁α² ≤ 2/η"
                                        : ", and α never decreases up to the first step with λ₁α² > (2 − r)/η"),
                        found.slack(),
                        text("(C) with ȳ = %.6g", found.bar()),
                        found.monotone() ? "" : "(M) does not hold with that ȳ"))
                .orElseGet(() -> Cover.of(
                        sharpens(),
                        margin(start),
                        slack(start),
                        "(C) does not hold: whether T₁ < ∞ is left to the run"));
    }

    /** Why a start is outside the set of all four theorems, with the amount. */
    private static Optional<String> outside(ExactSettings start) {
        if (start.kappa().isEmpty()) {
            return Optional.of("it is about the clipping rule floor");
        }
        BigDecimal product = start.alpha().multiply(start.beta2());
        AdmissibleSet set = new AdmissibleSet(start);
        Stream<Condition> signs = set.conditions().stream()
                .filter(c -> c.statement().equals("0 < α") || c.statement().equals("0 < β₂"));
        return Stream.concat(signs, Stream.of(below(product), set.stays()))
                .filter(c -> !c.holds())
                .findFirst()
                .map(Condition::violation);
    }

    private static Condition below(BigDecimal product) {
        return new Condition(
                "αβ₂ ≤ 1",
                "which (S6) goes with",
                product.compareTo(BigDecimal.ONE) <= 0,
                () -> product,
                () -> BigDecimal.ONE);
    }

    private static double margin(ExactSettings start) {
        return new AdmissibleSet(start).stays().margin();
    }

    private static String slack(ExactSettings start) {
        return text(
                "(S6): %.6g ≤ 1", new AdmissibleSet(start).stays().left().get().round(MathContext.DECIMAL64));
    }

    private static BigDecimal half(BigDecimal x) {
        return x.divide(BigDecimal.valueOf(2));
    }

    /** Whether a positive decimal is the square of a rational: then of a decimal. */
    private static boolean isSquare(BigDecimal value) {
        BigDecimal exact = value.stripTrailingZeros();
        if ((exact.scale() & 1) != 0) {
            exact = exact.setScale(exact.scale() + 1);
        }
        BigInteger root = IntegerRoot.floor(exact.unscaledValue());
        return root.multiply(root).equals(exact.unscaledValue());
    }

    private static String text(String format, Object... arguments) {
        return Format.text(format, arguments);
    }
}
