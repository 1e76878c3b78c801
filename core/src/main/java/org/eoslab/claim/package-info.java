/**
 * Statements about runs, each checked to a verdict with its margin, worst step and attained constant. A claim reads a
 * finished {@link org.eoslab.run.Trajectory} and changes nothing.
 */
@NullMarked
package org.eoslab.claim;

import org.jspecify.annotations.NullMarked;
