package org.eoslab.claim.minimalist;

import java.util.List;
import java.util.stream.Stream;
import org.eoslab.claim.Claim;
import org.eoslab.claim.constrained.ConstrainedClaims;
import org.eoslab.dynamics.MinimalistDescent;

/** Every claim about gradient descent on the minimalist model. */
public final class MinimalistClaims {
    private MinimalistClaims() {}

    /** The claims on runs of {@code dynamics} recorded by {@link org.eoslab.trajectory.MinimalistProbe}, in the paper's order. */
    public static List<Claim> of(MinimalistDescent dynamics) {
        return List.of(
                GlobalConvergence.claim(dynamics),
                DominantCurvature.ratio(dynamics),
                DominantCurvature.alignment(dynamics),
                RelevantWeight.claim(dynamics),
                ProgressiveSharpening.before(dynamics),
                ProgressiveSharpening.after(dynamics),
                EdgeOfStability.claim(dynamics),
                SurrogateLoss.bounds(dynamics),
                SurrogateLoss.decay(dynamics),
                FlowSharpness.atStart(dynamics),
                FlowSharpness.bounds(dynamics),
                LearningRates.claim(dynamics));
    }

    /** Every claim of the paper: these, then those about the constrained trajectory. */
    public static List<Claim> withConstrained(MinimalistDescent dynamics) {
        return Stream.concat(of(dynamics).stream(), ConstrainedClaims.of(dynamics).stream())
                .toList();
    }
}
