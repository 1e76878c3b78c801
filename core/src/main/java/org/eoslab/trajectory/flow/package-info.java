/**
 * What is seen along flows, and what flows say about a run: the sharpness at the end of the gradient flow from each iterate, and the
 * averages that a central flow predicts. The flows themselves are in {@code dynamics.flow}.
 */
@NullMarked
package org.eoslab.trajectory.flow;

import org.jspecify.annotations.NullMarked;
