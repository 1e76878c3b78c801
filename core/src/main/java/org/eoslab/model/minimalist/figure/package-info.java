/**
 * The data of the paper's figures that need more than one run: paths to draw, as tables. Drawing them is the plot's affair.
 */
@NullMarked
package org.eoslab.model.minimalist.figure;

import org.jspecify.annotations.NullMarked;
