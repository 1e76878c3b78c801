package org.eoslab.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.stream.DoubleStream;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.eoslab.experiment.InputException;
import org.eoslab.torch.Part;
import org.eoslab.torch.PartSum;
import org.eoslab.torch.Slices;
import scala.Tuple2;

/**
 * Adds up the vectors of the chunks on the executors, each a slice of the parameters over all chunks in their order: the same additions as in one
 * place. Every number of every chunk crosses the network, but between as many pairs of executors at once, and only the sum comes here.
 *
 * @param slices of the vector
 */
record SlicedAddition(Slices slices) implements Serializable {
    /**
     * Asks all chunks.
     *
     * @param groups of chunks, each in a partition of its own
     * @param task asks those of a group
     * @param sum overwritten with the sum of their vectors
     * @return their numbers, in their order
     */
    double[] ask(JavaRDD<Group> groups, GroupTask task, double[] sum) {
        JavaPairRDD<Integer, SlicedChunk> exchanged =
                groups.flatMapToPair(group -> cut(group, task)).partitionBy(new HashPartitioner(slices.number()));
        try {
            double[] numbers = {};
            for (SliceSum made : exchanged.mapPartitions(this::added).collect()) {
                if (!made.refusal().isEmpty()) {
                    throw new InputException(made.refusal());
                }
                System.arraycopy(made.sum(), 0, sum, slices.first(made.slice()), made.sum().length);
                numbers = made.slice() == 0 ? made.numbers() : numbers;
            }
            return numbers;
        } finally {
            // Else the chunks' vectors stay on the executors' discs until this process's memory is tidied up.
            exchanged.rdd().cleanShuffleDependencies(false);
        }
    }

    private Iterator<Tuple2<Integer, SlicedChunk>> cut(Group group, GroupTask task) {
        GroupAnswer answer = task.answer(group);
        List<Tuple2<Integer, SlicedChunk>> cut = new ArrayList<>();
        for (int i = 0; i < answer.parts().size(); i++) {
            List<Part.Sent> parts = slices.cut(answer.parts().get(i));
            for (int slice = 0; slice < parts.size(); slice++) {
                cut.add(new Tuple2<>(slice, new SlicedChunk(group.first() + i, parts.get(slice), "")));
            }
        }
        if (!answer.refusal().isEmpty()) {
            Part.Sent none = new Part.Sent(new double[0], new Object[0]);
            cut.add(new Tuple2<>(0, new SlicedChunk(group.first(), none, answer.refusal())));
        }
        return cut.iterator();
    }

    private Iterator<SliceSum> added(Iterator<Tuple2<Integer, SlicedChunk>> arrived) {
        List<SlicedChunk> chunks = new ArrayList<>();
        int slice = -1;
        while (arrived.hasNext()) {
            Tuple2<Integer, SlicedChunk> next = arrived.next();
            slice = next._1();
            if (!next._2().refusal().isEmpty()) {
                return List.of(new SliceSum(
                                slice, new double[0], new double[0], next._2().refusal()))
                        .iterator();
            }
            chunks.add(next._2());
        }
        if (slice < 0) {
            return List.<SliceSum>of().iterator();
        }
        chunks.sort(Comparator.comparingInt(SlicedChunk::chunk));
        double[] sum = new double[slices.first(slice + 1) - slices.first(slice)];
        PartSum total = new PartSum(slices.parameters(slice), sum);
        chunks.forEach(chunk -> total.add(List.of(chunk.part())));
        double[] numbers = chunks.stream()
                .flatMapToDouble(chunk -> DoubleStream.of(chunk.part().numbers()))
                .toArray();
        return List.of(new SliceSum(slice, sum, numbers, "")).iterator();
    }
}
