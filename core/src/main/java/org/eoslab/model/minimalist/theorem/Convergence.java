package org.eoslab.model.minimalist.theorem;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;
import org.eoslab.interval.IntegerRoot;
import org.eoslab.model.minimalist.admissible.AdmissibleSet;
import org.eoslab.model.minimalist.enclosure.ExactSettings;
import org.eoslab.model.minimalist.theorem.TheoremClaim.Cover;

/** Theorem 4.1 for all starts, and its exception: where ηλ₁α² is exactly 1, β₁ is 0 after the step, and then for ever. */
final class Convergence {
    /** How a sentence names the exception where it is not excluded. */
    static final String EXCEPTION = ", unless ηλ₁α² is exactly 1 at some step";

    private Convergence() {}

    static String statement(boolean excepted) {
        return "for all starts of (S6): the run converges to a global minimum no sharper than 2/η"
                + (excepted ? EXCEPTION : "");
    }

    static Cover cover(ExactSettings start) {
        Optional<String> outside = StartSet.outside(start);
        if (outside.isPresent()) {
            return Cover.none(outside.get());
        }
        boolean below = new AdmissibleSet(start).staysBelow();
        Optional<String> stopped = below ? Optional.empty() : stopped(start);
        if (stopped.isPresent()) {
            return Cover.none(stopped.get());
        }
        Optional<String> excluded =
                below ? Optional.of("A² ≤ 2: no step can be sharper than 2/η along β₁") : neverOne(start);
        return Cover.of(
                statement(excluded.isEmpty()), StartSet.margin(start), StartSet.slack(start), excluded.orElse(""));
    }

    /** Why β₁ is 0 after the first step. */
    static Optional<String> stopped(ExactSettings start) {
        if (start.beta1().signum() == 0) {
            return Optional.of("β₁ is 0 at the start, and then for ever");
        }
        return start.curvature().compareTo(BigDecimal.ONE) == 0
                ? Optional.of("ηλ₁α² is exactly 1 at the start: β₁ is 0 after the first step, and then for ever")
                : Optional.empty();
    }

    /**
     * Why ηλ₁α² is 1 at no step. It means that α = ±1/√(ηλ₁). From a² &gt; 1, and after any step at the floor, a² is
     * above 1 for ever when κ is; and before that α is rational, which 1/√(ηλ₁) is not unless ηλ₁ is the square of a rational.
     */
    static Optional<String> neverOne(ExactSettings start) {
        if (start.kappa().orElseThrow().compareTo(BigDecimal.ONE) <= 0) {
            return Optional.empty();
        }
        if (start.curvature().compareTo(BigDecimal.ONE) > 0) {
            return Optional.of("ηλ₁α² is above 1 at all steps");
        }
        return isSquare(start.u())
                ? Optional.empty()
                : Optional.of("ηλ₁α² = 1 is impossible: √(ηλ₁) is irrational, and α rational as long as ηλ₁α² < 1");
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
}
