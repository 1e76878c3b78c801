/**
 * The store as the page sees it: a list of runs, the columns of one thinned to the screen, its files for export. A run is
 * named by its id alone, which the store looks up among those it has: no path ever comes from a request.
 */
@NullMarked
package org.eoslab.web.library;

import org.jspecify.annotations.NullMarked;
