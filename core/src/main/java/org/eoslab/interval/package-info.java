/**
 * Interval arithmetic with outward rounding in multi-precision binary floating point: every operation returns an interval that
 * contains all results of its operands' members. It knows nothing of the rest of the program.
 *
 * <p>The JDK's {@code BigDecimal} rounds directedly too, but decimal shifts make it ten times slower at these precisions, and no
 * library for the JVM that core may use has directed rounding in binary.
 *
 * <pre>{@code
 * Interval third = Interval.of(new BigDecimal("0.1"), 400).dividedBy(Interval.of(new BigDecimal("0.3"), 400));
 * assert third.sign() == Sign.POSITIVE;
 * assert third.times(Interval.of(3, 400)).minus(Interval.of(1, 400)).sign() == Sign.UNDECIDED; // 1 is in it
 * }</pre>
 */
@NullMarked
package org.eoslab.interval;

import org.jspecify.annotations.NullMarked;
