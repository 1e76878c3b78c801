/**
 * Statements about runs, each checked to a verdict with its margin, worst step and attained constant. A claim reads a
 * finished {@link org.eoslab.run.Trajectory} and changes nothing.
 *
 * <pre>{@code
 * Catalogue catalogue = Catalogue.load();
 * Run run = Run.of(catalogue.experiment(catalogue.preset("canonical")), Recording.ALL, List.of());
 * for (Finding finding : run.findings()) {
 *     assert finding.verdict() == Verdict.HOLDS : finding; // with its margin, worst step and attained constant
 * }
 * }</pre>
 */
@NullMarked
package org.eoslab.claim;

import org.jspecify.annotations.NullMarked;
