package org.eoslab.model.minimalist.kernel;

import org.eoslab.dynamics.State;
import org.eoslab.run.Outcome;

/**
 * What is kept of one lane's run.
 *
 * @param outcome completed or diverged
 * @param end the last finite state; its {@code time} is step·η rather than the sum, and the split of a β₁ below 2⁻¹⁰⁷⁵ into
 *     significand and exponent is not kept when the run was cut short at a fixed point
 * @param firstCrossing T₁, the first step with λ₁α² &gt; 2/η, or −1
 * @param cycles complete cycles, as {@link org.eoslab.run.Timeline} counts them
 * @param largestCurvature the largest λ₁α² of all steps
 */
public record LaneSummary(Outcome outcome, State end, long firstCrossing, long cycles, double largestCurvature) {}
