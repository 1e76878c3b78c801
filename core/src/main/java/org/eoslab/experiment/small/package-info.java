/**
 * The models of a few parameters and their presets: those the paper compares with, and its own in any dimension. One file a
 * model; each is plain gradient descent, measured at every step by an exact eigensolver.
 */
@NullMarked
package org.eoslab.experiment.small;

import org.jspecify.annotations.NullMarked;
