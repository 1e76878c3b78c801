package org.eoslab.bench.trust.fuzz;

import java.util.List;
import org.eoslab.bench.trust.InstalledProgram;

/** Commands as attempts. */
final class Commands {
    private static final int LONGEST = 300;

    private Commands() {}

    /** A command that is to end with 0, 1, 2 or 3 and, unless with 0 or 1, one line. */
    static Kind.Attempt attempt(String shown, List<String> arguments) {
        String typed = "eos " + String.join(" ", arguments) + (shown.isEmpty() ? "" : " with " + shown);
        String text = typed.replaceAll("\\s+", " ");
        return new Kind.Attempt(
                text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text,
                () -> judged(InstalledProgram.run(arguments.toArray(String[]::new))));
    }

    static Kind.Outcome judged(InstalledProgram done) {
        boolean accepted = done.code() == 0 || done.code() == 1;
        long lines = done.err()
                .lines()
                .filter(line -> !line.startsWith("eos: warning"))
                .count();
        boolean trace = done.err().lines().anyMatch(line -> line.startsWith("\tat "));
        String problem = "";
        if (done.code() < 0 || done.code() > 3 || trace) {
            problem = "exit " + done.code() + ": " + done.err().strip();
        } else if (!accepted && lines != 1) {
            problem = "exit " + done.code() + " with " + lines + " lines: "
                    + done.err().strip();
        }
        return new Kind.Outcome(accepted, problem);
    }
}
