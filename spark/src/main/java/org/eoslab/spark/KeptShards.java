package org.eoslab.spark;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.eoslab.torch.Shard;
import org.eoslab.torch.Terms;
import org.eoslab.torch.model.SentTerms;

/**
 * What an executor keeps from one question to the next: the terms of a run, and the shards of the groups that come to it. Each is made by the executor
 * itself from the experiment, when it is first asked for, so that those of a lost executor are made again on another.
 */
final class KeptShards {
    private static final Map<UUID, Terms> TERMS = new HashMap<>();
    private static final Map<Key, Shard> SHARDS = new HashMap<>();
    private static long newest;

    private record Key(UUID terms, int group) {}

    private KeptShards() {}

    /**
     * A shard.
     *
     * @param epoch of the executors; with a new one the groups are shared out anew, and the shards before it go
     * @throws org.eoslab.experiment.InputException when the terms cannot be made here as they were
     */
    static synchronized Shard get(SentTerms sent, long epoch, int group) {
        if (epoch > newest) {
            SHARDS.clear();
            newest = epoch;
        }
        Terms terms = TERMS.computeIfAbsent(sent.id(), id -> sent.make());
        return SHARDS.computeIfAbsent(new Key(sent.id(), group), key -> new Shard(terms));
    }
}
