package org.eoslab.spark;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eoslab.experiment.Catalogue;
import org.eoslab.sweep.RowBlock;
import org.eoslab.sweep.Sweep;
import scala.Function1;
import scala.collection.Iterator;

/**
 * What a worker does: it makes the one partition of the sweep whose number its task has.
 *
 * @param contents of the sweep file, in their order: the order of the axes is part of a sweep
 */
record PartitionTask(LinkedHashMap<String, Object> contents)
        implements Function1<Iterator<Long>, SweptPartition>, Serializable {
    /** Of a sweep file with these contents. */
    static PartitionTask of(Map<String, Object> contents) {
        return new PartitionTask(PartitionRows.ordered(contents));
    }

    @Override
    public SweptPartition apply(Iterator<Long> partition) {
        Sweep sweep = Sweep.read(contents, Catalogue.load());
        long start = System.nanoTime();
        RowBlock rows = sweep.partition(partition.next());
        return SweptPartition.of(rows, System.nanoTime() - start);
    }
}
