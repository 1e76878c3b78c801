/**
 * The command line: {@link org.eoslab.cli.Eos} is the program, each command a small class in a subpackage ({@code run},
 * {@code store}, {@code tool}). What commands share is in {@code option} (where an experiment comes from, exit codes) and {@code text}
 * (tables, JSON, progress bars).
 */
@NullMarked
package org.eoslab.cli;

import org.jspecify.annotations.NullMarked;
