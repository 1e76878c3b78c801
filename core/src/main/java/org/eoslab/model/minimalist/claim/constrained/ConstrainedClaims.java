package org.eoslab.model.minimalist.claim.constrained;

import java.util.List;
import org.eoslab.claim.Claim;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;

/** Every claim about the constrained trajectory. */
public final class ConstrainedClaims {
    static final String PAPER = "Liu, Zhang, Du & Zhao 2025, ";

    private ConstrainedClaims() {}

    /** The claims on runs of {@code dynamics} recorded by {@link org.eoslab.model.minimalist.dynamics.MinimalistProbe}, in the paper's order. */
    public static List<Claim> of(MinimalistDescent dynamics) {
        return List.of(new StableSet(dynamics), new ConstrainedDecay(dynamics), new FollowsConstrained(dynamics));
    }
}
