package org.eoslab.torch.layers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.eoslab.experiment.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayerListTest {
    private static LayerNetwork network(String layers, Long... shape) {
        return LayerList.read(layers).network(List.of(shape), false);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3 | [linear 64, tanh, linear 3] | 3 | 451",
                "3 | linear 64, tanh, linear 3 | 3 | 451",
                "4 | [linear 5, layer-norm, group-norm 5, linear 1] | 1 | 51", // 25 + 10 + 10 + 6
                "3 32 32 | [conv 16 3 same, relu, max-pool, conv 8 5 stride 2, flatten, linear 10] | 10 | 6546",
                "1 28 28 | [average-pool 3, flatten] | 81 | 0",
                "2 9 7 | [conv 4 3 same stride 2] | 4 5 4 | 76",
                "4 | [residual [linear 4, tanh], residual [linear 4]] | 4 | 40",
            })
    void knowsItsShapesAndParameters(String input, String layers, String output, int parameters) {
        LayerNetwork made = LayerList.read(layers)
                .network(Stream.of(input.split(" ")).map(Long::valueOf).toList(), false);
        assertThat(made.outputShape())
                .isEqualTo(Stream.of(output.split(" ")).map(Long::valueOf).toList());
        assertThat(made.network().dimension()).isEqualTo(parameters);
    }

    /** As YAML's lists with a list as a value are in Java, as they are written in a file, and in brackets. */
    @Test
    void aBranchMayBeWrittenInThreeWays() {
        LayerList plain = LayerList.read("[linear 4, residual [linear 4, tanh], linear 1]");
        assertThat(LayerList.read("[linear 4, {residual=[linear 4, tanh]}, linear 1]"))
                .isEqualTo(plain);
        assertThat(LayerList.read("[linear 4, residual: [linear 4, tanh], linear 1]"))
                .isEqualTo(plain);
        assertThat(plain.network(List.of(3L), false).numbers()).isEqualTo(4 + 4 + 4 + 1);
    }

    @Test
    void kinksAreNamedOnce() {
        assertThat(network("[conv 2 3, relu, max-pool, relu]", 1L, 8L, 8L).kinks())
                .containsExactly("relu", "max-pool");
        assertThat(network("[linear 2, tanh]", 1L).kinks()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[linear 4, tanhh] | layers: layer 2, tanhh: unknown; the nearest is tanh",
                "[liner 4, tanh] | layers: layer 1, liner: unknown; the nearest is linear",
                "[linear 4, residual [linear 4, rellu]] | layers: layer 2.2, rellu: unknown; the nearest is relu",
                "[linear] | layers: layer 1 (linear) must be linear N",
                "[linear 4 5] | layers: layer 1 (linear 4 5) must be linear N",
                "[linear x] | layers: layer 1 (linear x) has x where a whole number from 1 to 1000000 must be",
                "[linear 0] | layers: layer 1 (linear 0) has 0 where a whole number from 1 to 1000000 must be",
                "[linear 1.5] | layers: layer 1 (linear 1.5) has 1.5 where a whole number from 1 to 1000000 must be",
                "[tanh 3] | layers: layer 1 (tanh 3) must be tanh",
                "[tanh, conv 4 3] | layers: layer 2 (conv 4 3) gets 3 numbers an example and takes channels x height x width",
                "[linear 4, residual [linear 5]] | layers: layer 2 (residual [linear 5]) gets 4 numbers an example and its branch gives 5 numbers; they are added, so they must be the same",
                "[residual] | layers: layer 1 (residual) must be residual [...] with the layers of its branch",
                "[tanh [linear 3]] | layers: layer 1 (tanh [linear 3]) has layers in brackets; only residual [...] has",
                "[linear 4, group-norm 3] | layers: layer 2 (group-norm 3) has groups that do not divide the 4 numbers that it gets",
                "[linear 4, batch-norm] | layers: layer 2 (batch-norm) mixes the examples of a batch in training mode, so that the loss is no mean over examples; mode: eval uses it in evaluation mode, and layer-norm and group-norm mix none",
                "[linear 4 | layers: a ] is missing at the end; layers are written as [linear 64, tanh, linear 3]",
                "[linear 4,] | layers: layer 2 is missing; layers are written as [linear 64, tanh, linear 3]",
                "[] | layers: layer 1 is missing; layers are written as [linear 64, tanh, linear 3]",
                "[linear 4]] | layers: after the last ] there is ]; layers are written as [linear 64, tanh, linear 3]",
                "[linear 1000000, linear 1000000] | layers: layer 2 (linear 1000000) makes more than 2147483647 parameters or numbers an example",
            })
    void whatDoesNotFitIsOneLine(String layers, String message) {
        assertThatThrownBy(() -> network(layers, 3L))
                .isInstanceOf(InputException.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[linear 4] | layers: layer 1 (linear 4) gets 1 x 4 x 4 numbers an example and takes a row of numbers; put flatten before it",
                "[conv 2 5] | layers: layer 1 (conv 2 5) gets 1 x 4 x 4 numbers an example, smaller than its kernel",
                "[conv 2 2 same] | layers: layer 1 (conv 2 2 same) has a kernel without a centre, which same cannot pad evenly; take an odd one",
                "[conv 2] | layers: layer 1 (conv 2) must be conv C K, with stride S or same or both after it",
                "[conv 2 3 stride] | layers: layer 1 (conv 2 3 stride) must be conv C K, with stride S or same or both after it",
                "[conv 2 3 padded] | layers: layer 1 (conv 2 3 padded) must be conv C K, with stride S or same or both after it",
                "[max-pool 5] | layers: layer 1 (max-pool 5) gets 1 x 4 x 4 numbers an example, smaller than its squares of 5 x 5",
            })
    void whatDoesNotFitAnImageIsOneLine(String layers, String message) {
        assertThatThrownBy(() -> network(layers, 1L, 4L, 4L))
                .isInstanceOf(InputException.class)
                .hasMessage(message);
    }
}
