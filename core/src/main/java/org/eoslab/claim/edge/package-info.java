/**
 * What the literature says of every run at the edge of stability, whatever its model: claims that look at what was recorded, the loss, the curvature held against the stability threshold, and
 * measures where there are any. {@link org.eoslab.claim.edge.EdgeClaims} has the list.
 *
 * <pre>{@code
 * BatchMeans mean = BatchMeans.of(new double[] {1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3, 1, 3});
 * assert mean.mean() == 2 && mean.halfWidth() == 0; // ten batches of the same mean
 * }</pre>
 */
@NullMarked
package org.eoslab.claim.edge;

import org.jspecify.annotations.NullMarked;
