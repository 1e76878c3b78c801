package org.eoslab.torch.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eoslab.dynamics.State;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.optimizer.OptimizerSetting;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run has the same bits however often it is looked at, by every rule that a network can be trained by. */
class ObservationTest {
    private static final long STEPS = 100;

    /** Of an eigenvalue, relative: what the products' own rounding may make of it, some thousand additions in doubles. */
    private static final double ROUNDING = 1e-12;

    static List<String> rules() {
        return OptimizerSetting.names();
    }

    @ParameterizedTest
    @MethodSource("rules")
    void readingsEveryTenAndEveryFiftyStepsLeaveTheSameBits(String rule) {
        Seen often = run(rule, 10);
        Seen seldom = run(rule, 50);
        assertThat(often.states).hasSameSizeAs(seldom.states);
        for (int t = 0; t < often.states.size(); t++) {
            State a = often.states.get(t);
            State b = seldom.states.get(t);
            assertThat(a.parameters()).as("step %d", t).containsExactly(b.parameters());
            assertThat(a.memory()).as("step %d", t).containsExactly(b.memory());
            assertThat(a.time()).isEqualTo(b.time());
            assertThat(a.eigenPairs().values()).containsExactly(b.eigenPairs().values());
        }
        int sharpness = often.columns.indexOf("sharpness");
        int residual = often.columns.indexOf("residual");
        for (int t = 0; t <= STEPS; t += 50) {
            double[] a = often.rows.get(t);
            double[] b = seldom.rows.get(t);
            // A measurement starts from the one before it: the same eigenvalue, to what either says that it may be off.
            assertThat(a[sharpness])
                    .isCloseTo(b[sharpness], within(a[residual] + b[residual] + ROUNDING * a[sharpness]));
            for (String name : List.of("loss", "gradientNorm", "stabilityThreshold")) {
                int column = often.columns.indexOf(name);
                assertThat(a[column]).as("%s at %d", name, t).isEqualTo(b[column]);
            }
        }
    }

    private record Seen(List<String> columns, List<State> states, List<double[]> rows) {}

    private static Seen run(String rule, long every) {
        Catalogue catalogue = Catalogue.load();
        Map<String, Object> changes = new HashMap<>(Map.of(
                "optimizer",
                rule,
                "every",
                every,
                "readings",
                "none",
                "width",
                8,
                "eta",
                0.1,
                "steps",
                STEPS,
                "dtype",
                "float64"));
        if (rule.equals("sgd")) {
            changes.put("batch", 5);
        }
        Experiment experiment =
                catalogue.experiment(catalogue.preset("chebyshev-3")).with(changes);
        Problem problem = experiment.build();
        Seen seen = new Seen(problem.simulation().names(), new ArrayList<>(), new ArrayList<>());
        problem.simulation().run(problem.start().copy(), STEPS, List.of((state, row) -> {
            seen.states.add(state.copy());
            seen.rows.add(row.clone());
            return true;
        }));
        return seen;
    }
}
