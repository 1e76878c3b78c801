/** JMH benchmarks of what has to be fast; the peers that run beside them are scripts in {@code bench/peers}. */
@NullMarked
package org.eoslab.bench;

import org.jspecify.annotations.NullMarked;
