package org.eoslab.spark;

import java.io.Closeable;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
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
     * Starts the application. Settings given as {@code -Dspark.…} come before the ones here.
     *
     * @param master a Spark master
     */
    Cluster(String master) {
        SparkConf conf = new SparkConf()
                .setMaster(master)
                .setIfMissing("spark.app.name", "eos sweep")
                .setIfMissing("spark.ui.enabled", "false")
                // The rows are handed on one partition at a time: there is no end to them all.
                .setIfMissing("spark.driver.maxResultSize", "0")
                .setIfMissing("spark.executor.extraJavaOptions", "--add-modules=jdk.incubator.vector")
                .setIfMissing("spark.jars", ownJars());
        if (master.matches("local.*|spark://(127\\.0\\.0\\.1|localhost):\\d+")) {
            conf.setIfMissing("spark.driver.host", "127.0.0.1").setIfMissing("spark.driver.bindAddress", "127.0.0.1");
        }
        context = new JavaSparkContext(conf);
    }

    /** The jars that a worker needs and Spark has not: the mathematics and this module. */
    private static String ownJars() {
        return Stream.of(System.getProperty("java.class.path").split(":"))
                .filter(jar -> jar.matches(".*/(eoslab|hipparchus)-[^/]*\\.jar"))
                .collect(Collectors.joining(","));
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
