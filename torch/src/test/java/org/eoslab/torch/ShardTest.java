package org.eoslab.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import org.eoslab.torch.network.Activation;
import org.eoslab.torch.network.Convolution;
import org.eoslab.torch.network.Flatten;
import org.eoslab.torch.network.Linear;
import org.eoslab.torch.network.Network;
import org.eoslab.torch.network.Sequential;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sums over examples that are shared out, with all that travels written down and read again. Oracle: the same objective in one piece. */
class ShardTest {
    private static final int EXAMPLES = 203;

    /** Takes the sums from shards, each of which knows no more than what is sent to it. */
    private static final class Shards implements Evaluator {
        private final Terms terms;
        private final int groups;
        private final Slices slices;
        private final List<Shard> shards = new ArrayList<>();

        Shards(Terms terms, int groups, int slices) {
            this.terms = terms;
            this.groups = groups;
            this.slices = new Slices(terms.sizes(), slices);
            for (int i = 0; i < groups; i++) {
                shards.add(new Shard(terms));
            }
        }

        @Override
        public double[] ask(Question question, double[] sum) {
            SentQuestion sent = copy(SentQuestion.of(question, terms.precision(), false));
            List<PartSum> totals = new ArrayList<>();
            double[][] sums = new double[slices.number()][];
            for (int slice = 0; slice < sums.length; slice++) {
                sums[slice] = new double[slices.first(slice + 1) - slices.first(slice)];
                totals.add(new PartSum(slices.parameters(slice), sums[slice]));
            }
            DoubleStream numbers = DoubleStream.empty();
            List<int[]> ranges = Shard.groups(terms.chunks().number(question.count()), groups);
            for (int g = 0; g < ranges.size(); g++) {
                Question arrived = SentQuestion.with(sent.question(), sent.point(), sent.directions());
                List<Part.Sent> parts =
                        copy(new ArrayList<>(shards.get(g).parts(arrived, ranges.get(g)[0], ranges.get(g)[1])));
                if (question.kind().hasVector()) {
                    for (Part.Sent part : parts) {
                        List<Part.Sent> cut = slices.cut(part);
                        for (int slice = 0; slice < sums.length; slice++) {
                            totals.get(slice).add(List.of(cut.get(slice)));
                        }
                    }
                }
                numbers = DoubleStream.concat(
                        numbers, parts.stream().flatMapToDouble(part -> DoubleStream.of(part.numbers())));
            }
            for (int slice = 0; question.kind().hasVector() && slice < sums.length; slice++) {
                System.arraycopy(sums[slice], 0, sum, slices.first(slice), sums[slice].length);
            }
            return numbers.toArray();
        }

        @SuppressWarnings("unchecked")
        private static <T> T copy(T object) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
                out.writeObject(object);
                out.flush();
                return (T) new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray())).readObject();
            } catch (IOException | ClassNotFoundException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private static Network network(boolean convolutional) {
        return convolutional
                ? new Sequential(
                        List.of(new Convolution(1, 3, 3), Activation.GELU, new Flatten(), Linear.of(3 * 6 * 6, 4)))
                : new Sequential(List.of(new Flatten(), Sequential.perceptron(Activation.TANH, 36, 17, 4)));
    }

    @ParameterizedTest
    @CsvSource({
        "false, FLOAT32, 1, 1",
        "false, FLOAT32, 2, 1",
        "false, FLOAT32, 7, 3",
        "false, FLOAT32, 32, 40",
        "true, FLOAT32, 5, 1",
        "false, FLOAT64, 3, 2",
        "true, FLOAT64, 2, 1"
    })
    void theBitsAreThoseOfOneProcess(boolean convolutional, Precision precision, int groups, int slices) {
        Network network = network(convolutional);
        RandomData data = RandomData.gaussian(EXAMPLES, List.of(1L, 6L, 6L), 4);
        Terms terms = new Terms(network, data, Loss.CROSS_ENTROPY, precision, new Chunks(8, 50));
        assertThat(terms.chunks().number(EXAMPLES)).isEqualTo(32);
        NetworkObjective here = new NetworkObjective(terms, Evaluator.here(terms));
        NetworkObjective shared = new NetworkObjective(terms, new Shards(terms, groups, slices));
        int[] batch = new Random(2).ints(75, 0, EXAMPLES).toArray();
        double[] w = network.initial(3);
        for (int step = 0; step < 2; step++) {
            isSame(here, shared, w);
            isSame((NetworkObjective) here.batch(batch), (NetworkObjective) shared.batch(batch), w);
            double[] gradient = new double[w.length];
            here.gradient(w, gradient);
            for (int i = 0; i < w.length; i++) {
                w[i] -= 0.3 * gradient[i];
            }
        }
    }

    private static void isSame(NetworkObjective here, NetworkObjective shared, double[] w) {
        double[] expected = new double[w.length];
        double[] vector = new double[w.length];
        assertThat(shared.value(w)).isEqualTo(here.value(w));
        assertThat(shared.losses(w)).isEqualTo(here.losses(w));
        assertThat(shared.accuracy(w, Decision.LARGEST)).isEqualTo(here.accuracy(w, Decision.LARGEST));
        assertThat(shared.gradient(w, vector)).isEqualTo(here.gradient(w, expected));
        assertThat(vector).isEqualTo(expected);
        double[] u = new Random(4).doubles(w.length).toArray();
        var product = shared.hessian(w);
        var expectedProduct = here.hessian(w);
        for (int i = 0; i < 2; i++) {
            product.apply(u, vector);
            expectedProduct.apply(u, expected);
            assertThat(vector).isEqualTo(expected);
            u = expected.clone();
        }
        shared.thirdDerivative(w, u, w, vector);
        here.thirdDerivative(w, u, w, expected);
        assertThat(vector).isEqualTo(expected);
    }
}
