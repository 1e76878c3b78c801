/**
 * Proofs of claims: what a model's rigorous mode owes ({@link org.eoslab.claim.rigorous.Rigorous}), its report and its progress. How a model
 * does it is the model's affair.
 *
 * <pre>{@code
 * Catalogue catalogue = Catalogue.load();
 * Experiment experiment = catalogue.experiment(catalogue.preset("canonical"));
 * Rigorous proof = experiment.model().rigorous(experiment.settings()).orElseThrow();
 * RigorousReport report = proof.check(130, 100, ProofProgress.NONE);
 * assert report.findings().stream().noneMatch(finding -> finding.verdict() == Verdict.DISPROVED);
 * }</pre>
 */
@NullMarked
package org.eoslab.claim.rigorous;

import org.jspecify.annotations.NullMarked;
