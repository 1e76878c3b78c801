/**
 * Scalar networks ½(μ − ∏wᵢ)² of any depth (Zhu et al. 2022; Kreisler et al. 2023) and the double well ¼(x² − μ)² (Chen and Bruna 2023),
 * with their claims.
 *
 * <pre>{@code
 * new ScalarNetwork(4, 1).gfsSharpness(w);   // the sharpness where gradient flow from w ends
 * }</pre>
 */
@NullMarked
package org.eoslab.model.scalar;

import org.jspecify.annotations.NullMarked;
