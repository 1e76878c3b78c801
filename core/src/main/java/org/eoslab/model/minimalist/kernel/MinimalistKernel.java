package org.eoslab.model.minimalist.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eoslab.model.minimalist.dynamics.ClippingRule;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;

/** Runs many starts of the minimalist model. */
public final class MinimalistKernel {
    /** Lanes in a batch: its arrays stay in the first-level cache, and lanes that end together are often neighbours. */
    private static final int LANES = 64;

    private final Stepper stepper;

    MinimalistKernel(Stepper stepper) {
        this.stepper = stepper;
    }

    /** The fastest this JVM has; one a thread. */
    public static MinimalistKernel best() {
        return new MinimalistKernel(Stepper.best());
    }

    /**
     * A run to make.
     *
     * @param dynamics model, step size and clipping rule
     * @param parameters (α, β₁, β₂) at step 0, finite; not modified
     * @param steps steps to take, ≥ 0
     */
    public record Start(MinimalistDescent dynamics, double[] parameters, long steps) {}

    private record Kind(Class<? extends ClippingRule> rule, long steps) {}

    /** Makes the runs; the summaries are in the order of the starts. */
    public List<LaneSummary> run(List<Start> starts) {
        Map<Kind, List<Integer>> kinds = new LinkedHashMap<>();
        for (int i = 0; i < starts.size(); i++) {
            Start start = starts.get(i);
            kinds.computeIfAbsent(new Kind(start.dynamics().clip().getClass(), start.steps()), k -> new ArrayList<>())
                    .add(i);
        }
        LaneSummary[] summaries = new LaneSummary[starts.size()];
        kinds.values().forEach(indices -> {
            for (int from = 0; from < indices.size(); from += LANES) {
                List<Integer> some = indices.subList(from, Math.min(from + LANES, indices.size()));
                List<LaneSummary> done =
                        new Batch(stepper, some.stream().map(starts::get).toList()).run();
                for (int j = 0; j < done.size(); j++) {
                    summaries[some.get(j)] = done.get(j);
                }
            }
        });
        return Arrays.asList(summaries);
    }
}
