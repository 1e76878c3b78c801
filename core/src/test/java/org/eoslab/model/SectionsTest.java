package org.eoslab.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.StepSize;
import org.eoslab.dynamics.optimizer.Adaptive;
import org.eoslab.dynamics.optimizer.Momentum;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Model;
import org.eoslab.experiment.Preset;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.experiment.optimizer.OptimizerSetting;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.sweep.Sweep;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Settings in sections, under their flat names, and those that have no effect. */
class SectionsTest {
    private static final Catalogue CATALOGUE = Catalogue.load();

    private static Experiment preset(String name, Map<String, ?> changes) {
        return CATALOGUE.experiment(CATALOGUE.preset(name)).with(changes);
    }

    private static Object dynamics(Experiment experiment) {
        return experiment.build().simulation().dynamics();
    }

    /** β₂ is a weight and a decay, clipping the paper's and the gradient's. */
    @Test
    void aClashIsSolvedByTheSection() {
        Map<String, Object> file = new LinkedHashMap<>();
        file.put("model", "minimalist");
        file.put("eta", 3.2);
        file.put("start", Map.of("alpha", 0.7, "beta1", 0.005, "beta2", 0.2));
        file.put("optimizer", Map.of("name", "adam", "beta2", 0.99, "momentum", 0.8, "clip", "norm 2"));
        Experiment experiment = CATALOGUE.experiment(file);
        Minimalist loss = new Minimalist(1, 0.001);
        Adaptive adam = new Adaptive(loss, new StepSize(StepSize.constant(3.2).schedule(), 2), 0.8, 0.99, 1e-8);
        assertThat(dynamics(experiment)).isEqualTo(adam);
        assertThat(experiment.build().start().parameters()).containsExactly(0.7, 0.005, 0.2);
        assertThat(experiment.settings().acting())
                .containsEntry("optimizer", "adam")
                .containsEntry("beta2", 0.2)
                .containsEntry("optimizer.beta2", 0.99)
                .containsEntry("optimizer.clip", "norm 2")
                .doesNotContainKey("clip");
        assertThat(CATALOGUE.experiment(experiment.toMap()).settings()).isEqualTo(experiment.settings());
        assertThat(dynamics(preset(
                        "canonical",
                        Map.of(
                                "optimizer",
                                "adam",
                                "optimizer.beta2",
                                "0.99",
                                "momentum",
                                "0.8",
                                "optimizer.clip",
                                "norm 2"))))
                .isEqualTo(adam);
    }

    @Test
    void whereNothingClashesTheFlatNameIsTheSame() {
        Map<String, Object> flat = Map.of("optimizer", "polyak", "momentum", 0.5, "clip", "norm 1");
        Map<String, Object> sections =
                Map.of("optimizer.name", "polyak", "optimizer.momentum", 0.5, "optimizer.clip", "norm 1");
        assertThat(preset("zhu", sections).settings())
                .isEqualTo(preset("zhu", flat).settings());
        assertThat(dynamics(preset("zhu", flat))).isInstanceOf(Momentum.class);
        assertThatThrownBy(() -> preset("zhu", Map.of("momentum", 0.5, "optimizer.momentum", 0.5)))
                .isInstanceOf(InputException.class)
                .hasMessageEndingWith("is given twice");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "zhu | momentum | 0.9 | gd | momentum: 0.9 has no effect with optimizer: gd; it acts with optimizer: polyak, nesterov, adam, adamw, muon",
                "zhu | beta2 | 0.5 | polyak | beta2: 0.5 has no effect with optimizer: polyak; it acts with optimizer: rmsprop, adam, adamw",
                "zhu | batch | 3 | gd | batch: 3 has no effect with optimizer: gd; it acts with optimizer: sgd",
                "zhu | schedule | cosine 9 | gradient-flow | schedule: cosine 9 has no effect with optimizer: gradient-flow; it acts with optimizer: gd, polyak, nesterov, rmsprop, adam, adamw, sgd, normalised, sqrt-loss, sam, sign, muon",
                "zhu | clip | norm 1 | central-flow | clip: norm 1 has no effect with optimizer: central-flow; it acts with optimizer: gd, polyak, nesterov, rmsprop, adam, adamw, sgd, sqrt-loss, sam, sign, muon",
                "canonical | clip | none | adam | clip: none has no effect with optimizer: adam; it acts with optimizer: gd",
                "canonical | schedule | cosine 9 | gd | schedule: cosine 9 has no effect with optimizer: gd; it acts with optimizer: polyak, nesterov, rmsprop, adam, adamw, sgd, normalised, sqrt-loss, sam, sign, muon",
                "formula | measuresEvery | 7 | gd | measuresEvery: 7 has no effect with measures: none; it acts with measures: trace, density, batch-sharpness, self-stabilisation, non-uniformity, opposing, balance, output-norm, gradient-covariance, midpoint-sharpness, valley-floor, critical-sharpness, growth-exponent, gfs-sharpness"
            })
    void aChangeWithoutEffectIsRefused(String preset, String key, String value, String optimizer, String message) {
        assertThatThrownBy(() -> preset(preset, Map.of("optimizer", optimizer, key, value)))
                .isInstanceOf(InputException.class)
                .hasMessage(message);
    }

    @Test
    void whatNobodyTouchedIsNotRefused() {
        Experiment adam = preset("unclipped", Map.of("optimizer", "adam"));
        assertThat(adam.toMap()).doesNotContainKey("clip");
        assertThat(preset("zhu", Map.of("optimizer", "polyak", "momentum", 0.5))
                        .with(Map.of("optimizer", "gd"))
                        .settings())
                .isEqualTo(preset("zhu", Map.of()).settings());
    }

    /** As records had it before. */
    @Test
    void aFileMayHoldDefaultsThatDoNotActButNothingElse() {
        Map<String, Object> file = new LinkedHashMap<>(Map.of("model", "zhu", "optimizer", "gd", "momentum", 0.9));
        Experiment experiment = CATALOGUE.experiment(file);
        assertThat(dynamics(experiment)).isInstanceOf(GradientDescent.class);
        assertThat(experiment.toMap()).doesNotContainKey("momentum");
        file.put("momentum", 0.8);
        assertThatThrownBy(() -> CATALOGUE.experiment(file))
                .hasMessageStartingWith("momentum: 0.8 has no effect with optimizer: gd");
        assertThat(CATALOGUE.ofPanel(file).settings()).isEqualTo(experiment.settings());
    }

    static List<Preset> presets() {
        return CATALOGUE.presets();
    }

    /** A panel shows every setting; what it sends back is the preset. */
    @ParameterizedTest
    @MethodSource("presets")
    void allOfAPresetsSettingsAreThePreset(Preset preset) {
        Experiment experiment = CATALOGUE.experiment(preset);
        Map<String, Object> all = new LinkedHashMap<>(experiment.settings().flat());
        all.put("model", preset.model());
        assertThat(CATALOGUE.experiment(all).settings()).isEqualTo(experiment.settings());
        assertThat(CATALOGUE.ofPanel(all).settings()).isEqualTo(experiment.settings());
        all.remove("model");
        assertThat(experiment.settings().differing(all)).isEmpty();
    }

    static List<Model> models() {
        return CATALOGUE.models();
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyModelHasEveryRule(Model model) {
        Setting<?> optimizer = model.settings().stream()
                .filter(s -> s.name().equals("optimizer"))
                .findFirst()
                .orElseThrow();
        assertThat(optimizer.allowed()).isEqualTo("one of " + String.join(", ", OptimizerSetting.names()));
        Settings.known(model.settings(), List.of());
    }

    /** In a sweep's file the sections of a preset can be written over. */
    @Test
    void aSweepTakesSections() {
        Sweep sweep = Sweep.read(
                Map.of(
                        "preset",
                        "unclipped",
                        "optimizer",
                        Map.of("name", "polyak"),
                        "start",
                        Map.of("alpha", 0.5),
                        "sweep",
                        Map.of(
                                "design",
                                "grid",
                                "axes",
                                Map.of("optimizer.momentum", Map.of("from", 0.1, "to", 0.9, "points", 3)))),
                CATALOGUE);
        assertThat(sweep.base().settings().value("alpha")).isEqualTo(0.5);
        assertThat(sweep.rows(0, 3).column("optimizer.momentum")).isNotNull();
    }
}
