package org.eoslab.cli.run;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eoslab.claim.Verdict;
import org.eoslab.cli.option.ExitCode;
import org.eoslab.cli.text.JsonDocument;
import org.eoslab.cli.text.Text;
import org.eoslab.experiment.Run;
import org.eoslab.job.Job;
import org.eoslab.run.Outcome;

/** What a command that ran something prints, and the exit code that says how it went. */
record JobOutput(PrintWriter out, PrintWriter err, boolean json) {
    int print(String name, Job.Result result) {
        print(name, result.run(), result.document(), result.files());
        return exitCode(result.run(), "go on with: eos resume " + result.id());
    }

    /** How a run went; of an interrupted one it says what can be done. */
    int exitCode(Run run, String afterInterruption) {
        if (run.trajectory().outcome() == Outcome.STOPPED) {
            err.println("eos: interrupted at step " + run.trajectory().end().step() + "; " + afterInterruption);
            err.flush();
            return ExitCode.INTERRUPTED;
        }
        return exitCode(run);
    }

    void print(String name, Run run, Map<String, Object> document, List<Path> files) {
        if (json) {
            document.put("files", files.stream().map(Path::toString).toList());
            JsonDocument.print(out, document);
            return;
        }
        new Report(out).print(name, run);
        if (!files.isEmpty()) {
            out.println();
            out.println(
                    "  kept as " + document.get("id") + " in " + files.get(0).getParent());
            Text.names(files).forEach(file -> out.println("    " + file));
        }
        out.flush();
    }

    /** Fine, unless a claim fails or the run diverged where no claim expected it. */
    static int exitCode(Run run) {
        boolean failed =
                run.findings().stream().anyMatch(f -> f.verdict() == Verdict.FAILS || f.verdict() == Verdict.DISPROVED);
        return failed || run.divergedUnexpectedly() ? ExitCode.FAILED : ExitCode.OK;
    }
}
