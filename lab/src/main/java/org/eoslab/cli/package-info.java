/**
 * The command line: {@link org.eoslab.cli.Eos} is the program, each command a small class in a subpackage ({@code run},
 * {@code store}, {@code tool}). What commands share is here: where an experiment comes from, the JSON of a run, tables.
 */
@NullMarked
package org.eoslab.cli;

import org.jspecify.annotations.NullMarked;
