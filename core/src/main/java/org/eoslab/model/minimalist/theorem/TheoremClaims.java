package org.eoslab.model.minimalist.theorem;

import java.math.BigDecimal;
import java.util.List;
import org.eoslab.model.minimalist.admissible.AdmissibleSet;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;
import org.eoslab.model.minimalist.enclosure.ExactSettings;
import org.eoslab.model.minimalist.theorem.TheoremClaim.Cover;
import org.eoslab.text.Format;

/** The five theorems for all starts, under the clipping rule floor. */
public final class TheoremClaims {
    private static final String ALL = "for all starts of (S6), at all steps: ";
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private TheoremClaims() {}

    /** The theorems, on starts of {@code dynamics}. */
    public static List<TheoremClaim> of(MinimalistDescent dynamics) {
        return List.of(
                new TheoremClaim(dynamics, "T4.1*", Convergence.statement(true), Convergence::cover),
                new TheoremClaim(dynamics, "L4.2iii*", relevant(), TheoremClaims::relevantWeight),
                new TheoremClaim(dynamics, "T4.3a*", Sharpening.statement(), Sharpening::cover),
                new TheoremClaim(dynamics, "T4.3b*", bounded(), TheoremClaims::bounds),
                new TheoremClaim(dynamics, "T4.4*", Returning.statement(), Returning::cover));
    }

    private static String relevant() {
        return ALL + "β₂ never decreases, and αβ₂ ≤ 1";
    }

    private static String bounded() {
        return ALL + "min(λ₁α₀², κ/η) ≤ λ₁α² ≤ A²/η, A² − (g/r)/A² = max(ηλ₁α₀² − (g/r)·β₂₀²/(ηλ₁), 0)";
    }

    private static Cover relevantWeight(ExactSettings start) {
        return StartSet.outside(start)
                .map(Cover::none)
                .orElseGet(() -> Cover.of(relevant(), StartSet.margin(start), StartSet.slack(start), ""));
    }

    private static Cover bounds(ExactSettings start) {
        return StartSet.outside(start).map(Cover::none).orElseGet(() -> {
            AdmissibleSet set = new AdmissibleSet(start);
            BigDecimal largest = set.largestCurvature();
            String attained =
                    Format.text("A² = %.9g, %.4g times 2; ηλ₁α² ≥ %.9g", largest, largest.divide(TWO), set.lowest());
            return Cover.of(bounded(), StartSet.margin(start), attained, "");
        });
    }
}
