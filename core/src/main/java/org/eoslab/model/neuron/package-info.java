/**
 * A ReLU neuron that learns another (Chen and Bruna 2023): beyond the edge its sharpness drops to near 0 and recovers slowly.
 *
 * <pre>{@code
 * new ReluNeuron().angle(new double[] {0.01, -0.135, 0.03});   // between the neuron and its teacher, in radians
 * }</pre>
 */
@NullMarked
package org.eoslab.model.neuron;

import org.jspecify.annotations.NullMarked;
