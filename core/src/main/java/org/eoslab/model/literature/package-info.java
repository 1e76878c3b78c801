/**
 * Works on the edge of stability whose systems are formulas: a file each, with its presets and the laws that its runs are held against.
 *
 * <p>To add one: a {@code Library} of a {@link org.eoslab.model.formula.NamedFormula}, its claims as {@link org.eoslab.claim.Law}s, and a line in
 * {@link org.eoslab.model.literature.LiteratureLibrary}.
 */
@NullMarked
package org.eoslab.model.literature;

import org.jspecify.annotations.NullMarked;
