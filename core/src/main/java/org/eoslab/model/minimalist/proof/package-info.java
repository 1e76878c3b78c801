/**
 * Rigorous mode of the minimalist model: the claims of {@code claim} decided for the exact real trajectory from its enclosures. A verdict
 * <em>proved</em> or <em>disproved</em> is a computer-assisted proof; <em>undecided</em> says that the digits did not suffice.
 *
 * <pre>{@code
 * RigorousReport report = RigorousCheck.run(settings, 6000, 100, Progress.NONE);
 * report.findings();
 * report.certificate();   // proves Theorem 4.1 for this start
 * }</pre>
 *
 * <p>An inequality becomes a slack that is to be ≥ 0 at each step. Where a claim compares with the attained extreme of a quantity
 * itself, equality is attained, and no enclosure could decide it; there the file says by which monotonicity the claim follows
 * from strict inequalities, and those are decided.
 */
@NullMarked
package org.eoslab.model.minimalist.proof;

import org.jspecify.annotations.NullMarked;
