package org.eoslab.torch.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.eoslab.Shared;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Model;
import org.eoslab.experiment.Preset;
import org.eoslab.experiment.Problem;
import org.eoslab.experiment.Run;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.setting.ReadingsSetting;
import org.eoslab.linalg.Vectors;
import org.eoslab.run.Outcome;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NetworkModelsTest {
    private static final double ROUNDING = 1e-12;

    private static Experiment experiment(String preset, Map<String, ?> changes) {
        Catalogue catalogue = Catalogue.load();
        return catalogue.experiment(catalogue.preset(preset)).with(changes);
    }

    @Test
    void everyPresetAndItsQuickVersionHaveAllowedSettings() {
        Catalogue catalogue = Catalogue.load();
        List<Preset> presets = new NetworkLibrary().presets();
        assertThat(presets).extracting(Preset::name).contains("chebyshev-4", "cifar-fc", "sst2-transformer");
        for (Preset preset : presets) {
            Experiment experiment = catalogue.experiment(preset);
            assertThat(experiment.with(preset.quick()).model().name()).isEqualTo(preset.model());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "gd, 10",
        "polyak, 19", // (2 + 2·0.9)/0.2
        "nesterov, 6.785714285714286", // 19/2.8
        "rmsprop, 10",
        "adam, 190", // 19/(1 − 0.9)
        "sgd, 10"
    })
    void everyOptimizerTrainsAndKnowsItsThreshold(String optimizer, double threshold) {
        Map<String, Object> changes = new HashMap<>(Map.of("optimizer", optimizer));
        if (optimizer.equals("sgd")) {
            changes.put("batch", 5);
        }
        Problem problem = build(changes);
        Dynamics dynamics = problem.simulation().dynamics();
        assertThat(dynamics.stabilityThreshold(problem.start())).isCloseTo(threshold, within(ROUNDING * threshold));
        changes.putAll(Map.of("steps", 20, "every", 10));
        Run run = Run.of(experiment("chebyshev-4", changes), Recording.ALL, List.of());
        assertThat(run.trajectory().outcome()).isEqualTo(Outcome.COMPLETED);
        assertThat(run.trajectory().table().get("sharpness", 20)).isPositive();
    }

    @Test
    void theStepsAskedForHaveAReadingBesides() {
        Experiment asked = ReadingsSetting.with(
                experiment("chebyshev-4", Map.of("steps", 20, "every", 10)), new long[] {0, 7, 3, 10});
        // The preset has 1 and 10.
        assertThat(asked.settings().value("readings")).isEqualTo("1,3,7,10");
        double[] sharpness =
                Run.of(asked, Recording.ALL, List.of()).trajectory().table().column("sharpness");
        assertThat(IntStream.range(0, 21).filter(i -> !Double.isNaN(sharpness[i])))
                .containsExactly(0, 1, 3, 7, 10, 20);
    }

    @Test
    void whatIsMeasuredBesidesLeavesTheRestAsItIs() {
        Map<String, Object> plain = Map.of("steps", 40, "every", 10, "seed", 3, "dtype", "float64");
        Map<String, Object> measured = new HashMap<>(plain);
        measured.put("measures", "trace,density,batch-sharpness,self-stabilisation");
        measured.put("measuresEvery", 8);
        measured.put("batch", 20);
        Table without = Run.of(experiment("chebyshev-4", plain), Recording.ALL, List.of())
                .trajectory()
                .table();
        Table with = Run.of(experiment("chebyshev-4", measured), Recording.ALL, List.of())
                .trajectory()
                .table();
        without.names().forEach(name -> assertThat(with.column(name)).containsExactly(without.column(name)));
        assertThat(IntStream.range(0, 41).filter(i -> !Double.isNaN(with.get("hessianTrace", i))))
                .containsExactly(0, 8, 16, 24, 32, 40);
        // A batch of all examples: the Rayleigh quotient of the gradient, at most the sharpness.
        assertThat(with.get("batchSharpness", 40)).isLessThan(with.get("sharpness", 40));
        assertThat(with.get("batchSharpnessError", 40)).isZero();
        assertThat(with.get("selfStabilisation", 40)).isPositive();
        assertThat(with.get("densityNode1", 40)).isCloseTo(with.get("sharpness", 40), within(1e-3));
    }

    @Test
    void refusesUnknownMeasures() {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> build(Map.of("measures", "trace,spectrum")))
                .withMessageContaining("it must be some of trace,density,batch-sharpness,self-stabilisation");
    }

    /** 2/η, with η halved at step 10. */
    @Test
    void theThresholdOfEachStepIsRecorded() {
        Run run = Run.of(
                experiment("chebyshev-4", Map.of("steps", 20, "every", 10, "schedule", "step 0.5 10")),
                Recording.ALL,
                List.of());
        double[] threshold = run.trajectory().table().column("stabilityThreshold");
        assertThat(threshold[9]).isEqualTo(10);
        assertThat(threshold[10]).isEqualTo(20);
    }

    /** The first spike lasts a few steps: it is as high as a loop of its own sees it, whatever the readings of the curvature see of it. */
    @Test
    void theLossOfEveryStepIsRecorded() {
        int steps = 2400;
        Experiment experiment = experiment("chebyshev-4", Map.of("steps", steps, "every", 100));
        Run run = Run.of(experiment, Recording.ALL, List.of());
        double[] loss = run.trajectory().table().column("loss");
        double[] gradientNorm = run.trajectory().table().column("gradientNorm");
        Dynamics dynamics = experiment.build().simulation().dynamics();
        State state = experiment.build().start();
        double[] gradient = new double[state.parameters().length];
        for (int t = 0; t <= steps; t++) {
            assertThat(loss[t]).as("step %d", t).isEqualTo(dynamics.objective().gradient(state.parameters(), gradient));
            assertThat(gradientNorm[t]).as("step %d", t).isEqualTo(Vectors.norm(gradient));
            dynamics.step(state);
        }
        double spike =
                IntStream.range(2000, steps).mapToDouble(t -> loss[t]).max().orElseThrow();
        double seenByReadings =
                IntStream.range(20, 24).mapToDouble(t -> loss[100 * t]).max().orElseThrow();
        assertThat(spike).isGreaterThan(3 * seenByReadings);
    }

    /** For sgd the loss over all examples is not at hand. */
    @Test
    void theLossOfARuleThatSeesBatchesIsReadWithTheCurvature() {
        Table table = Run.of(
                        experiment(
                                "chebyshev-4",
                                Map.of("steps", 20, "every", 5, "readings", "none", "optimizer", "sgd", "batch", 5)),
                        Recording.ALL,
                        List.of())
                .trajectory()
                .table();
        double[] loss = table.column("loss");
        assertThat(IntStream.range(0, 21).filter(i -> !Double.isNaN(loss[i]))).containsExactly(0, 5, 10, 15, 20);
    }

    /** Every model of this module, with nothing but its name, is built or says in one line what is missing. */
    @Test
    void everyModelHasWhatAllHaveAndSaysWhatItNeeds() {
        Catalogue catalogue = Catalogue.load();
        for (Model model : new NetworkLibrary().models()) {
            assertThat(model.settings().stream().<String>map(Setting::name))
                    .as(model.name())
                    .contains("eta", "steps", "seed", "optimizer", "weightDecay", "until", "measures", "dtype");
            assertThatExceptionOfType(InputException.class)
                    .as(model.name())
                    .isThrownBy(() -> catalogue.experiment(Map.of("model", model.name())))
                    .withMessageStartingWith("missing: ")
                    .withMessageContaining("eta (step size; > 0 and finite)");
        }
        assertThat(catalogue.models()).extracting(Model::name).contains("network", "torchscript", "cifar-fc");
    }

    /** w⁺ = w − η(∇L + λw), and the loss stays that without the decay. */
    @Test
    void weightDecayIsAPartOfTheGradientAndNotOfTheLoss() {
        Map<String, Object> changes = Map.of("steps", 15, "dtype", "float64", "eta", 0.1);
        Map<String, Object> with = new HashMap<>(changes);
        with.put("weightDecay", 0.3);
        Table table = Run.of(experiment("chebyshev-4", with), Recording.ALL, List.of())
                .trajectory()
                .table();
        Dynamics plain = experiment("chebyshev-4", changes).build().simulation().dynamics();
        double[] w =
                experiment("chebyshev-4", changes).build().start().parameters().clone();
        double[] gradient = new double[w.length];
        for (int t = 0; t <= 15; t++) {
            double loss = plain.objective().gradient(w, gradient);
            assertThat(table.get("loss", t)).isCloseTo(loss, within(ROUNDING));
            for (int i = 0; i < w.length; i++) {
                w[i] -= 0.1 * (gradient[i] + 0.3 * w[i]);
            }
        }
        assertThat(table.get("stabilityThreshold", 0)).isCloseTo(20 - 0.3, within(ROUNDING));
    }

    /** What few images leave out of the first weights decays too, so nothing is left out. */
    @Test
    void weightDecayIsOfAllWeights() {
        Map<String, Object> few = new HashMap<>(
                Map.of("data", Shared.path("data").toString(), "images", 50, "width", 8, "depth", 2, "steps", 1));
        assertThat(experiment("cifar-fc-1000", few).build().start().parameters())
                .hasSize(50 * 8 + 8 + 8 * 10 + 10);
        few.put("weightDecay", 0.01);
        assertThat(experiment("cifar-fc-1000", few).build().start().parameters())
                .hasSize(3072 * 8 + 8 + 8 * 10 + 10);
    }

    private static Problem build(Map<String, ?> changes) {
        Experiment experiment = experiment("chebyshev-4", changes);
        return experiment.build();
    }

    @Test
    void refusesABatchLargerThanTheData() {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> build(Map.of("optimizer", "sgd", "batch", 21)))
                .withMessage("batch: 21 is not allowed; there are 20 examples");
    }

    @Test
    void theSameSeedGivesTheSameStart() {
        double[] one = build(Map.of("seed", 1)).start().parameters();
        assertThat(build(Map.of("seed", 1)).start().parameters()).isEqualTo(one);
        assertThat(build(Map.of("seed", 2)).start().parameters()).isNotEqualTo(one);
    }

    @Test
    void aThousandImagesStartAboveTheThresholdAndComeDown() {
        Run run = Run.of(
                experiment(
                        "cifar-fc-1000",
                        Map.of(
                                "steps",
                                100,
                                "every",
                                25,
                                "data",
                                Shared.path("data").toString())),
                new Recording.Every(25),
                List.of());
        Table table = run.trajectory().table();
        // The published description: near 73 at the start, about 42 by step 50, then between 40 and 55.
        assertThat(table.get("sharpness", 0)).isBetween(65.0, 82.0);
        assertThat(table.get("loss", 0)).isBetween(0.55, 0.65);
        for (int row = 2; row < table.rows(); row++) {
            assertThat(table.get("sharpness", row)).isBetween(38.0, 55.0);
        }
        assertThat(table.get("loss", 4)).isLessThan(0.35);
    }
}
