/**
 * Many runs of the minimalist model at once: structure of arrays, one lane a run, several lanes an instruction. A summary of a
 * lane has the bits of the single run through {@link org.eoslab.run.Simulation}: same operations, same order, no
 * fused multiply-add, and whatever is rare (a first crossing, a divergence, a β₁ out of range) is done over by the
 * single-run code itself.
 *
 * <p>Example: {@code MinimalistKernel.best().run(List.of(new Start(dynamics, new double[] {0.7, 0.005, 0.2}, 6000)))}.
 */
@NullMarked
package org.eoslab.model.minimalist.kernel;

import org.jspecify.annotations.NullMarked;
