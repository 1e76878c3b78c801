package org.eoslab.model.minimalist.theorem;

import java.util.Optional;
import org.eoslab.model.minimalist.admissible.AdmissibleSet;
import org.eoslab.model.minimalist.admissible.Condition;
import org.eoslab.model.minimalist.enclosure.ExactSettings;
import org.eoslab.model.minimalist.theorem.TheoremClaim.Cover;
import org.eoslab.text.Format;

/** Theorem 4.4 for all starts: a fall of α that begins above 2/η does not end before it is back. */
final class Returning {
    private Returning() {}

    static String statement() {
        return sentence("(Y) or (V)", true);
    }

    private static String sentence(String condition, boolean excepted) {
        return "for all starts of (S1), (S3), (S6), (C), (M) and " + condition
                + ": T₁ ≤ T₂ < T₃, α never decreases up to T₂ past the threshold, and falls at every step from there until λ₁α² ≤ 2/η at T₃"
                + (excepted ? Convergence.EXCEPTION : "");
    }

    static Cover cover(ExactSettings start) {
        Optional<String> outside =
                StartSet.outside(start, Sharpening.CONDITIONS).or(() -> Convergence.stopped(start));
        if (outside.isPresent()) {
            return Cover.none(outside.get());
        }
        Optional<Crossing.Found> crossing = new Crossing(start).earliest();
        if (crossing.isEmpty()) {
            return Cover.none(
                    "(C) and (M) do not hold: whether 2/η is crossed, without a turn before, is left to the run");
        }
        Optional<String> excluded = Convergence.neverOne(start);
        Condition late = new AdmissibleSet(start).late();
        if (late.holds()) {
            return Cover.of(
                    sentence("(Y)", excluded.isEmpty()),
                    late.margin(),
                    Format.text("(Y): %.6g ≤ 2", late.left().get()),
                    excluded.orElse(""));
        }
        return Turn.of(start, crossing.get().bar())
                .map(turn -> Cover.of(
                        sentence("(V)", excluded.isEmpty()),
                        1 - turn.ratio(),
                        Format.text(
                                "(V) with ȳ = %.6g, v = %.3g: α rises until ηλ₁α² ≥ %.6g",
                                crossing.get().bar(), turn.rise(), 2 + turn.far()),
                        excluded.orElse("")))
                .orElseGet(() -> Cover.none("(V) does not hold, and " + late.violation()));
    }
}
