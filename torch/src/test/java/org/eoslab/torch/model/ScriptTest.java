package org.eoslab.torch.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eoslab.Shared;
import org.eoslab.dynamics.State;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Run;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.Lanczos;
import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.linalg.Vectors;
import org.eoslab.linalg.dense.DenseEigenSolver;
import org.eoslab.objective.Objective;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.eoslab.torch.script.Resources;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The model {@code torchscript}, against PyTorch's numbers and the dense Hessian. */
class ScriptTest {
    private static final double DESCENDED = 1e-9;

    static List<String> names() {
        return Resources.names();
    }

    private static Experiment experiment(String name, Map<String, ?> changes) {
        JsonNode reference = Resources.reference().get(name);
        Map<String, Object> file = new HashMap<>();
        file.put("model", "torchscript");
        file.put("network", Resources.file(name + ".pt"));
        file.put("inputs", Resources.data(reference.get("inputs").asText()));
        file.put("targets", Resources.data(reference.get("targets").asText()));
        file.put("loss", reference.get("loss").asText());
        file.put("eta", reference.get("eta").asDouble());
        file.putAll(changes);
        return Catalogue.load().experiment(file);
    }

    private static Table run(String name, Map<String, ?> changes) {
        return Run.of(experiment(name, changes), Recording.ALL, List.of())
                .trajectory()
                .table();
    }

    @ParameterizedTest
    @MethodSource("names")
    void aRunsLossesAndSharpnessArePyTorchs(String name) {
        JsonNode reference = Resources.reference().get(name);
        Map<String, Object> changes = Map.of("steps", 100, "every", 100, "tolerance", 1e-9, "eigenvalues", 2);
        Table table = run(name, changes);
        for (int i = 0; i <= 10; i++) {
            assertThat(table.get("loss", 10 * i))
                    .as("step %d", 10 * i)
                    .isCloseTo(reference.get("values").get(i).asDouble(), within(DESCENDED));
        }
        double top = reference.get("largest").get(0).asDouble();
        double next = reference.get("largest").get(1).asDouble();
        assertThat(table.get("sharpness", 0)).isCloseTo(top, within(DESCENDED * top));
        assertThat(table.get("eigenvalue2", 0)).isCloseTo(next, within(DESCENDED * top));
        assertThat(table.get("residual", 0)).isBetween(0.0, 1e-9 * top);
        assertThat(table.get("products", 0)).isPositive();
    }

    @Test
    void evaluationModeIsAskedFor() {
        Map<String, Object> regularised = Map.of("network", Resources.file("regularised.pt"), "steps", 50, "every", 50);
        Map<String, Object> asked = new HashMap<>(regularised);
        asked.put("mode", "eval");
        assertThat(run("regularised-eval", asked).column("loss"))
                .containsExactly(run("regularised-eval", Map.of("steps", 50, "every", 50))
                        .column("loss"));
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> run("regularised-eval", regularised))
                .withMessageContaining("or set mode: eval");
    }

    /** Of some parameters the Hessian is that block of the whole. */
    @Test
    void someParametersAreLearnedAndTheOthersStay() {
        Experiment all = experiment("recurrent", Map.of());
        Experiment some = experiment("recurrent", Map.of("parameters", "last.*, lstm.bias_?h_l0, lstm.bias_ih*"));
        State whole = all.build().start();
        State part = some.build().start();
        // lstm.weight_ih_l0 12×2, weight_hh_l0 12×3, bias_ih_l0 12, bias_hh_l0 12, last.weight 3, last.bias 1; "?" is
        // no wildcard.
        assertThat(whole.parameters()).hasSize(24 + 36 + 12 + 12 + 4);
        assertThat(part.parameters()).hasSize(12 + 4);
        int[] places = new int[16];
        Arrays.setAll(places, i -> i < 12 ? 60 + i : 72 + i);
        double[][] hessian = matrix(all, whole);
        double[][] block = matrix(some, part);
        for (int i = 0; i < 16; i++) {
            assertThat(part.parameters()[i]).isEqualTo(whole.parameters()[places[i]]);
            for (int j = 0; j < 16; j++) {
                assertThat(block[i][j]).isCloseTo(hessian[places[i]][places[j]], within(1e-14));
            }
        }
    }

    private static double[][] matrix(Experiment experiment, State state) {
        Objective objective = experiment.build().simulation().dynamics().objective();
        return DenseEigenSolver.matrix(objective.hessian(state.parameters()));
    }

    @Test
    void frozenParametersStay() {
        Experiment frozen = experiment("mlp", Map.of("network", Resources.file("frozen.pt"), "steps", 5, "every", 5));
        // Of 3×5 + 5, 5 + 5, 5×2 + 2 the first two are frozen.
        assertThat(frozen.build().start().parameters()).hasSize(22);
        double[] loss =
                Run.of(frozen, Recording.ALL, List.of()).trajectory().table().column("loss");
        assertThat(loss[5]).isLessThan(loss[0]);
    }

    /** A module in single precision computes in it, in double where that is asked for. */
    @Test
    void itsPrecisionIsThatOfItsParametersOrTheOneAskedFor() {
        Map<String, Object> single = Map.of("network", Resources.file("single.pt"), "steps", 0);
        Map<String, Object> wide = new HashMap<>(single);
        wide.put("dtype", "float64");
        double narrow = run("mlp", single).get("loss", 0);
        double exact = run("mlp", wide).get("loss", 0);
        assertThat(narrow).isNotEqualTo(exact).isCloseTo(exact, within(1e-6 * exact));
    }

    @ParameterizedTest
    @ValueSource(strings = {"constrained", "predicted", "central-flow"})
    void dynamicsThatNeedThirdDerivativesAreRefusedWhereTheseAreWrong(String optimizer) {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> run("mlp", Map.of("optimizer", optimizer)))
                .withMessageStartingWith("optimizer: " + optimizer + " is not allowed; it needs third derivatives, and")
                .withMessageContaining("layer norm");
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> run("mlp", Map.of("optimizer", optimizer, "weightDecay", 0.1)))
                .withMessageContaining("layer norm");
        Table right = run("convolutional", Map.of("optimizer", optimizer, "steps", 3, "every", 1, "eta", 1));
        assertThat(right.get("loss", 3)).isLessThan(right.get("loss", 0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"gd", "adam", "sgd", "gradient-flow", "nesterov"})
    void everyOtherOptimizerRunsWithWrongThirdDerivatives(String optimizer) {
        Map<String, Object> changes = new HashMap<>(Map.of("steps", 20, "every", 20, "eta", 0.02));
        changes.put("optimizer", optimizer);
        if (optimizer.equals("sgd")) {
            changes.put("batch", 4);
        }
        Table table = run("transformer", changes);
        assertThat(table.get("loss", 20)).isLessThan(table.get("loss", 0));
    }

    /** The training set for a test set, and a part of it held back. */
    @Test
    void aTestSetIsLookedAt() {
        JsonNode reference = Resources.reference().get("convolutional");
        Map<String, Object> changes = new HashMap<>(Map.of("steps", 20, "every", 10));
        Table plain = run("convolutional", changes);
        changes.put("testInputs", Resources.data(reference.get("inputs").asText()));
        changes.put("testTargets", Resources.data(reference.get("targets").asText()));
        Table same = run("convolutional", changes);
        plain.names().forEach(name -> assertThat(same.column(name)).as(name).containsExactly(plain.column(name)));
        for (int t = 0; t <= 20; t += 10) {
            assertThat(same.get("testLoss", t)).isCloseTo(plain.get("loss", t), within(1e-14));
            assertThat(same.get("testAccuracy", t))
                    .isEqualTo(plain.get("trainAccuracy", t))
                    .isBetween(0.0, 1.0);
        }
        Table held = run("convolutional", Map.of("steps", 20, "every", 10, "test", 0.25));
        assertThat(held.get("testLoss", 0)).isPositive().isNotEqualTo(held.get("loss", 0));
        assertThat(run("convolutional", Map.of("steps", 0, "rows", 3)).get("loss", 0))
                .isNotEqualTo(plain.get("loss", 0));
        changes.put("test", 0.25);
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> run("convolutional", changes))
                .withMessageEndingWith("one of them is the test set");
        changes.remove("test");
        changes.remove("testTargets");
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> run("convolutional", changes))
                .withMessageStartingWith("missing: testTargets");
    }

    @Test
    void refusesTargetsThatTheLossCannotHave() {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> run("mlp", Map.of("loss", "binary-cross-entropy")))
                .withMessageContaining("with loss: binary-cross-entropy it must be from 0 to 1");
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> run("mlp", Map.of("loss", "cross-entropy")))
                .withMessageContaining("with loss: cross-entropy it must be at least 0");
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> run("mlp", Map.of("measures", "self-stabilisation")))
                .withMessageContaining("self-stabilisation is not allowed; it needs third derivatives");
    }

    /** Made by PyTorch from outside of this project. */
    @ParameterizedTest
    @ValueSource(strings = {"net-scripted.pt", "net-traced.pt"})
    void theReferenceModulesHaveTheReferencesNumbers(String module) {
        Path folder = Shared.path("reference").resolve("torchscript");
        assumeThat(Files.exists(folder.resolve(module)))
                .as("%s is there", folder.resolve(module))
                .isTrue();
        Map<String, Object> file = new HashMap<>(Map.of("model", "torchscript", "loss", "half-mse", "eta", 0.05));
        file.put("network", folder.resolve(module).toString());
        file.put("inputs", folder.resolve("x.npy").toString());
        file.put("targets", folder.resolve("y.npy").toString());
        Experiment experiment = Catalogue.load().experiment(file);
        State start = experiment.build().start();
        Objective objective = experiment.build().simulation().dynamics().objective();
        assertThat(start.parameters()).hasSize(227);
        assertThat(objective.value(start.parameters())).isCloseTo(1.8092629595493386, within(1e-14));
        double[] ones = new double[227];
        Arrays.fill(ones, 1);
        double[] product = new double[227];
        SymmetricOperator hessian = objective.hessian(start.parameters());
        for (int i = 0; i < 10; i++) {
            hessian.apply(ones, product);
            assertThat(Vectors.norm(product)).isCloseTo(6.418453372840971, within(1e-13));
        }
        double largest =
                new Lanczos(1e-8, 500, 1).largest(hessian, 1, EigenPairs.NONE).largest();
        assertThat(largest).isCloseTo(6.5896478, within(1e-7));
    }
}
