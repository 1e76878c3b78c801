/**
 * Data sets: readers of the public formats, standardisation, subsets, and sets made by formula. This package reads files; which
 * folder they are in is given to it.
 *
 * <p>Missing or short data is an {@code InputException} whose one line says how much there is and where the rest comes from.
 */
@NullMarked
package org.eoslab.torch.data;

import org.jspecify.annotations.NullMarked;
