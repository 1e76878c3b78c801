package org.eoslab.model.minimalist.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.eoslab.claim.Finding;
import org.eoslab.claim.Verdict;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Run;
import org.eoslab.model.minimalist.dynamics.MinimalistProbe;
import org.eoslab.run.Outcome;
import org.eoslab.run.Recording;
import org.eoslab.run.Simulation;
import org.eoslab.run.Table;
import org.eoslab.run.Timeline;
import org.eoslab.run.Trajectory;
import org.junit.jupiter.api.Test;

/** Two groups of examples with opposing signals, against the examples themselves and numbers computed elsewhere. */
class OpposingSignalsTest {
    private static final int STARTS = 300;

    @Test
    void areTheLossesOfTheExamples() {
        Run run = run("canonical");
        Table table = run.trajectory().table();
        double[][] expected = {{2.807e-4, 4.711e-4}, {4.245e-4, 3.165e-4}, {3.372e-4, 3.987e-4}};
        for (int t = 0; t < expected.length; t++) {
            assertThat(table.get("lossPlus", t)).isCloseTo(expected[t][0], within(5e-8));
            assertThat(table.get("lossMinus", t)).isCloseTo(expected[t][1], within(5e-8));
        }
        for (int t = 0; t < table.rows(); t += 37) {
            double mean = (table.get("lossPlus", t) + table.get("lossMinus", t)) / 2;
            assertThat(mean).isCloseTo(table.get("loss", t), within(1e-15 * table.get("loss", t) + 1e-300));
            for (int sign : new int[] {1, -1}) {
                double residual = table.get("alpha", t)
                                * (table.get("beta1", t) * sign + table.get("beta2", t) * Math.sqrt(0.001))
                        - Math.sqrt(0.001);
                // Cancellation in the residual: of the size of its terms, 0.05.
                assertThat(table.get(sign > 0 ? "lossPlus" : "lossMinus", t))
                        .isCloseTo(residual * residual / 2, within(1e-16));
            }
        }
    }

    /** Another computation counts 5,679 of 5,827 steps, with a bound of its own for telling the groups apart. */
    @Test
    void areInAntiphaseAtTheEdge() {
        Finding finding = run("canonical").findings().stream()
                .filter(f -> f.id().equals("opposing"))
                .findFirst()
                .orElseThrow();
        assertThat(finding.verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(finding.attained()).contains("at 5,680 of the 5,8");
    }

    @Test
    void swapFromAnyAdmissibleStart() {
        List<Finding> findings = AdmissibleStarts.of(77)
                .limit(STARTS)
                .map(OpposingSignalsTest::check)
                .toList();
        assertThat(findings).noneMatch(f -> f.verdict() == Verdict.FAILS);
        assertThat(findings.stream().filter(f -> f.verdict() == Verdict.HOLDS).count())
                .isGreaterThan(STARTS * 9 / 10);
    }

    private static Finding check(AdmissibleStarts start) {
        var dynamics = start.dynamics();
        Simulation simulation = new Simulation(dynamics, List.of(new MinimalistProbe(dynamics)));
        Table table = Table.of(simulation.columns(), Recording.ALL, 1000);
        Timeline timeline = new Timeline(dynamics, simulation.names(), "curvatureBeta1", "alpha");
        var state = dynamics.start(start.start());
        Outcome outcome = simulation.run(state, 10_000, List.of(table, timeline));
        return OpposingSignals.claim(dynamics).check(new Trajectory(table, timeline, outcome, state));
    }

    private static Run run(String preset) {
        Catalogue catalogue = Catalogue.load();
        return Run.of(catalogue.experiment(catalogue.preset(preset)), Recording.ALL, List.of());
    }
}
