package org.eoslab.model.minimalist.theorem;

import java.math.BigDecimal;
import java.util.Optional;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.claim.Verdict;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;
import org.eoslab.model.minimalist.enclosure.ExactSettings;
import org.eoslab.run.Table;
import org.eoslab.run.Trajectory;

/**
 * A theorem about all starts of a set, as a claim about the start of a run.
 *
 * @param dynamics the settings of the runs
 * @param id the short name, ending in a star
 * @param statement the theorem, one line
 * @param decide whether a start is in the set
 */
public record TheoremClaim(MinimalistDescent dynamics, String id, String statement, Decision decide) implements Claim {
    /** Decides whether the theorem covers a start. */
    @FunctionalInterface
    interface Decision {
        Cover of(ExactSettings start);
    }

    /**
     * What a theorem says of a start.
     *
     * @param objection why it says nothing, with the amount; empty when it does
     * @param statement what it says, word by word
     * @param margin the slack of its condition
     * @param attained the constants for this start
     * @param note what else to know
     */
    record Cover(Optional<String> objection, String statement, double margin, String attained, String note) {
        static Cover none(String objection) {
            return new Cover(Optional.of(objection), "", Double.NaN, "", "");
        }

        static Cover of(String statement, double margin, String attained, String note) {
            return new Cover(Optional.empty(), statement, margin, attained, note);
        }
    }

    @Override
    public String source() {
        return "ours, proof in docs/model.md";
    }

    @Override
    public Finding check(Trajectory run) {
        Table table = run.table();
        if (table.rows() == 0 || table.get("step", 0) != 0) {
            return Finding.notApplicable(this, "the start is not among the rows");
        }
        BigDecimal beta1 = BigDecimal.valueOf(table.get("beta1", 0));
        return finding(ExactSettings.of(dynamics, table.get("alpha", 0), beta1, table.get("beta2", 0)), Verdict.HOLDS);
    }

    /** The finding on a start in exact numbers: proved, or not applicable. */
    public Finding prove(ExactSettings start) {
        return finding(start, Verdict.PROVED);
    }

    private Finding finding(ExactSettings start, Verdict covered) {
        Cover cover = decide.of(start);
        return cover.objection
                .map(why -> Finding.notApplicable(this, why))
                .orElseGet(() -> new Finding(
                        id, cover.statement, source(), covered, cover.margin, 0, cover.attained, cover.note));
    }
}
