/** Harnesses that try to lose or to falsify what is stored: {@code bench/trust} runs them, {@code docs/trust.md} has what came out. */
@NullMarked
package org.eoslab.bench.trust;

import org.jspecify.annotations.NullMarked;
