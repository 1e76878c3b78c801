package org.eoslab.model.minimalist.theorem;

import java.util.Optional;
import java.util.Set;
import org.eoslab.model.minimalist.enclosure.ExactSettings;
import org.eoslab.model.minimalist.theorem.TheoremClaim.Cover;
import org.eoslab.text.Format;

/** Theorem 4.3 before T₁ for all starts. */
final class Sharpening {
    /** Its conditions beside (S6). */
    static final Set<String> CONDITIONS = Set.of("S1", "S3");

    private Sharpening() {}

    static String statement() {
        return "for all starts of (S1), (S3) and (S6): α never decreases up to the first step with λ₁α² > (2 − r)/η";
    }

    static Cover cover(ExactSettings start) {
        Optional<String> outside = StartSet.outside(start, CONDITIONS);
        if (outside.isPresent()) {
            return Cover.none(outside.get());
        }
        return new Crossing(start)
                .find()
                .map(found -> Cover.of(
                        "for all starts of (S1), (S3), (S6) and (C): T₁ < ∞"
                                + (found.monotone()
                                        ? "; and (M): for t < T₁ α never decreases, β₁² never increases, and λ₁α² ≤ 2/η"
                                        : ", and α never decreases up to the first step with λ₁α² > (2 − r)/η"),
                        found.slack(),
                        Format.text("(C) with ȳ = %.6g", found.bar()),
                        found.monotone() ? "" : "(M) does not hold with that ȳ"))
                .orElseGet(() -> Cover.of(
                        statement(),
                        StartSet.margin(start),
                        StartSet.slack(start),
                        "(C) does not hold: whether T₁ < ∞ is left to the run"));
    }
}
