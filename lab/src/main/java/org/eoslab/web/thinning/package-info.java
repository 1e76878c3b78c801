/** Columns and paths thinned to the pixels that show them, in constant memory while a run goes on. */
@NullMarked
package org.eoslab.web.thinning;

import org.jspecify.annotations.NullMarked;
