package org.eoslab.job;

import org.eoslab.experiment.Experiment;

/**
 * An experiment as the user named it.
 *
 * @param name the preset, or the file's name without its ending
 * @param experiment what to run
 */
public record NamedExperiment(String name, Experiment experiment) {}
