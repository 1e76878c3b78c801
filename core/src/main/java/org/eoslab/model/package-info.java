/**
 * Models with closed forms, a folder a paper: its loss, its rule where it has one of its own, its claims, its presets and its kernel side by
 * side. {@link org.eoslab.model.Models} lists them. Nothing outside of this package names one of them: the laboratory finds them by the
 * list.
 *
 * <pre>{@code
 * new Models().presets();   // canonical first
 * }</pre>
 */
@NullMarked
package org.eoslab.model;

import org.jspecify.annotations.NullMarked;
