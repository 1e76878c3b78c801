/**
 * How numbers stand in sentences, the same on every platform.
 *
 * <pre>{@code
 * assert Format.text("ηS = %.4g at step %,d", 1.97644751, 20_000).equals("ηS = 1.976 at step 20,000");
 * }</pre>
 */
@NullMarked
package org.eoslab.text;

import org.jspecify.annotations.NullMarked;
