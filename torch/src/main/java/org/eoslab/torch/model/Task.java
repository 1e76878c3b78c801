package org.eoslab.torch.model;

import org.eoslab.torch.Chunks;
import org.eoslab.torch.Loss;
import org.eoslab.torch.data.DataSet;
import org.eoslab.torch.network.Network;

/**
 * What is to be learned, and by what.
 *
 * @param network the network
 * @param data the examples
 * @param loss what outputs cost
 * @param chunks how many examples at a time
 */
record Task(Network network, DataSet data, Loss loss, Chunks chunks) {}
