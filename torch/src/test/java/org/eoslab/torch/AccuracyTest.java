package org.eoslab.torch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import org.eoslab.torch.data.DataSet;
import org.eoslab.torch.data.Labels;
import org.eoslab.torch.network.Linear;
import org.junit.jupiter.api.Test;

class AccuracyTest {
    /** Random inputs with classes of any kind. */
    private record Classes(RandomData data, Labels labels) implements DataSet {
        @Override
        public int size() {
            return data.size();
        }

        @Override
        public List<Long> inputShape() {
            return data.inputShape();
        }

        @Override
        public int outputs() {
            return data.outputs();
        }

        @Override
        public void read(int index, double[] input, double[] target) {
            data.read(index, input, target);
            int largest = IntStream.range(0, target.length)
                    .reduce((a, b) -> target[b] > target[a] ? b : a)
                    .orElseThrow();
            for (int i = 0; i < target.length; i++) {
                target[i] = switch (labels) {
                    case ONE_HOT -> i == largest ? 1 : 0;
                    case SIGNS -> target[i] > 0 ? 1 : -1;
                    case NONE -> target[i] > 0 ? 1 : 0;
                };
            }
        }
    }

    /** Counted here, by a linear network whose outputs are written out. */
    @Test
    void isTheShareOfDecisionsThatAreRight() {
        for (Labels labels : Labels.values()) {
            Decision decision =
                    switch (labels) {
                        case ONE_HOT -> Decision.LARGEST;
                        case SIGNS -> Decision.SIGN;
                        case NONE -> Decision.LOGIT;
                    };
            Classes data = new Classes(RandomData.gaussian(101, List.of(4L), 3), labels);
            Linear network = Linear.of(4, 3);
            double[] w = network.initial(5);
            int right = 0;
            double[] x = new double[4];
            double[] y = new double[3];
            for (int i = 0; i < data.size(); i++) {
                data.read(i, x, y);
                double[] out = new double[3];
                for (int k = 0; k < 3; k++) {
                    out[k] = w[12 + k];
                    for (int j = 0; j < 4; j++) {
                        out[k] += w[4 * k + j] * x[j];
                    }
                }
                int best = IntStream.range(0, 3)
                        .reduce((a, b) -> out[b] > out[a] ? b : a)
                        .orElseThrow();
                for (int k = 0; k < 3; k++) {
                    boolean same = out[k] > 0 == y[k] > 0;
                    right += labels == Labels.ONE_HOT ? (k == best && y[k] == 1 ? 3 : 0) : same ? 1 : 0;
                }
            }
            for (int chunk : new int[] {7, 1000}) {
                NetworkObjective objective =
                        new NetworkObjective(network, data, Loss.HALF_SQUARED, Precision.FLOAT64, new Chunks(chunk, 0));
                assertThat(objective.accuracy(w, decision)).isCloseTo(right / 303.0, within(1e-14));
            }
        }
    }
}
