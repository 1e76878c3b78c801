package org.eoslab.spark;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;

/** The settings of a Spark application of the laboratory. Those given as {@code -Dspark.…} come before the ones here. */
final class Application {
    private Application() {}

    /**
     * The settings.
     *
     * @param master a Spark master
     * @param name of the application
     * @param jars a pattern for the names of the jars of this class path that a worker needs and Spark has not
     */
    static SparkConf settings(String master, String name, String jars) {
        SparkConf conf = new SparkConf()
                .setMaster(master)
                .setIfMissing("spark.app.name", name)
                .setIfMissing("spark.ui.enabled", "false")
                // Results are handed on one at a time: there is no end to them all.
                .setIfMissing("spark.driver.maxResultSize", "0")
                .setIfMissing("spark.jars", jars(jars));
        if (master.matches("local.*|spark://(127\\.0\\.0\\.1|localhost):\\d+")) {
            conf.setIfMissing("spark.driver.host", "127.0.0.1").setIfMissing("spark.driver.bindAddress", "127.0.0.1");
        }
        return conf;
    }

    private static String jars(String pattern) {
        return Stream.of(System.getProperty("java.class.path").split(":"))
                .filter(jar -> jar.matches(".*/(" + pattern + ")-[^/]*\\.jar"))
                .collect(Collectors.joining(","));
    }
}
