/**
 * Probes: what is measured along a run, for any objective. The loss at every step; the sharpness with its residual and cost; and what costs more than the
 * sharpness: the Hessian's trace, its density, the batch sharpness, the constants of self-stabilisation. Read these every so many steps.
 *
 * <pre>{@code
 * new SharpnessProbe(objective, Lanczos.seeded(0)).every(100);
 * }</pre>
 */
@NullMarked
package org.eoslab.run.probe;

import org.jspecify.annotations.NullMarked;
