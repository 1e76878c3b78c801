/**
 * The minimalist model in any input dimension, for any covariance (Liu et al., footnote 1): a rotated copy of the paper's trajectory.
 *
 * <pre>{@code
 * new LinearNd(rotation, variances, teacher).value(w);   // ½(αw − w*)ᵀΣ(αw − w*)
 * }</pre>
 */
@NullMarked
package org.eoslab.model.linearnd;

import org.jspecify.annotations.NullMarked;
