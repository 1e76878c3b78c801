package org.eoslab.model.factorisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eoslab.claim.Verdict;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Run;
import org.eoslab.objective.Objective;
import org.eoslab.objective.ObjectiveContract;
import org.eoslab.run.Outcome;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MatrixFactorisationTest implements ObjectiveContract {
    private static final Catalogue CATALOGUE = Catalogue.load();

    @Override
    public Objective objective() {
        return new MatrixFactorisation(3);
    }

    private static Run run(int n, Map<String, Object> changes) {
        Map<String, Object> settings = new LinkedHashMap<>(changes);
        settings.put("n", n);
        return Run.of(
                CATALOGUE.experiment(CATALOGUE.preset("matrix-factorisation")).with(settings),
                Recording.ALL,
                List.of());
    }

    /** Oracle: the formula ½(1 − xy)². */
    @Test
    void ofOneNumberIsTheFormula() {
        Map<String, Object> same = Map.of("eta", 3 / 36.0011, "steps", 60L);
        Table matrix = run(1, same).trajectory().table();
        Table formula = Run.of(
                        CATALOGUE.experiment(CATALOGUE.preset("factorisation")).with(same), Recording.ALL, List.of())
                .trajectory()
                .table();
        for (String column : List.of("x", "y", "loss", "sharpness")) {
            for (int t = 0; t <= 60; t++) {
                double expected = formula.get(column, t);
                // What rounding differs by at the start grows where steps are larger than stable.
                assertThat(matrix.get(column, t)).isCloseTo(expected, within(1e-9 * (1 + Math.abs(expected))));
            }
        }
    }

    /** Of 200 parameters the sharpness takes a hundred times as long as of 20: fewer steps, of which the first ones balance most. */
    @ParameterizedTest
    @CsvSource({"2, 5000", "3, 5000", "5, 5000", "10, 400"})
    void largeStepsBalanceWhatTheFlowKeeps(int n, long steps) {
        double sharpness = run(n, Map.of("steps", 0L)).trajectory().table().get("sharpness", 0);
        Run large = run(n, Map.of("eta", 3 / sharpness, "steps", steps));
        assertThat(large.findings()).extracting(f -> f.verdict()).containsExactly(Verdict.HOLDS);
        Table flow = run(n, Map.of("optimizer", "gradient-flow", "eta", 0.1 / sharpness, "steps", 50L))
                .trajectory()
                .table();
        assertThat(flow.get("imbalance", 50)).isCloseTo(flow.get("imbalance", 0), within(1e-5));
        assertThat(run(n, Map.of("eta", 6 / sharpness, "steps", steps))
                        .trajectory()
                        .outcome())
                .isEqualTo(Outcome.DIVERGED);
    }
}
