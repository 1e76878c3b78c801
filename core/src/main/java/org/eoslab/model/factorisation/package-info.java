/**
 * A number or a matrix factorised into two, whose factors large step sizes balance (Wang, Chen, Zhao and Tao 2021).
 *
 * <pre>{@code
 * new FactorisationLibrary().presets(); // of 1 and of a 3 × 3 matrix, beyond 2/S
 * }</pre>
 */
@NullMarked
package org.eoslab.model.factorisation;

import org.jspecify.annotations.NullMarked;
