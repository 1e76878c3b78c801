package org.eoslab.model.minimalist.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eoslab.dynamics.State;
import org.eoslab.model.minimalist.dynamics.ClippingRule;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;
import org.eoslab.model.minimalist.dynamics.MinimalistProbe;
import org.eoslab.model.minimalist.kernel.MinimalistKernel.Start;
import org.eoslab.run.Observer;
import org.eoslab.run.Outcome;
import org.eoslab.run.Simulation;
import org.eoslab.run.Timeline;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Oracle: the single run through the one loop, its timeline and its certifier. Everything must agree to the bit. */
class MinimalistKernelTest {
    private static final List<Stepper> STEPPERS = List.of(new VectorStepper(), new PlainStepper());

    static Stream<Arguments> rules() {
        List<Function<MinimalistDescent, ClippingRule>> rules = List.of(
                d -> new ClippingRule.None(),
                d -> ClippingRule.Floor.of(1.81, d.eta(), d.model()),
                d -> new ClippingRule.Step(0.01),
                d -> new ClippingRule.Norm(0.02));
        return STEPPERS.stream().flatMap(s -> rules.stream().map(r -> Arguments.of(s, r)));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void summarisesWithTheBitsOfSingleRuns(Stepper stepper, Function<MinimalistDescent, ClippingRule> rule) {
        Random random = new Random(1);
        List<Start> starts = new ArrayList<>();
        for (int i = 0; i < 150; i++) {
            starts.add(start(random, rule));
        }
        List<LaneSummary> summaries = new MinimalistKernel(stepper).run(starts);
        Set<String> seen = new TreeSet<>();
        for (int i = 0; i < starts.size(); i++) {
            LaneSummary single = single(starts.get(i));
            seen.add(single.outcome().label());
            assertSame(summaries.get(i), single, starts.get(i));
        }
        // Clipped trajectories of these starts stay bounded; the others must include some that do not.
        assertThat(seen).contains("completed");
    }

    /** Starts from tame to wild: far beyond 2/η, of either sign, with β₁ from 1e-300 to 1. */
    private static Start start(Random random, Function<MinimalistDescent, ClippingRule> rule) {
        double lambda1 = Math.exp(random.nextDouble(-1, 3));
        double lambda2 = lambda1 * Math.pow(10, random.nextDouble(-4, -0.5));
        double eta = Math.pow(10, random.nextDouble(-1, 1)) / lambda1;
        double alpha = random.nextDouble(-0.2, 1.7) / Math.sqrt(eta * lambda1);
        double beta1 = Math.pow(10, random.nextInt(8) == 0 ? random.nextDouble(-320, -100) : random.nextDouble(-8, 0));
        double beta2 = random.nextDouble(-0.5, 2);
        MinimalistDescent plain = new MinimalistDescent(new Minimalist(lambda1, lambda2), eta, new ClippingRule.None());
        long steps = List.of(0L, 1L, 2L, 129L, 3000L).get(random.nextInt(5));
        return new Start(
                new MinimalistDescent(plain.model(), eta, rule.apply(plain)),
                new double[] {alpha, beta1, beta2},
                steps);
    }

    static LaneSummary single(Start start) {
        MinimalistDescent dynamics = start.dynamics();
        Simulation simulation = new Simulation(dynamics, List.of(new MinimalistProbe(dynamics)));
        List<String> columns = simulation.names();
        int curvature = columns.indexOf("curvatureBeta1");
        double[] largest = {0};
        State[] last = new State[1];
        Observer extremes = (state, row) -> {
            largest[0] = Math.max(largest[0], row[curvature]);
            last[0] = state.copy();
            return true;
        };
        Timeline timeline = new Timeline(dynamics, columns, "curvatureBeta1", "alpha");
        Outcome outcome =
                simulation.run(dynamics.start(start.parameters()), start.steps(), List.of(timeline, extremes));
        return new LaneSummary(
                outcome, last[0], timeline.firstCrossing(), timeline.cycles().size(), largest[0]);
    }

    static void assertSame(LaneSummary actual, LaneSummary single, Start start) {
        String of = start.dynamics() + " from " + Arrays.toString(start.parameters()) + ", " + start.steps() + " steps";
        assertThat(actual.outcome()).as(of).isEqualTo(single.outcome());
        assertThat(actual.end().step()).as(of).isEqualTo(single.end().step());
        assertThat(actual.end().parameters())
                .as(of)
                .containsExactly(single.end().parameters());
        assertThat(actual.firstCrossing()).as(of).isEqualTo(single.firstCrossing());
        assertThat(actual.cycles()).as(of).isEqualTo(single.cycles());
        assertThat(actual.largestCurvature()).as(of).isEqualTo(single.largestCurvature());
    }
}
