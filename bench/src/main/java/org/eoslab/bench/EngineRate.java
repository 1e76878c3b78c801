package org.eoslab.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eoslab.experiment.BatchRunner;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.LoopRunner;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.Wanted;
import org.eoslab.job.sweep.SweepFile;
import org.eoslab.sweep.Sweep;

/** Steps a second of processor time of a sweep's runs in one thread, by the engine of its model and through the loop, in turn. */
public final class EngineRate {
    private static final int WARM_UP = 4;
    private static final int ROUNDS = 7;

    private EngineRate() {}

    /** Prints the medians of both rates and of their ratio over seven rounds: {@code EngineRate FILE…}. */
    public static void main(String[] arguments) {
        for (String file : arguments) {
            print(Path.of(file));
        }
    }

    private static void print(Path file) {
        Sweep sweep = SweepFile.read(file).sweep();
        List<Experiment> experiments = sweep.experiments(0, sweep.runs());
        Problem problem = sweep.base().build();
        BatchRunner best = problem.batch().of(new Wanted(sweep.finals(), Double.NaN, false));
        BatchRunner loop = new LoopRunner(Double.NaN);
        double[] bestRates = new double[ROUNDS];
        double[] loopRates = new double[ROUNDS];
        double[] ratios = new double[ROUNDS];
        for (int i = -WARM_UP; i < ROUNDS; i++) {
            double bestRate = rate(best, experiments);
            double loopRate = rate(loop, experiments);
            if (i >= 0) {
                bestRates[i] = bestRate;
                loopRates[i] = loopRate;
                ratios[i] = bestRate / loopRate;
            }
        }
        System.out.printf(
                Locale.ROOT,
                "%s: %s %.3g steps/s, loop %.3g steps/s, ratio %.1f (%.1f to %.1f)%n",
                file.getFileName(),
                best.getClass().getSimpleName(),
                median(bestRates),
                median(loopRates),
                median(ratios),
                ratios[0],
                ratios[ROUNDS - 1]);
    }

    /** Sorts. */
    private static double median(double[] values) {
        Arrays.sort(values);
        return values[values.length / 2];
    }

    private static double rate(BatchRunner engine, List<Experiment> experiments) {
        long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        double steps =
                engine.run(experiments).stream().mapToDouble(r -> r.last()[0]).sum();
        return steps / ((ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9);
    }
}
