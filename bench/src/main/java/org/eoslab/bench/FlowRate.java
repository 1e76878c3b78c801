package org.eoslab.bench;

import java.util.Arrays;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.flow.FlowIntegrator;
import org.eoslab.dynamics.flow.GradientFlow;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.run.Simulation;

/** Our side of {@code bench/peers/flow.py}: gradient flow of the paper's model, over and over, with the tolerances and for the time given. */
public final class FlowRate {
    private static final int ROUNDS = 60;

    private FlowRate() {}

    /**
     * Prints the median seconds of the last third of the rounds, and where the flow ends.
     *
     * @param arguments λ₁, λ₂, α, β₁, β₂, the time, the relative and the absolute tolerance
     */
    public static void main(String[] arguments) {
        double[] a = Arrays.stream(arguments).mapToDouble(Double::parseDouble).toArray();
        GradientFlow flow =
                new GradientFlow(new Minimalist(a[0], a[1]), a[5], new FlowIntegrator(a[7], a[6], 1_000_000_000));
        double[] seconds = new double[ROUNDS];
        State state = flow.start(new double[] {a[2], a[3], a[4]});
        for (int i = 0; i < ROUNDS; i++) {
            state = flow.start(new double[] {a[2], a[3], a[4]});
            long begin = System.nanoTime();
            Simulation.advance(flow, state, 1);
            seconds[i] = (System.nanoTime() - begin) / 1e9;
        }
        double[] warm = Arrays.copyOfRange(seconds, 2 * ROUNDS / 3, ROUNDS);
        Arrays.sort(warm);
        double[] w = state.parameters();
        System.out.println(warm[warm.length / 2] + " " + w[0] + " " + w[1] + " " + w[2]);
    }
}
