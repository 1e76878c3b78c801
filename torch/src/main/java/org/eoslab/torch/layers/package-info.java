/**
 * Networks written as a list of layers, {@code [linear 64, tanh, linear 3]}: the language, and what it makes of them with every shape checked.
 *
 * <pre>{@code
 * LayerList layers = LayerList.read("[conv 8 3 same, relu, max-pool, flatten, linear 10]");
 * LayerNetwork made = layers.network(List.of(3L, 32L, 32L), false);
 * }</pre>
 */
@NullMarked
package org.eoslab.torch.layers;

import org.jspecify.annotations.NullMarked;
