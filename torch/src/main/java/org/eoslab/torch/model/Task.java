package org.eoslab.torch.model;

import java.util.Optional;
import org.eoslab.torch.Chunks;
import org.eoslab.torch.Loss;
import org.eoslab.torch.Precision;
import org.eoslab.torch.data.DataSet;
import org.eoslab.torch.network.Network;

/**
 * What is to be learned, and by what.
 *
 * @param network the network
 * @param data the examples
 * @param loss what outputs cost
 * @param chunks how many examples at a time
 * @param precision in which the network computes, where it is not for {@code dtype} to say
 * @param objection why the third derivatives are not to be relied on; empty where they are
 * @param test examples that are looked at alone; empty for none
 */
record Task(
        Network network,
        DataSet data,
        Loss loss,
        Chunks chunks,
        Optional<Precision> precision,
        String objection,
        Optional<DataSet> test) {
    /** A task of layers, which compute in any precision and have all derivatives. */
    Task(Network network, DataSet data, Loss loss, Chunks chunks) {
        this(network, data, loss, chunks, Optional.empty(), "", Optional.empty());
    }

    /** The same with a test set. */
    Task with(Optional<DataSet> examples) {
        return new Task(network, data, loss, chunks, precision, objection, examples);
    }
}
