package org.eoslab.bench.trust.fuzz;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.eoslab.bench.trust.InstalledProgram;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Run;
import org.eoslab.job.ExperimentSource;
import org.eoslab.job.RowMemory;
import org.eoslab.run.Recording;

/** Commands as attempts: most by what reads the input and runs it, which costs a tenth of the command, some as they are typed. */
final class Commands {
    private static final int LONGEST = 300;

    /** One in so many is typed. */
    private static final int TYPED = 50;

    private Commands() {}

    /** What an attempt does without the command line; it refuses by an {@link InputException}. */
    @FunctionalInterface
    interface Direct {
        void act() throws Exception;
    }

    /**
     * A run.
     *
     * @param shown what the file has, for reports
     * @param source reads it
     * @param name the preset or the file
     * @param changes of its settings
     */
    static Kind.Attempt run(
            String shown, ExperimentSource source, String name, Map<String, String> changes, Random random) {
        List<String> arguments = new ArrayList<>(List.of("run", name, "--no-store", "--json"));
        changes.forEach((setting, value) -> arguments.addAll(List.of("--set", setting + "=" + value)));
        return random.nextInt(TYPED) == 0
                ? typed(shown, arguments)
                : direct(shown, arguments, () -> make(source, name, changes));
    }

    private static void make(ExperimentSource source, String name, Map<String, String> changes) {
        Map<String, Object> all = new LinkedHashMap<>(changes);
        Experiment loaded = source.load(name, false).experiment();
        ExperimentSource.locate(all, loaded.model(), Path.of("here"));
        RowMemory.checked(Run.InProgress.begin(loaded.with(all), Recording.ALL)).finish(List.of());
    }

    /** What a command does, which is to succeed or to refuse. */
    static Kind.Attempt direct(String shown, List<String> arguments, Direct what) {
        return new Kind.Attempt(text(shown, arguments), () -> {
            try {
                what.act();
                return Kind.Outcome.ACCEPTED;
            } catch (InputException e) {
                String message = String.valueOf(e.getMessage());
                return new Kind.Outcome(false, message.isBlank() ? "refused without a word" : "");
            }
        });
    }

    /** A command that is to end with 0, 1, 2 or 3 and, unless with 0 or 1, one line. */
    static Kind.Attempt typed(String shown, List<String> arguments) {
        return new Kind.Attempt(
                text(shown, arguments), () -> judged(InstalledProgram.run(arguments.toArray(String[]::new))));
    }

    private static String text(String shown, List<String> arguments) {
        String typed = "eos " + String.join(" ", arguments) + (shown.isEmpty() ? "" : " with " + shown);
        String text = typed.replaceAll("\\s+", " ");
        return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
    }

    private static Kind.Outcome judged(InstalledProgram done) {
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
