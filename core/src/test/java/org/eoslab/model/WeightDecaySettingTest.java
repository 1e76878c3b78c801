package org.eoslab.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Run;
import org.eoslab.experiment.Wanted;
import org.eoslab.experiment.optimizer.OptimizerSetting;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code weightDecay: λ} is the run on the formula with ½λ‖w‖² written out, by every rule whose decay is a part of the gradient. */
class WeightDecaySettingTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final double DECAY = 0.3;

    /** What the rounding of another order of additions grows to over the steps, relative; a flow's is its integrator's. */
    private static final double ROUNDING = 1e-6;

    static List<String> coupled() {
        return OptimizerSetting.names().stream().filter(r -> !r.equals("adamw")).toList();
    }

    private static Experiment formula(String rule, String penalty) {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("model", "formula");
        file.put(
                "loss",
                List.of("(x*y - 1)^2" + penalty, "(x*y - 2)^2/3 + x^2/10" + penalty)
                        .toString());
        file.put("start", Map.of("x", 2.5, "y", 0.2));
        file.put("eta", 0.01);
        file.put("steps", 60);
        file.put("optimizer", rule);
        if (rule.equals("sgd")) {
            file.put("batch", 1);
        }
        return CATALOGUE.experiment(file);
    }

    /** What some rules are held against, of all that they descend on. */
    private static final List<String> OF_THE_RULE = List.of("preconditionedSharpness", "generalisedSharpness");

    private static Table table(Experiment experiment) {
        return Run.of(experiment, Recording.ALL, List.of()).trajectory().table();
    }

    @ParameterizedTest
    @MethodSource("coupled")
    void isTheFormulaWithThePenaltyWrittenOut(String rule) {
        Table written = table(formula(rule, " + " + DECAY + "*(x^2 + y^2)/2"));
        Table set = table(formula(rule, "").with(Map.of("weightDecay", DECAY)));
        assertThat(set.rows()).isEqualTo(written.rows());
        for (int row = 0; row < set.rows(); row++) {
            double x = set.get("x", row);
            double y = set.get("y", row);
            assertThat(x).as("step %d", row).isCloseTo(written.get("x", row), within(ROUNDING * Math.abs(x)));
            // Measured without the decay.
            double square = x * x + y * y;
            if (!Double.isNaN(set.get("loss", row))) {
                double loss = written.get("loss", row);
                assertThat(set.get("loss", row)).isCloseTo(loss - DECAY * square / 2, within(1e-5 * loss));
            }
            double sharpness = written.get("sharpness", row);
            assertThat(set.get("sharpness", row)).isCloseTo(sharpness - DECAY, within(1e-5 * sharpness));
            for (String own : OF_THE_RULE) {
                if (set.has(own)) {
                    double expected = written.get(own, row);
                    assertThat(set.get(own, row)).isCloseTo(expected, within(1e-5 * expected));
                }
            }
        }
        var dynamics = formula(rule, "").with(Map.of("weightDecay", DECAY)).build();
        var plain = formula(rule, " + " + DECAY + "*(x^2 + y^2)/2").build();
        double threshold = plain.simulation().dynamics().stabilityThreshold(plain.start());
        boolean ofTheRule = OF_THE_RULE.stream().anyMatch(set::has);
        double expected = ofTheRule || Double.isInfinite(threshold) ? threshold : threshold - DECAY;
        assertThat(dynamics.simulation().dynamics().stabilityThreshold(dynamics.start()))
                .isEqualTo(expected, within(1e-9 * Math.min(Math.abs(expected), 1e300)));
    }

    /** A sweep's kernel, which knows no decay, is not asked. */
    @Test
    void aRowOfASweepIsTheRun() {
        Experiment experiment = CATALOGUE
                .experiment(CATALOGUE.preset("wang"))
                .with(Map.of("weightDecay", 0.01, "steps", 40, "until", "loss < 1e-3"));
        Table run = table(experiment);
        var row = experiment
                .build()
                .batch()
                .of(new Wanted(List.of("x"), Double.NaN, false))
                .run(List.of(experiment))
                .get(0);
        assertThat(row.last("x")).isEqualTo(run.get("x", run.rows() - 1));
        assertThat(row.last("step")).isEqualTo(run.get("step", run.rows() - 1));
        assertThat(row.last("sharpness")).isEqualTo(run.get("sharpness", run.rows() - 1));
    }

    @Test
    void isRefusedWhereItWouldDoNothing() {
        Experiment canonical = CATALOGUE.experiment(CATALOGUE.preset("canonical"));
        assertThatThrownBy(() -> canonical.with(Map.of("weightDecay", 0.1)))
                .isInstanceOf(InputException.class)
                .hasMessageStartingWith(
                        "weightDecay: 0.1 has no effect with optimizer: gd; it acts with optimizer: polyak,");
        assertThatThrownBy(() -> formula("gd", "").with(Map.of("weightDecay", -1)))
                .hasMessage("weightDecay: -1 is not allowed; it must be at least 0 and finite");
    }
}
