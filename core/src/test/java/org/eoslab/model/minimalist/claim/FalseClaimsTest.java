package org.eoslab.model.minimalist.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.claim.Verdict;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.Run;
import org.eoslab.model.minimalist.dynamics.MinimalistDescent;
import org.eoslab.run.Outcome;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.eoslab.run.Trajectory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A run of figure 1 with one number changed refutes the claim that the number bears on, at that step. */
class FalseClaimsTest {
    private static Trajectory truth;
    private static MinimalistDescent dynamics;

    @BeforeAll
    static void runCanonical() {
        Catalogue catalogue = Catalogue.load();
        Run run = Run.of(catalogue.experiment(catalogue.preset("canonical")), Recording.ALL, List.of());
        Problem problem = run.experiment().build();
        truth = run.trajectory();
        dynamics = (MinimalistDescent) problem.simulation().dynamics();
    }

    @ParameterizedTest
    @CsvSource({
        "L4.2i,   sharpness,        50,   0.999",
        "L4.2i,   sharpness,        50,   1.001",
        "L4.2ii,  alignment,        50,   0.999",
        "L4.2iii, beta2,            3000, 0.999",
        "L4.2iii, alpha,            6000, 1.001",
        "T4.3a,   alpha,            60,   0.99",
        "T4.3a,   curvatureBeta1,   60,   2",
        "T4.3a,   beta1Significand, 60,   10",
        "T4.3b,   alpha,            260,  0.999",
        "T4.3b,   curvatureBeta1,   254,  1.6",
        "T4.4,    alpha,            100,  1.01",
        "T4.4,    alpha,            259,  1.1",
        "L4.5,    convergenceLoss,  500,  3",
        "L4.5,    convergenceLoss,  500,  0.1",
        "L4.5,    surrogateLoss,    0,    1.7",
        "T4.6,    surrogateLoss,    500,  0.5",
        "T4.6,    surrogateLoss,    500,  2",
        "T5.2,    gfsSharpness,     3000, 2",
        "T5.2,    gfsSharpness,     3000, 0.5",
        "T5.2,    beta2,            3000, 0.9",
        "L5.1,    gfsSharpness,     0,    0.999",
    })
    void aChangedNumberRefutes(String id, String column, int step, double factor) {
        Claim claim = MinimalistClaims.of(dynamics).stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(claim.check(truth).verdict()).isEqualTo(Verdict.HOLDS);
        Finding finding = claim.check(changed(column, step, factor));
        assertThat(finding.verdict()).as("%s", finding).isEqualTo(Verdict.FAILS);
        assertThat(finding.margin()).isNegative();
        assertThat(Math.abs(finding.worstStep() - step)).as("%s", finding).isLessThanOrEqualTo(1);
    }

    @Test
    void divergenceRefutesConvergence() {
        Claim claim = MinimalistClaims.of(dynamics).get(0);
        assertThat(claim.id()).isEqualTo("T4.1");
        Finding finding = claim.check(new Trajectory(truth.table(), truth.timeline(), Outcome.DIVERGED, truth.end()));
        assertThat(finding.verdict()).isEqualTo(Verdict.FAILS);
    }

    private static Trajectory changed(String column, int step, double factor) {
        Table table =
                new Table(truth.table().names(), Recording.ALL, truth.table().rows());
        int index = table.names().indexOf(column);
        for (int i = 0; i < truth.table().rows(); i++) {
            double[] row = new double[table.names().size()];
            for (int j = 0; j < row.length; j++) {
                row[j] = truth.table().get(table.names().get(j), i);
            }
            if (i == step) {
                row[index] *= factor;
            }
            table.add(row);
        }
        return new Trajectory(table, truth.timeline(), truth.outcome(), truth.end());
    }
}
