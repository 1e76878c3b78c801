/**
 * Probes of the curvature that cost more than the sharpness, for any objective: the Hessian's trace, the batch sharpness, and the
 * gradient of the sharpness with the two constants of self-stabilisation. Read them every so many steps, by
 * {@code probe.every(100)}.
 */
@NullMarked
package org.eoslab.trajectory.curvature;

import org.jspecify.annotations.NullMarked;
