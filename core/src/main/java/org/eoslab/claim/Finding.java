package org.eoslab.claim;

/**
 * The outcome of checking one claim on one run.
 *
 * @param id the claim's short name, such as {@code T4.3b}
 * @param statement what is claimed, one line
 * @param source where it is from: paper and number
 * @param verdict what was found
 * @param margin how far the worst step is from violating it, ≥ 0 when it holds; NaN when not applicable
 * @param worstStep the step of the worst case, −1 when there is none
 * @param attained the constant or range actually attained, as text; empty when there is none
 * @param note why it does not apply or was not reached, or what else to know; empty when nothing
 */
public record Finding(
        String id,
        String statement,
        String source,
        Verdict verdict,
        double margin,
        long worstStep,
        String attained,
        String note) {
    /** A verdict on {@code claim} with its evidence. */
    public static Finding of(
            Claim claim, Verdict verdict, double margin, long worstStep, String attained, String note) {
        return new Finding(claim.id(), claim.statement(), claim.source(), verdict, margin, worstStep, attained, note);
    }

    /** The run does not meet the claim's conditions. */
    public static Finding notApplicable(Claim claim, String why) {
        return of(claim, Verdict.NOT_APPLICABLE, Double.NaN, -1, "", why);
    }

    /** The run is too short to tell. */
    public static Finding notReached(Claim claim, String why) {
        return of(claim, Verdict.NOT_REACHED, Double.NaN, -1, "", why);
    }
}
