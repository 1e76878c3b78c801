/**
 * Numbers about an operator that chance gives cheaply, each with its standard error and its cost. Example:
 * {@code new HutchPlusPlus(30, seed).trace(hessian).value()}.
 */
@NullMarked
package org.eoslab.linalg.estimate;

import org.jspecify.annotations.NullMarked;
