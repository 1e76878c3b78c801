package org.eoslab.spark;

import java.io.Serializable;
import java.util.LinkedHashMap;
import org.eoslab.sweep.RowBlock;
import org.eoslab.sweep.RowColumn;

/**
 * A partition that a worker has made, in the types that travel.
 *
 * @param first the index of its first row
 * @param arrays the array of each column, by name
 * @param nanoseconds how long it took
 */
record SweptPartition(long first, LinkedHashMap<String, Object> arrays, long nanoseconds) implements Serializable {
    static SweptPartition of(RowBlock rows, long nanoseconds) {
        LinkedHashMap<String, Object> arrays = new LinkedHashMap<>();
        for (RowColumn column : rows.columns()) {
            arrays.put(column.name(), column.array());
        }
        return new SweptPartition(rows.first(), arrays, nanoseconds);
    }
}
