package org.eoslab.bench.trust.fuzz;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Run;
import org.eoslab.job.ExperimentSource;
import org.eoslab.run.Recording;
import org.eoslab.torch.data.ExampleFile;
import org.eoslab.torch.data.Values;

/**
 * What Jazzer calls with bytes that it chooses by the branches which those before have reached: a reader of one kind, which is to take them or to refuse
 * them by an {@link InputException}. Whatever else is thrown is a find.
 */
public final class Guided {
    private static final String KIND = System.getProperty("eoslab.guided", "formula");
    private static final ExperimentSource SOURCE = new ExperimentSource();

    private Guided() {}

    /** Tries an input; Jazzer knows the method by its name. */
    public static void fuzzerTestOneInput(byte[] input) throws IOException {
        try {
            switch (KIND) {
                case "formula" -> formula(new String(input, StandardCharsets.UTF_8));
                case "experiment" -> experiment(input);
                case "npy" -> read(ExampleFile.array("inputs", file(".npy", input)));
                case "csv" ->
                    read(ExampleFile.table("data", file(".csv", input), List.of("y"), List.of(), List.of())
                            .inputs());
                default -> throw new IllegalStateException(KIND + ": must be formula, experiment, npy or csv");
            }
        } catch (InputException e) {
            if (String.valueOf(e.getMessage()).isBlank()) {
                throw new IllegalStateException("refused without a word", e);
            }
        }
    }

    private static void formula(String loss) {
        run(SOURCE.experiment(
                Map.of("model", "formula", "loss", loss, "start", Map.of("x", 1, "y", 2), "eta", 0.01, "steps", 3),
                Path.of("own.yaml")));
    }

    private static void experiment(byte[] input) throws IOException {
        Experiment read = SOURCE.load(file(".yaml", input), false).experiment();
        if (read.model().live()) {
            run(read.with(Map.of("steps", 3)));
        }
    }

    private static void run(Experiment experiment) {
        Run.InProgress.begin(experiment, Recording.ALL).finish(List.of());
    }

    private static void read(Values values) {
        double[] numbers = new double[values.length()];
        for (int i = 0; i < Math.min(values.size(), 100); i++) {
            values.read(i, numbers);
        }
    }

    private static String file(String ending, byte[] input) throws IOException {
        return Files.write(Path.of(System.getProperty("java.io.tmpdir"), "guided" + ending), input)
                .toString();
    }
}
