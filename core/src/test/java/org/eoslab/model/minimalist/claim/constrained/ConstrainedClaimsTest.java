package org.eoslab.model.minimalist.claim.constrained;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import org.eoslab.claim.Finding;
import org.eoslab.claim.Verdict;
import org.eoslab.dynamics.State;
import org.eoslab.model.minimalist.admissible.AdmissibleSet;
import org.eoslab.model.minimalist.dynamics.ClippingRule;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;
import org.eoslab.model.minimalist.dynamics.MinimalistProbe;
import org.eoslab.model.minimalist.enclosure.ExactSettings;
import org.eoslab.run.Outcome;
import org.eoslab.run.Recording;
import org.eoslab.run.Simulation;
import org.eoslab.run.Table;
import org.eoslab.run.Timeline;
import org.eoslab.run.Trajectory;
import org.junit.jupiter.api.Test;

class ConstrainedClaimsTest {
    private static final double[] CANONICAL = {0.7, 0.005, 0.2};

    @Test
    void allHoldOnTheCanonicalRun() {
        List<Finding> findings = check(descent(1, 0.001, 3.2), CANONICAL, 6000);
        assertThat(findings).extracting(Finding::id).containsExactly("L5.4", "T5.5", "F5");
        assertThat(findings).extracting(Finding::verdict).containsOnly(Verdict.HOLDS);
        assertThat(findings.get(0).margin()).isBetween(0.99e-8, 1e-8);
        assertThat(findings.get(1).attained()).startsWith("(1 − 2r)² = 0.996004000 met at each of 58");
        assertThat(findings.get(2).attained())
                .isEqualTo(
                        "closer at 100.0 % of the steps from 260 on, at 95.1 % from T₁ on; 2,000 steps after T₁ 0.00705"
                                + " against 0.485");
    }

    @Test
    void gradientDescentFollowsTheConstrainedTrajectoryFromRandomStarts() {
        Random random = new Random(3);
        int applicable = 0;
        while (applicable < 10) {
            double r = Math.exp(random.nextDouble(Math.log(1e-4), Math.log(0.05)));
            double eta = Math.sqrt(Math.exp(random.nextDouble(Math.log(1e-4), Math.log(0.1))) / r);
            double alpha = random.nextDouble(0.3, 1.4) / Math.sqrt(eta);
            double beta2 = random.nextDouble(0.01, 0.5) / alpha;
            double beta1 = Math.sqrt(r * beta2 * (1 - alpha * beta2) / alpha) * random.nextDouble(0.01, 1);
            AdmissibleSet set =
                    new AdmissibleSet(ExactSettings.of(descent(1, r, eta), alpha, BigDecimal.valueOf(beta1), beta2));
            if (set.violated().isEmpty()) {
                List<Finding> findings = check(descent(1, r, eta), new double[] {alpha, beta1, beta2}, 4000);
                Verdict verdict = findings.get(2).verdict();
                applicable += verdict == Verdict.HOLDS ? 1 : 0;
                assertThat(findings).extracting(Finding::verdict).doesNotContain(Verdict.FAILS);
            }
        }
    }

    @Test
    void aStartOutsideTheStableSetDoesNotApply() {
        List<Finding> findings = check(descent(1, 0.001, 3.2), new double[] {0.7, 0.005, 2}, 10);
        assertThat(findings.get(0).verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(findings.get(0).note()).contains("αβ₂ ≤ 1").contains("αβ₂ = 1.4");
        assertThat(findings.get(1).verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
    }

    @Test
    void aStartWithANegativeWeightDoesNotApply() {
        List<Finding> findings = check(descent(1, 0.001, 3.2), new double[] {0.7, 0.005, -0.2}, 10);
        assertThat(findings.get(1).verdict()).isEqualTo(Verdict.NOT_APPLICABLE);
        assertThat(findings.get(1).note()).contains("β₂ = -0.2");
    }

    @Test
    void aShortRunCannotTell() {
        List<Finding> findings = check(descent(1, 0.001, 3.2), CANONICAL, 100);
        assertThat(findings)
                .extracting(Finding::verdict)
                .containsExactly(Verdict.HOLDS, Verdict.NOT_REACHED, Verdict.NOT_REACHED);
    }

    private static MinimalistDescent descent(double lambda1, double lambda2, double eta) {
        Minimalist model = new Minimalist(lambda1, lambda2);
        return new MinimalistDescent(model, eta, ClippingRule.Floor.of(1.81, eta, model));
    }

    private static List<Finding> check(MinimalistDescent dynamics, double[] start, long steps) {
        Simulation simulation = new Simulation(dynamics, List.of(new MinimalistProbe(dynamics)));
        Table table = new Table(simulation.names(), Recording.ALL, steps);
        Timeline timeline = new Timeline(dynamics, simulation.names(), "curvatureBeta1", "alpha");
        State state = dynamics.start(start);
        Outcome outcome = simulation.run(state, steps, List.of(table, timeline));
        Trajectory run = new Trajectory(table, timeline, outcome, state);
        return ConstrainedClaims.of(dynamics).stream().map(c -> c.check(run)).toList();
    }
}
