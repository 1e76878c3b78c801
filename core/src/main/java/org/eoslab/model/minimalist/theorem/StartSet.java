package org.eoslab.model.minimalist.theorem;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eoslab.model.minimalist.admissible.AdmissibleSet;
import org.eoslab.model.minimalist.admissible.Condition;
import org.eoslab.model.minimalist.enclosure.ExactSettings;
import org.eoslab.text.Format;

/** The starts of all theorems, 0 &lt; α, 0 &lt; β₂, αβ₂ ≤ 1 and (S6), under the clipping rule floor. */
final class StartSet {
    private StartSet() {}

    /** Why a start is outside, with the amount. */
    static Optional<String> outside(ExactSettings start) {
        if (start.kappa().isEmpty()) {
            return Optional.of("it is about the clipping rule floor");
        }
        AdmissibleSet set = new AdmissibleSet(start);
        Stream<Condition> signs = set.conditions().stream()
                .filter(c -> c.statement().equals("0 < α") || c.statement().equals("0 < β₂"));
        return violation(Stream.concat(signs, Stream.of(below(start), set.stays())));
    }

    /** Why a start is outside, or violates one of these conditions of the admissible set, with the amount. */
    static Optional<String> outside(ExactSettings start, Set<String> conditions) {
        return outside(start)
                .or(() -> violation(
                        new AdmissibleSet(start).conditions().stream().filter(c -> conditions.contains(c.id()))));
    }

    private static Optional<String> violation(Stream<Condition> conditions) {
        return conditions.filter(c -> !c.holds()).findFirst().map(Condition::violation);
    }

    private static Condition below(ExactSettings start) {
        BigDecimal product = start.alpha().multiply(start.beta2());
        return new Condition(
                "αβ₂ ≤ 1",
                "which (S6) goes with",
                product.compareTo(BigDecimal.ONE) <= 0,
                () -> product,
                () -> BigDecimal.ONE);
    }

    /** The relative slack of (S6). */
    static double margin(ExactSettings start) {
        return new AdmissibleSet(start).stays().margin();
    }

    /** (S6) with its numbers. */
    static String slack(ExactSettings start) {
        return Format.text(
                "(S6): %.6g ≤ 1", new AdmissibleSet(start).stays().left().get().round(MathContext.DECIMAL64));
    }
}
