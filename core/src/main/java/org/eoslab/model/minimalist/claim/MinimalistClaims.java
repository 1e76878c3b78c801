package org.eoslab.model.minimalist.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.eoslab.claim.Claim;
import org.eoslab.model.minimalist.claim.constrained.ConstrainedClaims;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;
import org.eoslab.model.minimalist.theorem.TheoremClaim;
import org.eoslab.model.minimalist.theorem.TheoremClaims;

/** Every claim about gradient descent on the minimalist model. */
public final class MinimalistClaims {
    private MinimalistClaims() {}

    /** The claims of the paper on runs of {@code dynamics} recorded by {@link org.eoslab.model.minimalist.dynamics.MinimalistProbe}, in its order. */
    public static List<MinimalistClaim> ofPaper(MinimalistDescent dynamics, Constants constants) {
        return List.of(
                GlobalConvergence.claim(dynamics, constants),
                DominantCurvature.ratio(dynamics),
                DominantCurvature.alignment(dynamics),
                RelevantWeight.claim(dynamics),
                ProgressiveSharpening.before(dynamics),
                ProgressiveSharpening.after(dynamics, constants),
                EdgeOfStability.claim(dynamics),
                SurrogateLoss.bounds(dynamics, constants),
                SurrogateLoss.decay(dynamics, constants),
                FlowSharpness.atStart(dynamics),
                FlowSharpness.bounds(dynamics),
                LearningRates.claim(dynamics));
    }

    /** These claims, each followed by the theorem for all starts of the same name, where there is one. */
    public static List<Claim> of(MinimalistDescent dynamics, Constants constants) {
        List<TheoremClaim> theorems = TheoremClaims.of(dynamics);
        List<Claim> all = new ArrayList<>();
        for (MinimalistClaim claim : ofPaper(dynamics, constants)) {
            all.add(claim);
            theorems.stream().filter(t -> t.id().equals(claim.id() + "*")).forEach(all::add);
        }
        return all;
    }

    /** The same with the usual constants. */
    public static List<Claim> of(MinimalistDescent dynamics) {
        return of(dynamics, Constants.DEFAULT);
    }

    /** Every claim: these, those about the constrained trajectory, and the opposing signals. */
    public static List<Claim> withConstrained(MinimalistDescent dynamics, Constants constants) {
        return Stream.of(
                        of(dynamics, constants),
                        ConstrainedClaims.of(dynamics),
                        List.<Claim>of(OpposingSignals.claim(dynamics)))
                .flatMap(List::stream)
                .toList();
    }

    /** The same with the usual constants. */
    public static List<Claim> withConstrained(MinimalistDescent dynamics) {
        return withConstrained(dynamics, Constants.DEFAULT);
    }
}
