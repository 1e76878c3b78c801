/**
 * What changes parameters: optimisers and flows, all peers behind {@link org.eoslab.dynamics.Dynamics} on one clock,
 * time = Σ η. What only looks at them is a probe in {@code run}.
 *
 * <p>A rule is an immutable record of its settings; what evolves is the {@link org.eoslab.dynamics.State}.
 */
@NullMarked
package org.eoslab.dynamics;

import org.jspecify.annotations.NullMarked;
