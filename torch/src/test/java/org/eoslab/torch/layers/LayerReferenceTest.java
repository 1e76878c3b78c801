package org.eoslab.torch.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eoslab.torch.Chunks;
import org.eoslab.torch.Loss;
import org.eoslab.torch.NetworkObjective;
import org.eoslab.torch.Precision;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Losses, gradients and Hessian products of networks of layers against PyTorch's own, made by {@code layers.py}. */
class LayerReferenceTest {
    /**
     * Some hundred roundings of another order of additions, on numbers of order one, times the hundred by which normalising pairs of near
     * numbers, which divides by their difference, multiplies them in a second derivative.
     */
    private static final double ROUNDING = 1e-11;

    private static final int EXAMPLES = 5;

    private static final Map<String, Loss> LOSSES = Map.of(
            "half-mse", Loss.HALF_SQUARED,
            "mse", Loss.SQUARED,
            "cross-entropy", Loss.CROSS_ENTROPY,
            "binary-cross-entropy", Loss.BINARY_CROSS_ENTROPY,
            "huber", Loss.HUBER);

    static Stream<Arguments> references() throws IOException {
        JsonNode all = new ObjectMapper()
                .readTree(Objects.requireNonNull(LayerReferenceTest.class.getResource("/layers/reference.json")));
        return StreamSupport.stream(all.spliterator(), false)
                .map(one ->
                        Arguments.of(one.get("layers").asText(), one.get("loss").asText(), one));
    }

    @ParameterizedTest
    @MethodSource("references")
    void agreesWithPyTorch(String layers, String lossName, JsonNode reference) {
        List<Long> shape = StreamSupport.stream(reference.get("shape").spliterator(), false)
                .map(JsonNode::asLong)
                .toList();
        LayerNetwork made = LayerList.read(layers).network(shape, true);
        Loss loss = LOSSES.get(lossName);
        double factor =
                switch (loss) {
                    case CROSS_ENTROPY, BINARY_CROSS_ENTROPY -> 0;
                    case HUBER -> 3;
                    default -> 1;
                };
        WaveData data = new WaveData(EXAMPLES, shape, made.outputShape().get(0).intValue(), factor);
        NetworkObjective objective =
                new NetworkObjective(made.network(), data, loss, Precision.FLOAT64, new Chunks(2, EXAMPLES));
        int n = objective.dimension();
        assertThat(n).isEqualTo(reference.get("parameters").asInt());
        double[] w = new double[n];
        double[] v = new double[n];
        for (int i = 0; i < n; i++) {
            w[i] = 0.3 * Math.cos(i);
            v[i] = Math.cos(2.0 * i);
        }
        double[] gradient = new double[n];
        double[] product = new double[n];
        assertThat(objective.gradient(w, gradient))
                .isCloseTo(reference.get("value").asDouble(), within(ROUNDING));
        objective.hessian(w).apply(v, product);
        check(gradient, reference.get("gradient"));
        check(product, reference.get("product"));
    }

    private static void check(double[] actual, JsonNode expected) {
        for (int i = 0; i < 10; i++) {
            double value = expected.get(i).asDouble();
            assertThat(actual[(int) ((long) i * (actual.length - 1) / 9)])
                    .as("number %d of ten", i)
                    .isCloseTo(value, within(ROUNDING * Math.max(1, Math.abs(value))));
        }
    }
}
