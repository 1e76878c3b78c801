package org.eoslab.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eoslab.claim.Verdict;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Preset;
import org.eoslab.experiment.Run;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Wanted;
import org.eoslab.experiment.optimizer.OptimizerSetting;
import org.eoslab.experiment.setting.ReadingsSetting;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.eoslab.run.probe.StepProgress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule on every model that is quick enough for a slider: a new one of either is tested by itself. */
class EveryOptimizerTest {
    private static final long STEPS = 50;
    private static final Catalogue CATALOGUE = Catalogue.load();

    /** Columns that are not followed unless they are asked for. */
    private static final List<String> ALL = List.of("time", "clipped", "beta1Significand", "beta1Exponent");

    /** What a rule may ask of a loss that not every loss has, and how it says so. */
    private static final Map<String, String> REFUSALS = Map.of(
            "sgd", "optimizer: sgd is not allowed; this model's loss is not a mean over examples",
            "constrained", "optimizer: constrained is not allowed; this model's loss has no third derivatives",
            "predicted", "optimizer: predicted is not allowed; this model's loss has no third derivatives",
            "central-flow", "optimizer: central-flow is not allowed; this model's loss has no third derivatives");

    static Stream<Arguments> runs() {
        return presets().flatMap(p -> OptimizerSetting.names().stream().map(rule -> Arguments.of(p.name(), rule)));
    }

    private static Stream<Preset> presets() {
        return CATALOGUE.presets().stream()
                .filter(p -> CATALOGUE.model(p.model()).live());
    }

    private static Experiment experiment(String preset, String rule) {
        return CATALOGUE.experiment(CATALOGUE.preset(preset)).with(Map.of("optimizer", rule, "steps", STEPS));
    }

    @ParameterizedTest
    @MethodSource("runs")
    void runsFromItsRecordOrSaysWhyNot(String preset, String rule) {
        Experiment experiment = experiment(preset, rule);
        Run run;
        try {
            run = Run.of(experiment, Recording.ALL, List.of());
        } catch (InputException e) {
            assertThat(e).hasMessage(REFUSALS.get(rule));
            return;
        }
        assertThat(run.trajectory().end().step()).isPositive();
        Table table = run.trajectory().table();
        assertThat(table.names()).contains("loss", "sharpness");
        assertThat(table.names()).containsAll(parameters(experiment));
        assertThat(run.findings().stream().filter(f -> f.verdict() == Verdict.FAILS))
                .isEmpty();
        Experiment again = CATALOGUE.experiment(experiment.toMap());
        assertThat(again.settings()).isEqualTo(experiment.settings());
        Run second = Run.of(again, Recording.ALL, List.of());
        assertThat(second.trajectory().end().parameters())
                .containsExactly(run.trajectory().end().parameters());
        assertThat(second.trajectory().table().names()).isEqualTo(table.names());
        for (String column : table.names()) {
            assertThat(second.trajectory().table().column(column)).containsExactly(table.column(column));
        }
    }

    private static Set<String> parameters(Experiment experiment) {
        return experiment.settings().schema().stream()
                .filter(Setting::start)
                .map(s -> s.path().substring("start.".length()))
                .collect(Collectors.toSet());
    }

    /** A row of a sweep over rules is the run. */
    @ParameterizedTest
    @MethodSource("runs")
    void aRowIsTheRun(String preset, String rule) {
        Experiment base = CATALOGUE.experiment(CATALOGUE.preset(preset)).with(Map.of("steps", STEPS));
        Experiment experiment = base.with(Map.of("optimizer", rule));
        var rows = base.build().batch().of(new Wanted(ALL, Double.NaN, false));
        if (isRefused(experiment)) {
            assertThatThrownBy(() -> rows.run(List.of(experiment))).hasMessage(REFUSALS.get(rule));
            return;
        }
        var row = rows.run(List.of(base, experiment)).get(1);
        Run run = Run.of(experiment, Recording.ALL, List.of());
        Table table = run.trajectory().table();
        assertThat(row.outcome()).isEqualTo(run.trajectory().outcome());
        assertThat(row.firstCrossing()).isEqualTo(run.trajectory().timeline().firstCrossing());
        assertThat(row.cycles()).isEqualTo(run.trajectory().timeline().cycles().size());
        // A row is of a state; the progress of a step is the run's.
        List<String> ofStates = table.names().stream()
                .filter(name -> !StepProgress.NAMES.contains(name))
                .toList();
        assertThat(row.columns()).isEqualTo(ofStates);
        // Of a run that diverges a row has the last finite state, and of what was no number there the last reading.
        int last = (int) row.last("step");
        for (String column : ofStates) {
            int read = last;
            while (read > 0 && Double.isNaN(table.get(column, read))) {
                read--;
            }
            assertThat(row.last(column)).as(column).isEqualTo(table.get(column, read));
        }
    }

    private static boolean isRefused(Experiment experiment) {
        try {
            experiment.build();
            return false;
        } catch (InputException e) {
            return true;
        }
    }

    /** Readings every ten and every fifty steps leave the same run, of the models that read their curvature so seldom. */
    @ParameterizedTest
    @MethodSource("runs")
    void lookingChangesNothing(String preset, String rule) {
        Experiment experiment = experiment(preset, rule);
        if (isRefused(experiment)) {
            return;
        }
        List<State> often = states(experiment, 10);
        List<State> seldom = states(experiment, 50);
        assertThat(often).hasSameSizeAs(seldom);
        for (int t = 0; t < often.size(); t++) {
            assertThat(often.get(t).parameters())
                    .as("step %d", t)
                    .containsExactly(seldom.get(t).parameters());
            assertThat(often.get(t).memory())
                    .as("step %d", t)
                    .containsExactly(seldom.get(t).memory());
            assertThat(often.get(t).time()).isEqualTo(seldom.get(t).time());
        }
    }

    /** The states of a run that is measured every so many steps: by its own setting where it has one, else by who looks. */
    private static List<State> states(Experiment experiment, long every) {
        if (experiment.settings().has(ReadingsSetting.EVERY)) {
            List<State> states = new ArrayList<>();
            var problem = experiment.with(Map.of("every", every)).build();
            problem.simulation().run(problem.start().copy(), STEPS, List.of((state, row) -> states.add(state.copy())));
            return states;
        }
        var problem = experiment.build();
        State state = problem.start().copy();
        Dynamics dynamics = problem.simulation().dynamics();
        List<State> states = new ArrayList<>();
        for (long t = 0; t < STEPS && state.isFinite(); t++) {
            if (t % every == 0) {
                problem.simulation().row(state);
            }
            dynamics.step(state);
            states.add(state.copy());
        }
        return states;
    }
}
