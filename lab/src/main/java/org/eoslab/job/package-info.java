/**
 * Running an experiment as the program does it, whoever asks, the command line or the page: where it comes from
 * ({@link org.eoslab.job.ExperimentSource}), and the JSON document that comes out ({@link org.eoslab.job.RunJson}).
 */
@NullMarked
package org.eoslab.job;

import org.jspecify.annotations.NullMarked;
