package org.eoslab.bench.trust;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;

/**
 * What a command did.
 *
 * @param code its exit code
 * @param out what it printed
 * @param err what it said on standard error
 */
public record InstalledProgram(int code, String out, String err) {
    /** Runs a command in this process. */
    public static InstalledProgram run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = org.eoslab.cli.Eos.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        int code = org.eoslab.cli.Eos.execute(line, arguments);
        return new InstalledProgram(code, out.toString(), err.toString());
    }

    /** The same, where it must succeed. */
    static InstalledProgram must(String... arguments) {
        InstalledProgram done = run(arguments);
        if (done.code != 0) {
            throw new IllegalStateException(String.join(" ", arguments) + ": exit " + done.code + ": " + done.err);
        }
        return done;
    }

    /** Starts a command in a process of its own. */
    static Process start(Path log, Path temporary, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "--add-modules=jdk.incubator.vector",
                "-Djava.awt.headless=true",
                "-XX:+PerfDisableSharedMem",
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                classPath(),
                "org.eoslab.cli.Eos"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /** The program as it is installed, with DuckDB's library beside its jar, where the build has made it; else this one's class path. */
    private static String classPath() {
        Path installed = Path.of("..", "lab", "target", "app", "lib");
        return Files.isDirectory(installed) ? installed + "/*" : System.getProperty("java.class.path");
    }
}
