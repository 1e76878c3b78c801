package org.eoslab.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.eoslab.claim.Claim;
import org.eoslab.claim.Finding;
import org.eoslab.claim.Verdict;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.State;
import org.eoslab.model.agarwala.AgarwalaClaims;
import org.eoslab.model.agarwala.SecondOrderRegression;
import org.eoslab.model.scalar.ChenBrunaClaims;
import org.eoslab.model.scalar.DoubleWell;
import org.eoslab.model.scalar.ScalarNetworkClaims;
import org.eoslab.model.wang.Catapult;
import org.eoslab.run.Outcome;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.eoslab.run.Timeline;
import org.eoslab.run.Trajectory;
import org.junit.jupiter.api.Test;

/** Each claim refutes a run that violates it, and says when a run does not concern it. */
class SmallClaimsTest {
    /** A run with these columns after step and time, one row a step. */
    private static Trajectory run(List<String> columns, double[][] rows, double... end) {
        List<String> names = new ArrayList<>(List.of("step", "time"));
        names.addAll(columns);
        Table table = new Table(names, Recording.ALL, rows.length - 1);
        for (int i = 0; i < rows.length; i++) {
            double[] row = new double[names.size()];
            row[0] = i;
            System.arraycopy(rows[i], 0, row, 2, rows[i].length);
            table.add(row);
        }
        Dynamics dynamics = new GradientDescent(new DoubleWell(1), 1);
        State state = dynamics.start(end);
        for (int i = 1; i < rows.length; i++) {
            state.advance(1);
        }
        return new Trajectory(table, new Timeline(dynamics, List.of("loss", "s"), "s", "s"), Outcome.COMPLETED, state);
    }

    private static Finding check(Claim claim, List<String> columns, double[][] rows, double... end) {
        return claim.check(run(columns, rows, end));
    }

    @Test
    void endsJustBelow() {
        Claim claim = ScalarNetworkClaims.endsJustBelow(0.1);
        List<String> columns = List.of("loss", "sharpness", "gfsSharpness");
        double[] start = {1, 15, 25};
        assertThat(check(claim, columns, new double[][] {start, {1e-9, 19.9, 19.9}}, 1)
                        .verdict())
                .isEqualTo(Verdict.HOLDS);
        assertThat(check(claim, columns, new double[][] {start, {1e-9, 20.1, 20.1}}, 1)
                        .verdict())
                .isEqualTo(Verdict.FAILS);
        assertThat(check(claim, columns, new double[][] {start, {1e-9, 15, 15}}, 1)
                        .verdict())
                .isEqualTo(Verdict.FAILS);
        assertThat(check(claim, columns, new double[][] {start, {0.1, 19.9, 19.9}}, 1)
                        .verdict())
                .isEqualTo(Verdict.NOT_REACHED);
        assertThat(check(claim, columns, new double[][] {{1, 15, 19}, {1e-9, 19, 19}}, 1)
                        .verdict())
                .isEqualTo(Verdict.NOT_APPLICABLE);
    }

    @Test
    void flowSharpnessFalls() {
        Claim claim = ScalarNetworkClaims.flowSharpnessFalls(0.1, "x");
        List<String> columns = List.of("gfsSharpness", "x");
        Finding rises = check(claim, columns, new double[][] {{25, 1}, {24, 1}, {24.001, 1}, {23, 1}}, 1);
        assertThat(rises.verdict()).isEqualTo(Verdict.FAILS);
        assertThat(rises.worstStep()).isEqualTo(2);
        assertThat(check(claim, columns, new double[][] {{25, 1}, {24, 1}, {24, 1}, {23, 1}}, 1)
                        .verdict())
                .isEqualTo(Verdict.HOLDS);
        assertThat(check(claim, columns, new double[][] {{29, 1}, {24, 1}}, 1).verdict())
                .isEqualTo(Verdict.NOT_APPLICABLE);
    }

    @Test
    void flowSharpnessIsLookedAtUpToASignChange() {
        Claim claim = ScalarNetworkClaims.flowSharpnessFalls(0.1, "x");
        List<String> columns = List.of("gfsSharpness", "x");
        Finding later = check(claim, columns, new double[][] {{25, 1}, {24, 1}, {26, -1}}, 1);
        assertThat(later.verdict()).isEqualTo(Verdict.HOLDS);
        assertThat(later.note()).contains("step 2");
        Finding atOnce = check(claim, columns, new double[][] {{25, 1}, {26, -1}}, 1);
        assertThat(atOnce.verdict()).isEqualTo(Verdict.NOT_REACHED);
    }

    @Test
    void imbalanceThatGrows() {
        Claim claim = Catapult.balancing(0.1);
        List<String> columns = List.of("loss", "sharpness", "imbalance");
        assertThat(check(claim, columns, new double[][] {{1, 25, 3}, {1e-9, 19, -4}}, 1)
                        .verdict())
                .isEqualTo(Verdict.FAILS);
        assertThat(check(claim, columns, new double[][] {{1, 25, 3}, {1e-9, 19, -2}}, 1)
                        .verdict())
                .isEqualTo(Verdict.HOLDS);
    }

    @Test
    void orbitsThatAreOthers() {
        List<String> columns = List.of("x", "sharpness");
        double[][] rows = {{0.9, 1}, {1, 2}};
        // The fixed point 1 is periodic but not the orbit; 0.9 is still on its way.
        assertThat(check(claim("ChenBruna.period2", 1.1), columns, rows, 1).verdict())
                .isEqualTo(Verdict.FAILS);
        assertThat(check(claim("ChenBruna.period2", 1.1), columns, rows, 0.9).verdict())
                .isEqualTo(Verdict.NOT_REACHED);
        assertThat(check(claim("ChenBruna.period4", 1.25), columns, rows, 1).verdict())
                .isEqualTo(Verdict.FAILS);
        assertThat(check(claim("ChenBruna.bounded", 1.25), columns, new double[][] {{0.9, 1}, {3, 1}}, 3)
                        .verdict())
                .isEqualTo(Verdict.FAILS);
        assertThat(check(claim("divergence", 2.05), columns, rows, 1).verdict()).isEqualTo(Verdict.NOT_REACHED);
    }

    private static Claim claim(String id, double eta) {
        return ChenBrunaClaims.oneDimensional(1, eta).stream()
                .filter(c -> c.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void tangentKernelAndItsMap() {
        List<Claim> claims = AgarwalaClaims.of(new SecondOrderRegression(0.005));
        List<String> columns = List.of("loss", "z", "T");
        double[][] rows = {{1, 0.02, 2.2}, {1e-9, 0, 1.99}};
        for (Claim claim : claims) {
            assertThat(check(claim, columns, rows, 1).verdict()).as(claim.id()).isEqualTo(Verdict.FAILS);
        }
    }

    @Test
    void catapultThatIsNone() {
        Claim claim = Catapult.claim(0.1, "");
        List<String> columns = List.of("loss", "sharpness");
        double[] start = {0.1, 25};
        assertThat(check(claim, columns, new double[][] {start, {0.01, 22}, {1e-9, 15}}, 1)
                        .verdict())
                .isEqualTo(Verdict.FAILS);
        assertThat(check(claim, columns, new double[][] {start, {0.2, 22}, {1e-9, 21}}, 1)
                        .verdict())
                .isEqualTo(Verdict.FAILS);
        assertThat(check(claim, columns, new double[][] {start, {0.2, 22}, {1e-9, 15}}, 1)
                        .verdict())
                .isEqualTo(Verdict.HOLDS);
    }
}
