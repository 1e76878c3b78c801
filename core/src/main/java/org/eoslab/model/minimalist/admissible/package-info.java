/**
 * Initial points of the minimalist model: which conditions one meets and by how much, and the learning rates that bring it to
 * the edge of stability. What happens along a run is judged in {@code model.minimalist.claim}.
 *
 * <pre>{@code
 * EosWindow.of(1, 0.001, 0.7, 0.005, 0.2)   // (1.6000…, 4.0816…], limited by S1
 * }</pre>
 */
@NullMarked
package org.eoslab.model.minimalist.admissible;

import org.jspecify.annotations.NullMarked;
