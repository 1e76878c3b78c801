/**
 * Interval arithmetic with outward rounding in multi-precision binary floating point: every operation returns an interval that
 * contains all results of its operands' members. It knows nothing of the rest of the program.
 *
 * <pre>{@code
 * Interval third = Interval.of(new BigDecimal("0.1"), 400).dividedBy(Interval.of(new BigDecimal("0.3"), 400));
 * third.sign();       // POSITIVE
 * third.width();      // about 2^-400
 * }</pre>
 *
 * <p>The JDK's {@code BigDecimal} rounds directedly too, but decimal shifts make it ten times slower at these precisions, and no
 * library for the JVM that core may use has directed rounding in binary.
 */
@NullMarked
package org.eoslab.interval;

import org.jspecify.annotations.NullMarked;
