package org.eoslab.experiment;

import java.util.List;

/**
 * What is wanted of each run of a batch.
 *
 * @param finals the columns wanted at the last step
 * @param targetLoss the loss whose first step is wanted, or NaN
 * @param certificateStep whether the first step of the certificate is wanted; else it is looked for at the last step
 */
public record Wanted(List<String> finals, double targetLoss, boolean certificateStep) {}
