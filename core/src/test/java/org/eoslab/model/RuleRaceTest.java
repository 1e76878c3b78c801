package org.eoslab.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.eoslab.LogCosh;
import org.eoslab.dynamics.State;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Preset;
import org.eoslab.experiment.Run;
import org.eoslab.experiment.race.RuleRace;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.eoslab.run.race.Race;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Races of rules on every small model: each entrant is its own run. */
class RuleRaceTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static final long STEPS = 30;

    static List<String> presets() {
        return new Models().presets().stream().map(Preset::name).toList();
    }

    private static Table race(RuleRace rules, long steps) {
        Table table = new Table(rules.race().names(), Recording.ALL, steps);
        List<State> states = rules.begin();
        rules.race().run(states, steps, List.of(table));
        return table;
    }

    @ParameterizedTest
    @MethodSource("presets")
    void anEntrantIsItsOwnRun(String preset) {
        Experiment experiment = CATALOGUE.experiment(CATALOGUE.preset(preset)).with(Map.of("steps", STEPS));
        RuleRace rules = RuleRace.of(experiment);
        Table race = race(rules, STEPS);
        assertThat(rules.experiments().size() + rules.refused().size()).isEqualTo(1 + RuleRace.USUAL.size());
        for (int i = 0; i < rules.experiments().size(); i++) {
            String name = rules.race().entrants().get(i).name();
            Table run = Run.of(rules.experiments().get(i), Recording.ALL, List.of())
                    .trajectory()
                    .table();
            for (String column : List.of("loss", "sharpness")) {
                for (int row = 0; row < Math.min(race.rows(), run.rows()); row++) {
                    assertThat(Double.compare(race.get(name + "." + column, row), run.get(column, row)))
                            .as("%s.%s at row %d", name, column, row)
                            .isZero();
                }
            }
        }
    }

    @Test
    void stayTogetherBelowTheEdgeAndGoApartAtIt() {
        Experiment experiment = LogCosh.of(400);
        Table table = race(RuleRace.of(experiment), 400);
        double[] descent = table.column("gd.y");
        // The gradient flow ends far from where gradient descent is taken by the edge: y² − x² is conserved.
        assertThat(table.get("gradient-flow.y", 400)).isCloseTo(Math.sqrt(36 - 0.25), within(1e-8));
        assertThat(descent[400]).isCloseTo(3.9764, within(1e-3));
        assertThat(table.get(Race.distance("gd", "edge-flow"), 400)).isLessThan(0.01);
        assertThat(table.get(Race.distance("gd", "gradient-flow"), 400)).isGreaterThan(1.9);
    }

    @Test
    void startsFromAnyParameters() {
        Experiment experiment = CATALOGUE.experiment(CATALOGUE.preset("zhu-fast"));
        RuleRace rules = RuleRace.of(experiment, List.of("gradient-flow", "adam"));
        double[] parameters = {1, 2, 3, 4};
        for (State state : rules.from(parameters).begin()) {
            assertThat(state.parameters()).containsExactly(parameters);
        }
        assertThat(rules.race().names())
                .contains("gradient-flow.loss", "adam.preconditionedSharpness", "distance.gradient-flow.adam");
    }

    @Test
    void refusesInOneLine() {
        Experiment neuron = CATALOGUE.experiment(CATALOGUE.preset("relu-neuron"));
        assertThat(RuleRace.of(neuron).refused().keySet())
                .containsExactlyInAnyOrder("constrained", "predicted", "central-flow");
        assertThatThrownBy(() -> RuleRace.of(neuron, List.of("gd", "central-flow")))
                .isInstanceOf(InputException.class)
                .hasMessage("optimizer: central-flow is not allowed; this model's loss has no third derivatives");
        assertThatThrownBy(() -> RuleRace.of(neuron, List.of("gd", "gd")))
                .isInstanceOf(InputException.class)
                .hasMessage("entrants: gd,gd is not allowed; it must be different rules, at least one");
        assertThatThrownBy(() -> RuleRace.of(neuron, List.of("gd", "centralflow")))
                .isInstanceOf(InputException.class)
                .hasMessage("entrant centralflow: unknown; the nearest is central-flow");
    }
}
