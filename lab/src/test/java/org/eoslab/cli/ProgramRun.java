package org.eoslab.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;

/** Runs the program in this JVM and keeps what it printed. */
public record ProgramRun(int exitCode, String out, String err) {
    /** Runs {@code eos} with these arguments. */
    public static ProgramRun eos(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Eos.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        int code = line.execute(arguments);
        return new ProgramRun(code, out.toString(), err.toString());
    }
}
