package org.eoslab.torch.script;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.State;
import org.eoslab.linalg.SymmetricOperator;
import org.eoslab.linalg.Vectors;
import org.eoslab.torch.Chunks;
import org.eoslab.torch.Loss;
import org.eoslab.torch.NetworkObjective;
import org.eoslab.torch.Precision;
import org.eoslab.torch.Trial;
import org.eoslab.torch.data.ArrayData;
import org.eoslab.torch.network.Parameter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Scripted and traced modules against what PyTorch computes with them. */
class ScriptNetworkTest {
    /** Sums of a few hundred terms of order one in another order. */
    private static final double REORDERED = 1e-12;

    /** The same after a hundred steps. */
    private static final double DESCENDED = 1e-9;

    static List<String> names() {
        return Resources.names();
    }

    private static NetworkObjective objective(ScriptNetwork network, JsonNode reference, Chunks chunks) {
        ArrayData inputs = ArrayData.inputs(
                "inputs", Resources.data(reference.get("inputs").asText()));
        List<Long> output = new Trial("network", network, inputs, Precision.FLOAT64, false).outputShape();
        ArrayData data = inputs.withTargets(
                "targets", Resources.data(reference.get("targets").asText()), output);
        Loss loss =
                switch (reference.get("loss").asText()) {
                    case "half-mse" -> Loss.HALF_SQUARED;
                    case "mse" -> Loss.SQUARED;
                    case "huber" -> Loss.HUBER;
                    case "cross-entropy" -> Loss.CROSS_ENTROPY;
                    default -> Loss.BINARY_CROSS_ENTROPY;
                };
        return new NetworkObjective(network, data, loss, Precision.FLOAT64, chunks);
    }

    @ParameterizedTest
    @MethodSource("names")
    void lossGradientAndTenHessianProductsArePyTorchs(String name) {
        JsonNode expected = Resources.reference().get(name);
        ScriptNetwork network = ScriptNetwork.load(Resources.file(name + ".pt"), any -> true, false);
        List<String> names = new ArrayList<>();
        expected.get("names").forEach(n -> names.add(n.asText()));
        assertThat(network.parameters().stream().map(Parameter::name)).isEqualTo(names);
        assertThat(network.precision()).isEqualTo(Precision.FLOAT64);
        double[] w = network.initial(7);
        assertThat(w).isEqualTo(Resources.numbers(expected.get("start")));
        for (Chunks chunks : List.of(new Chunks(100, 100), new Chunks(3, 0))) {
            NetworkObjective objective = objective(network, expected, chunks);
            double[] gradient = new double[w.length];
            assertThat(objective.value(w)).isCloseTo(expected.get("value").asDouble(), within(REORDERED));
            assertThat(objective.gradient(w, gradient))
                    .isCloseTo(expected.get("value").asDouble(), within(REORDERED));
            assertThat(gradient).containsExactly(Resources.numbers(expected.get("gradient")), within(REORDERED));
            double[] v = new double[w.length];
            Arrays.setAll(v, Math::cos);
            double[] product = new double[w.length];
            SymmetricOperator hessian = objective.hessian(w);
            for (int i = 0; i < 10; i++) {
                hessian.apply(v, product);
                assertThat(product)
                        .as("product %d", i)
                        .containsExactly(Resources.numbers(expected.get("product")), within(REORDERED));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void aHundredStepsArePyTorchs(String name) {
        JsonNode expected = Resources.reference().get(name);
        ScriptNetwork network = ScriptNetwork.load(Resources.file(name + ".pt"), any -> true, false);
        NetworkObjective objective = objective(network, expected, new Chunks(4, 4));
        GradientDescent descent =
                new GradientDescent(objective, expected.get("eta").asDouble());
        State state = descent.start(network.initial(0));
        double[] values = Resources.numbers(expected.get("values"));
        for (int step = 0; step <= 100; step++) {
            if (step % 10 == 0) {
                assertThat(objective.value(state.parameters()))
                        .as("step %d", step)
                        .isCloseTo(values[step / 10], within(DESCENDED));
            }
            if (step < 100) {
                descent.step(state);
            }
        }
        double[] end = Resources.numbers(expected.get("end"));
        assertThat(Vectors.distance(state.parameters(), end)).isLessThan(DESCENDED * Vectors.norm(end));
    }
}
