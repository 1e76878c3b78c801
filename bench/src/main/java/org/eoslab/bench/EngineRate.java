package org.eoslab.bench;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Problem;
import org.eoslab.job.sweep.SweepFile;
import org.eoslab.sweep.Sweep;
import org.eoslab.sweep.engine.RunEngine;

/** Steps a second of a sweep's runs in one thread, by the engine of its model and through the loop, in turn. */
public final class EngineRate {
    private static final int ROUNDS = 6;

    private EngineRate() {}

    /** Prints both rates of the last of six rounds and their ratio: {@code EngineRate FILE}. */
    public static void main(String[] arguments) {
        Sweep sweep = SweepFile.read(Path.of(arguments[0])).sweep();
        List<Experiment> experiments = sweep.experiments(0, sweep.runs());
        Problem problem = sweep.base().model().build(sweep.base().settings());
        RunEngine best = RunEngine.of(problem, sweep.finals(), Double.NaN, false);
        RunEngine loop = RunEngine.loop(Double.NaN);
        double bestRate = 0;
        double loopRate = 0;
        for (int i = 0; i < ROUNDS; i++) {
            bestRate = rate(best, experiments);
            loopRate = rate(loop, experiments);
        }
        System.out.printf(
                Locale.ROOT,
                "%s %.3g steps/s, loop %.3g steps/s, ratio %.1f%n",
                best.getClass().getSimpleName(),
                bestRate,
                loopRate,
                bestRate / loopRate);
    }

    private static double rate(RunEngine engine, List<Experiment> experiments) {
        long start = System.nanoTime();
        double steps =
                engine.run(experiments).stream().mapToDouble(r -> r.last()[0]).sum();
        return steps / ((System.nanoTime() - start) / 1e9);
    }
}
