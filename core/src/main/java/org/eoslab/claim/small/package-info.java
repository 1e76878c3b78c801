/**
 * The claims of the papers on models of a few parameters, a file for each paper. Where a premise of a claim isn't met the
 * verdict is "not applicable" with the reason.
 */
@NullMarked
package org.eoslab.claim.small;

import org.jspecify.annotations.NullMarked;
