package org.eoslab.job.spark;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.eoslab.experiment.InputException;

/**
 * The built spark module, whose jars bring Spark with them.
 *
 * @param module its folder, with {@code jvm.options}, {@code target/class-path} and its jar
 */
public record SparkInstallation(Path module) {
    /**
     * The one that the launcher names by the system property {@code eos.spark}.
     *
     * @throws InputException when there is none
     */
    public static SparkInstallation find() {
        String module = System.getProperty("eos.spark");
        if (module == null || !Files.exists(Path.of(module, "target", "class-path"))) {
            throw new InputException("--spark: the spark module is not built; start by ./eos, which builds it");
        }
        return new SparkInstallation(Path.of(module));
    }

    /**
     * Starts Spark's driver. Settings of Spark's own can be given in EOS_SPARK_OPTS, as {@code -Dspark.…=…}.
     *
     * @param driver the class with its main program, whose argument is the master
     * @param jars further ones of its class path
     */
    public Process start(String driver, String master, List<String> jars) {
        try {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.add("@" + module.resolve("jvm.options"));
            command.add("-Dlog4j2.configurationFile=eos-spark-log4j2.properties");
            String options = System.getenv("EOS_SPARK_OPTS");
            if (options != null) {
                command.addAll(List.of(options.strip().split("\\s+")));
            }
            command.addAll(List.of("-cp", classPath(jars), driver, master));
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new InputException("--spark: the driver cannot be started: " + e.getMessage());
        }
    }

    private String classPath(List<String> more) throws IOException {
        Path target = module.resolve("target");
        List<String> jars = new ArrayList<>();
        // One that an older version has left may be there besides.
        try (Stream<Path> files = Files.list(target)) {
            files.filter(file -> String.valueOf(file.getFileName()).matches("eoslab-spark-.*\\.jar"))
                    .max(Comparator.comparingLong(file -> file.toFile().lastModified()))
                    .ifPresent(own -> jars.add(own.toString()));
        }
        jars.add(Files.readString(target.resolve("class-path")).strip());
        jars.addAll(more);
        return String.join(File.pathSeparator, jars);
    }
}
