package org.eoslab.claim;

/**
 * A finite check at one step that proves convergence for all later steps ("ours": the specification's section 7).
 *
 * @param step the step at which it first holds
 * @param limitSharpnessLow lower bound of the sharpness at the limit
 * @param limitSharpnessHigh upper bound of it, below 2/η
 */
public record Certificate(long step, double limitSharpnessLow, double limitSharpnessHigh) {}
