package org.eoslab.model.factorisation;

import java.util.function.ToDoubleFunction;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.claim.RunClaim;
import org.eoslab.claim.Verdict;
import org.eoslab.run.Trajectory;

/**
 * Large step sizes balance a factorisation (Wang, Chen, Zhao and Tao 2021): gradient flow keeps ‖X‖² − ‖Y‖²; from a start with 2 &lt; ηS₀ &lt; 4 gradient descent
 * converges with less of it.
 */
final class Balancing {
    static final String SOURCE = "Wang, Chen, Zhao & Tao 2021";

    private Balancing() {}

    /**
     * The claim on a run.
     *
     * @param id its short name
     * @param quantity what is balanced, in symbols
     * @param eta step size of the run
     * @param imbalance the difference of the squared norms, from the columns of a row by their names
     */
    static Claim claim(String id, String quantity, double eta, ToDoubleFunction<ToDoubleFunction<String>> imbalance) {
        return new RunClaim(
                id,
                SOURCE,
                "from 2 < ηS₀ < 4 it converges with a smaller " + quantity + ", which gradient flow would keep",
                (claim, run) -> judge(claim, run, quantity, eta, imbalance));
    }

    private static Finding judge(
            Claim claim,
            Trajectory run,
            String quantity,
            double eta,
            ToDoubleFunction<ToDoubleFunction<String>> imbalance) {
        double start = eta * RunClaim.first(run, "sharpness");
        if (!(start > 2 && start < 4)) {
            return Finding.notApplicable(claim, RunClaim.format("ηS = %.4f at the start", start));
        }
        if (!RunClaim.settled(run)) {
            return Finding.notReached(claim, RunClaim.format("‖∇L‖ is still %.2e", RunClaim.last(run, "gradientNorm")));
        }
        double first = Math.abs(imbalance.applyAsDouble(column -> RunClaim.first(run, column)));
        double last = Math.abs(imbalance.applyAsDouble(column -> RunClaim.last(run, column)));
        double margin = 1 - last / first;
        return Finding.of(
                claim,
                margin > 0 ? Verdict.HOLDS : Verdict.FAILS,
                margin,
                run.end().step(),
                RunClaim.format("%s from %.4f to %.4f, from ηS = %.3f", quantity, first, last, start),
                "");
    }
}
