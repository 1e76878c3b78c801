package org.eoslab.run;

/**
 * One round of sharpening and self-stabilisation, from a trough to the next.
 *
 * @param start the step of the trough it starts from, or the first step of the run
 * @param peak the last step before the turn downwards
 * @param end the last step before the turn upwards
 * @param peakSharpness the curvature that the timeline follows, at {@code peak}
 * @param troughSharpness the same at {@code end}
 * @param lossSpike the largest loss of the cycle less the smallest one before it in the cycle
 */
public record Cycle(long start, long peak, long end, double peakSharpness, double troughSharpness, double lossSpike) {}
