/**
 * Draws figures: as SVG, as PNG, and their data as CSV. Charts are JFreeChart's, SVG is Batik's; needs no display, and any fonts.
 */
@NullMarked
package org.eoslab.plot.draw;

import org.jspecify.annotations.NullMarked;
