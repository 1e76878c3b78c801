/**
 * Finished and unfinished runs on disk, and where sweeps are.
 *
 * <p>A store is a folder. One folder a run is the truth; the DuckDB catalogue beside them is a cache of what they say:
 *
 * <pre>
 * version                      the layout's version
 * catalogue.duckdb             one row a finished run; rebuilt from the folders whenever they disagree
 * lock                         held while the catalogue is open or a folder changes place
 * runs/ID/                     finished runs
 *   experiment.yaml            the exact record: the run can be repeated from it
 *   columns.parquet            the recorded rows
 *   run.json                   outcome, timeline, claims
 *   checkpoint-STEP.state      the state, bit for bit
 *   loss.svg, loss.png …       pictures
 *   checksums.sha256           the SHA-256 of each of these, checked whenever one is read
 * unfinished/ID/               runs being written, and runs that can be resumed
 *   part-STEP.parquet          rows so far, each part up to a step
 * unfinished/ID.lock           held by the process that writes the run, released by its death
 * trash/                       on its way out
 * sweeps/NAME/                 a sweep: sweep.yaml, rows/part-NNNNN.parquet, pictures, checksums of both folders
 * </pre>
 *
 * <p>A run is finished by one atomic rename from {@code unfinished} to {@code runs}, so that a kill at any moment leaves a whole
 * run, a resumable one, or none.
 *
 * <p>Example: {@code try (RunWriter writer = store.begin("canonical", experiment)) { writer.rows(table); writer.finish(json); }}.
 */
@NullMarked
package org.eoslab.store;

import org.jspecify.annotations.NullMarked;
