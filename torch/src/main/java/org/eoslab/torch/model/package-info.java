/**
 * Experiments on networks: models that turn settings into networks, data and dynamics, and the presets with their numbers. One
 * small file a kind of network.
 */
@NullMarked
package org.eoslab.torch.model;

import org.jspecify.annotations.NullMarked;
