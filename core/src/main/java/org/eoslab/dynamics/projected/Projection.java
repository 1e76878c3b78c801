package org.eoslab.dynamics.projected;

import org.eoslab.linalg.EigenPairs;

/**
 * Where a projection onto the stable set ended, with its evidence.
 *
 * @param top the top eigenpair there
 * @param excess max(0, S − 2/η) there
 * @param displacement |u·∇L|/S there: how far along u the minimum of the loss still is
 * @param repetitions how often the projection was repeated
 */
record Projection(EigenPairs top, double excess, double displacement, int repetitions) {}
