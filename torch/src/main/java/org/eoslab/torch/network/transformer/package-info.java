/**
 * The transformer encoder: attention written out so that it can be differentiated three times, normalisation after each sum.
 *
 * <p>Example: {@code new Transformer(vocabulary, 64, 64, 2, 128, 2)}.
 */
@NullMarked
package org.eoslab.torch.network.transformer;

import org.jspecify.annotations.NullMarked;
