package org.eoslab.bench;

import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eoslab.model.minimalist.dynamics.ClippingRule;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;
import org.eoslab.model.minimalist.kernel.MinimalistKernel;
import org.eoslab.model.minimalist.kernel.MinimalistKernel.Start;

/**
 * Steps a second of the batched kernel on one core, in processor time, for {@code bench/peers/compare.sh}: 256 runs of the
 * canonical start, η from 2.7 to 3.2, summarised.
 */
public final class KernelRate {
    static final int RUNS = 256;
    static final int STEPS = 12_800;

    private KernelRate() {}

    /** Prints one number. */
    public static void main(String[] arguments) {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1500;
        MinimalistKernel kernel = MinimalistKernel.best();
        List<Start> starts = starts();
        for (int i = 0; i < rounds / 4; i++) {
            kernel.run(starts);
        }
        long before = processorTime();
        for (int i = 0; i < rounds; i++) {
            kernel.run(starts);
        }
        double seconds = (processorTime() - before) / 1e9;
        System.out.printf(Locale.ROOT, "%.4g%n", (double) RUNS * STEPS * rounds / seconds);
    }

    private static long processorTime() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    static List<Start> starts() {
        Minimalist model = new Minimalist(1, 0.001);
        List<Start> starts = new ArrayList<>();
        for (int i = 0; i < RUNS; i++) {
            double eta = 3.2 - 0.5 * i / RUNS;
            MinimalistDescent dynamics = new MinimalistDescent(model, eta, ClippingRule.Floor.of(1.81, eta, model));
            starts.add(new Start(dynamics, new double[] {0.7, 0.005, 0.2}, STEPS));
        }
        return starts;
    }
}
