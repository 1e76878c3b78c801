package org.eoslab.spark;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A standalone Spark master and its workers, each a process on the loopback address, from the jars of this class path. */
final class StandaloneCluster implements AutoCloseable {
    private static final Pattern MASTER = Pattern.compile("Starting Spark master at (spark://\\S+)");
    private static final Pattern WORKER = Pattern.compile("Successfully registered with master");

    private final Path home;
    private final List<Process> processes = new ArrayList<>();
    private final String master;

    /** Starts the master in a folder that becomes SPARK_HOME: its {@code jars} are links to those of this class path. */
    StandaloneCluster(Path home) throws IOException {
        this.home = home;
        Path jars = Files.createDirectory(home.resolve("jars"));
        for (String jar : System.getProperty("java.class.path").split(File.pathSeparator)) {
            Path path = Path.of(jar);
            if (jar.endsWith(".jar") && !Files.exists(jars.resolve(path.getFileName()))) {
                Files.createSymbolicLink(jars.resolve(path.getFileName()), path);
            }
        }
        master = start(MASTER, "org.apache.spark.deploy.master.Master", "--port", "0", "--webui-port", "0")
                .group(1);
    }

    /** The URL of the master. */
    String master() {
        return master;
    }

    /** Starts a worker of one core and waits until the master knows it. */
    Process addWorker() throws IOException {
        start(
                WORKER,
                "org.apache.spark.deploy.worker.Worker",
                "--cores",
                "1",
                "--memory",
                "1g",
                "--webui-port",
                "0",
                master);
        return processes.get(processes.size() - 1);
    }

    /** Starts a process and waits for a line of its log. */
    private Matcher start(Pattern ready, String... program) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("@" + Path.of("jvm.options").toAbsolutePath());
        command.addAll(List.of("-Xmx256m", "-Dlog4j2.level=info", "-cp", home.resolve("jars") + "/*"));
        command.addAll(List.of(program[0], "--host", "127.0.0.1"));
        command.addAll(List.of(program).subList(1, program.length));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(home.toFile()).redirectErrorStream(true);
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
        Process process = builder.start();
        processes.add(process);
        BufferedReader log = process.inputReader();
        StringBuilder said = new StringBuilder();
        for (String line = log.readLine(); line != null; line = log.readLine()) {
            said.append(line).append('\n');
            Matcher matcher = ready.matcher(line);
            if (matcher.find()) {
                drain(log);
                return matcher;
            }
        }
        throw new IllegalStateException("no line with " + ready + " in:\n" + said);
    }

    /** Reads on, so that the process never waits for a reader. */
    private static void drain(BufferedReader log) {
        Thread reader = new Thread(() -> log.lines().forEach(line -> {}));
        reader.setDaemon(true);
        reader.start();
    }

    /** Kills a worker's process and the executors that it has started. */
    static void kill(Process worker) {
        List<ProcessHandle> executors = worker.descendants().toList();
        worker.destroyForcibly();
        executors.forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() throws IOException {
        processes.forEach(StandaloneCluster::kill);
        try (Stream<Path> links = Files.list(home.resolve("jars"))) {
            for (Path link : links.toList()) {
                Files.delete(link);
            }
        }
    }
}
