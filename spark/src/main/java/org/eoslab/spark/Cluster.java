package org.eoslab.spark;

import java.io.Closeable;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import scala.Function2;
import scala.reflect.ClassTag$;
import scala.runtime.BoxedUnit;

/** A Spark application that makes partitions of sweeps on its workers and hands their rows to the driver. */
final class Cluster implements Closeable {
    private final JavaSparkContext context;

    /**
     * Starts the application.
     *
     * @param master a Spark master
     */
    Cluster(String master) {
        SparkConf conf = Application.settings(master, "eos sweep", "eoslab-(core|spark)|hipparchus")
                .setIfMissing("spark.executor.extraJavaOptions", "--add-modules=jdk.incubator.vector");
        context = new JavaSparkContext(conf);
    }

    /**
     * Makes partitions. A task that is lost with its worker is made again elsewhere; the rows of each partition come once.
     *
     * @param contents of the sweep file
     * @param partitions their numbers
     * @param done takes each partition as it arrives, in any order, one at a time
     */
    void make(Map<String, Object> contents, List<Long> partitions, Consumer<SweptPartition> done) {
        JavaRDD<Long> numbers = context.parallelize(partitions, Math.max(1, partitions.size()));
        Function2<Object, SweptPartition, BoxedUnit> arrived = (task, made) -> {
            done.accept(made);
            return BoxedUnit.UNIT;
        };
        context.sc()
                .runJob(
                        numbers.rdd(),
                        PartitionTask.of(contents),
                        arrived,
                        ClassTag$.MODULE$.apply(SweptPartition.class));
    }

    @Override
    public void close() {
        context.stop();
    }
}
