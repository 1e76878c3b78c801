/**
 * The two-layer scalar network ½(1 − xσ(y))² (Wang, Xu, Zhao and Tao 2023): balancing, and the catapult of Lewkowycz et al. (2020).
 *
 * <pre>{@code
 * new TwoLayerScalarNetwork(ScalarActivation.TANH).value(new double[] {5, 0.15});
 * }</pre>
 */
@NullMarked
package org.eoslab.model.wang;

import org.jspecify.annotations.NullMarked;
