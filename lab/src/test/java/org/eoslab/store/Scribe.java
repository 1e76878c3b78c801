package org.eoslab.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Run;
import org.eoslab.run.Observer;
import org.eoslab.run.Recording;

/** A process of its own that streams runs into a store, one after another, and prints a line now and then. */
final class Scribe {
    static final int STEPS = 400;
    static final int INTERVAL = 50;
    private static final int STEPS_A_LINE = 20;

    private Scribe() {}

    /** {@code FOLDER RUNS}. */
    public static void main(String[] arguments) {
        FolderStore store = FolderStore.open(Path.of(arguments[0]), Clock.systemUTC());
        Catalogue catalogue = Catalogue.load();
        Experiment experiment =
                catalogue.experiment(catalogue.preset("canonical")).with(Map.of("steps", STEPS));
        Observer lines = (state, row) -> {
            if (state.step() % STEPS_A_LINE == 0) {
                System.out.println(state.step());
            }
            return true;
        };
        for (int i = 0; i < Integer.parseInt(arguments[1]); i++) {
            try (RunWriter writer = store.begin("scribe", experiment)) {
                Run.InProgress running = Run.InProgress.begin(experiment, Recording.ALL);
                running.finish(List.of(new RunStream(writer, running, INTERVAL), lines));
                System.out.println("finishing");
                writer.finish(Map.of("outcome", "completed"));
            }
            System.out.println("finished");
        }
    }

    /** Starts one. */
    static Process start(Path folder, int runs) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Scribe.class.getName(),
                        folder.toString(),
                        String.valueOf(runs))
                .redirectErrorStream(true)
                .start();
    }

    /** Reads that many lines, or all when there are fewer. */
    static int read(Process scribe, int lines) throws IOException {
        BufferedReader reader = scribe.inputReader();
        int read = 0;
        while (read < lines && reader.readLine() != null) {
            read++;
        }
        return read;
    }
}
