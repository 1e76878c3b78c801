package org.eoslab.spark;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.rdd.RDD;
import org.eoslab.experiment.InputException;
import org.eoslab.torch.Part;
import org.eoslab.torch.PartSum;
import org.eoslab.torch.SentQuestion;
import org.eoslab.torch.Shard;
import org.eoslab.torch.Slices;
import org.eoslab.torch.model.SentTerms;
import org.jspecify.annotations.Nullable;
import scala.Function2;
import scala.Tuple2;
import scala.collection.immutable.Seq;
import scala.jdk.javaapi.CollectionConverters;
import scala.reflect.ClassTag;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;

/**
 * A Spark application whose executors hold the examples of networks. A question is one job: its vectors are broadcast, each core evaluates a group
 * of consecutive chunks, always the same one as long as no executor comes or goes, and what the chunks contribute is added up here in
 * their order.
 */
final class ExampleCluster implements Closeable {
    /** Numbers of all chunks together beyond which the executors add them up: 64 MB are half a second at 1 Gb/s. */
    private static final long SLICED_FROM = 16_000_000;

    private static final ClassTag<Group> GROUP = ClassTag$.MODULE$.apply(Group.class);

    private final JavaSparkContext context;
    private final long slicedFrom;
    private final Executors executors = new Executors();
    private final boolean local;
    private boolean begun;
    private @Nullable Broadcast<Object> point;

    /**
     * Starts the application.
     *
     * @param master a Spark master
     */
    ExampleCluster(String master) {
        this(master, SLICED_FROM);
    }

    /** The same, whose executors add up sums of more numbers than that themselves. */
    ExampleCluster(String master, long slicedFrom) {
        this.slicedFrom = slicedFrom;
        String jars = "eoslab|hipparchus|javacpp|openblas|pytorch|duckdb_jdbc";
        SparkConf conf = Application.settings(master, "eos run", jars)
                // Numbers with random last digits do not get smaller.
                .setIfMissing("spark.broadcast.compress", "false")
                .setIfMissing("spark.shuffle.compress", "false")
                // Of three times that a lost executor is asked for what it had.
                .setIfMissing("spark.shuffle.io.retryWait", "1s")
                .setIfMissing("spark.files", TableLibrary.file());
        System.getenv().forEach((name, value) -> {
            if (name.startsWith("MALLOC_")) {
                conf.setIfMissing("spark.executorEnv." + name, value);
            }
        });
        local = master.matches("local(\\[.*])?");
        context = new JavaSparkContext(conf);
        context.sc().addSparkListener(executors);
    }

    /**
     * Asks all chunks.
     *
     * @param sum overwritten with the sum of their vectors, where they have some
     * @return their numbers, in their order
     * @throws InputException when an executor cannot make the terms
     */
    double[] ask(SentTerms terms, SentQuestion sent, double[] sum) throws InterruptedException {
        if (!begun && !local) {
            executors.await();
        }
        begun = true;
        Broadcast<Object> at = pointOf(sent);
        ArrayList<Broadcast<Object>> directions = new ArrayList<>();
        sent.directions().forEach(direction -> directions.add(context.broadcast(direction)));
        try {
            return answer(terms, sent, at, directions, sum);
        } finally {
            directions.forEach(Broadcast::destroy);
        }
    }

    /** The point, which the executors have already when it is that of the question before. */
    private Broadcast<Object> pointOf(SentQuestion sent) {
        if (sent.point() != null) {
            if (point != null) {
                point.destroy();
            }
            point = context.broadcast(sent.point());
        }
        return Objects.requireNonNull(point);
    }

    private double[] answer(
            SentTerms terms,
            SentQuestion sent,
            Broadcast<Object> at,
            ArrayList<Broadcast<Object>> directions,
            double[] sum) {
        Executors.All all = executors.now();
        int chunks = terms.chunks().number(sent.question().count());
        List<Group> groups = groups(chunks, all);
        GroupTask task = new GroupTask(terms, all.epoch(), sent.question(), at, directions);
        RDD<Group> placed = placed(groups, all);
        boolean vectors = sent.question().kind().hasVector();
        if (vectors && groups.size() > 1 && (long) chunks * sum.length > slicedFrom) {
            return new SlicedAddition(new Slices(terms.parameters(), groups.size()))
                    .ask(JavaRDD.fromRDD(placed, GROUP), task, sum);
        }
        Gathering gathering = new Gathering(vectors ? new PartSum(terms.parameters(), sum) : null, groups.size());
        Function2<Object, GroupAnswer, BoxedUnit> arrived = (index, answer) -> {
            gathering.take((Integer) index, answer);
            return BoxedUnit.UNIT;
        };
        context.sc().runJob(placed, task, arrived, ClassTag$.MODULE$.apply(GroupAnswer.class));
        return gathering.numbers();
    }

    private List<Group> groups(int chunks, Executors.All all) {
        int cores = all.cores().isEmpty()
                ? context.defaultParallelism()
                : all.cores().size();
        List<Group> groups = new ArrayList<>();
        for (int[] range : Shard.groups(chunks, cores)) {
            groups.add(new Group(groups.size(), range[0], range[1]));
        }
        return groups;
    }

    /** A partition for each group, in the place that it always has. */
    private RDD<Group> placed(List<Group> groups, Executors.All all) {
        List<Tuple2<Group, Seq<String>>> placed = new ArrayList<>();
        for (Group group : groups) {
            List<String> places = all.cores().isEmpty()
                    ? List.of()
                    : List.of(all.cores().get(group.index() * all.cores().size() / groups.size()));
            placed.add(new Tuple2<>(group, CollectionConverters.asScala(places).toSeq()));
        }
        return context.sc().makeRDD(CollectionConverters.asScala(placed).toSeq(), GROUP);
    }

    /** Takes the answers as they come and adds them up in the order of the groups, so that no more are held than have to wait. */
    private static final class Gathering {
        private final @Nullable PartSum sum;
        private final double[][] numbers;
        private final SortedMap<Integer, List<Part.Sent>> waiting = new TreeMap<>();
        private String refusal = "";
        private int next;

        Gathering(@Nullable PartSum sum, int groups) {
            this.sum = sum;
            this.numbers = new double[groups][];
        }

        void take(int group, GroupAnswer answer) {
            if (!answer.refusal().isEmpty()) {
                refusal = answer.refusal();
                return;
            }
            numbers[group] = answer.parts().stream()
                    .flatMapToDouble(part -> DoubleStream.of(part.numbers()))
                    .toArray();
            waiting.put(group, answer.parts());
            for (List<Part.Sent> parts = waiting.remove(next); parts != null; parts = waiting.remove(++next)) {
                if (sum != null) {
                    sum.add(parts);
                }
            }
        }

        /** All numbers, when all answers have come. */
        double[] numbers() {
            if (!refusal.isEmpty()) {
                throw new InputException(refusal);
            }
            return Arrays.stream(numbers).flatMapToDouble(DoubleStream::of).toArray();
        }
    }

    @Override
    public void close() {
        context.stop();
    }
}
