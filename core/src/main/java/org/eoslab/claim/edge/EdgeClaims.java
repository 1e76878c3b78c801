package org.eoslab.claim.edge;

import java.util.List;
import java.util.stream.Stream;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Inapplicable;

/** The claims about any run whose sharpness and stability threshold are recorded. */
public final class EdgeClaims {
    /** Of a measure that was not asked for. */
    static final String NOT_RECORDED = "the measure was not recorded: --set measures=self-stabilisation";

    private EdgeClaims() {}

    /**
     * The claims.
     *
     * @param curvature the column held against the threshold
     * @param every steps between readings of the curvature
     * @param plain whether it is gradient descent on the loss itself, without weight decay or clipping, which some of them are about
     */
    public static List<Claim> of(String curvature, long every, boolean plain) {
        Stream<Claim> ofDescent = Stream.of(
                CatapultClaim.of(curvature), SharpeningRateClaim.of(curvature), SelfStabilisationClaim.of(curvature));
        return Stream.concat(
                        Stream.of(SharpeningClaim.of(curvature), EdgeClaim.of(curvature, every)),
                        ofDescent.map(
                                claim -> plain
                                        ? claim
                                        : new Inapplicable(
                                                claim,
                                                "it is about gradient descent without weight decay or clipping, and this run is by another rule")))
                .toList();
    }
}
