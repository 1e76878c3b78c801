package org.eoslab.spark;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.eoslab.experiment.Catalogue;
import org.eoslab.sweep.RowBlock;
import org.eoslab.sweep.RowColumn;
import org.eoslab.sweep.Sweep;

/** Makes the rows of the sweep's partitions with the given numbers; what travels to the workers is the sweep file. */
final class PartitionRows implements MapPartitionsFunction<Long, Row> {
    private static final long serialVersionUID = 1L;

    private final LinkedHashMap<String, Object> contents;

    PartitionRows(Map<String, Object> contents) {
        this.contents = ordered(contents);
    }

    /** A copy whose order survives the way to a worker: the order of the axes is part of a sweep. */
    static LinkedHashMap<String, Object> ordered(Map<?, ?> map) {
        LinkedHashMap<String, Object> copy = new LinkedHashMap<>();
        map.forEach((key, value) ->
                copy.put(String.valueOf(key), value instanceof Map<?, ?> inner ? ordered(inner) : value));
        return copy;
    }

    @Override
    public Iterator<Row> call(Iterator<Long> partitions) {
        Sweep sweep = Sweep.read(contents, Catalogue.load());
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(partitions, Spliterator.ORDERED), false)
                .flatMap(p -> rows(sweep.partition(p)))
                .iterator();
    }

    private static Stream<Row> rows(RowBlock rows) {
        List<? extends List<?>> columns =
                rows.columns().stream().map(RowColumn::values).toList();
        return IntStream.range(0, rows.size())
                .mapToObj(i -> RowFactory.create(
                        columns.stream().map(values -> values.get(i)).toArray()));
    }
}
