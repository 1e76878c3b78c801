package org.eoslab.model.literature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Run;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The measures of works whose systems have them in closed form. */
class LiteratureMeasuresTest {
    private static Table run(String preset, Map<String, ?> changes) {
        Catalogue catalogue = Catalogue.load();
        Experiment experiment = catalogue.experiment(catalogue.preset(preset)).with(changes);
        return Run.of(experiment, Recording.ALL, List.of()).trajectory().table();
    }

    /** At 1 the examples have h = 0.2 and 3.8, so √(mean h² − 4) = 1.8; at 0 both have 2. */
    @Test
    void examplesDifferAtOneOfTwoMinimaOfOneSharpness() {
        Map<String, Object> measured = Map.of("measures", "non-uniformity", "measuresEvery", 1L, "steps", 1L);
        Table at1 = run("non-uniformity-gd", measured);
        assertThat(at1.get("nonUniformity", 0)).isCloseTo(1.8, within(1e-12));
        Table at0 = run(
                "non-uniformity-gd", Map.of("measures", "non-uniformity", "measuresEvery", 1L, "steps", 1L, "x", 0.0));
        assertThat(at0.get("nonUniformity", 0)).isZero();
        assertThat(at1.get("sharpness", 0)).isEqualTo(at0.get("sharpness", 0)).isEqualTo(2);
        assertThatThrownBy(() -> run("formula", measured))
                .isInstanceOf(InputException.class)
                .hasMessage("measures: non-uniformity is not allowed; this model's loss is not a mean over examples");
    }

    /** On the cycle {x, −x}: c = 0 and s = |x|. */
    @ParameterizedTest
    @CsvSource({"2.1", "2.5", "4"})
    void growthIsSubquadraticOnTheCycle(double eta) {
        Table table = run("subquadratic", Map.of("eta", eta, "measures", "growth-exponent", "measuresEvery", 1L));
        double x = Math.abs(table.get("x", 1000));
        double exponent = Math.log(Math.log(Math.cosh(x)) / Math.log(Math.cosh(x / 2))) / Math.log(2);
        assertThat(table.get("growthExponent", 1000))
                .isCloseTo(exponent, within(1e-9))
                .isLessThan(2);
        Table control = run("superquadratic", Map.of("measures", "growth-exponent", "measuresEvery", 1L));
        assertThat(control.get("growthExponent", 3)).isGreaterThan(2);
    }

    /** Any model of few parameters has it: a quadratic valley, here of the minimalist model's beta1, has the exponent 2. */
    @Test
    void aQuadraticValleyGrowsWithTheSquare() {
        Table table = run("canonical", Map.of("measures", "growth-exponent", "steps", 300L));
        assertThat(table.get("growthExponent", 257)).isCloseTo(2, within(0.01));
    }
}
