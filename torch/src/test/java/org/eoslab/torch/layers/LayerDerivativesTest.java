package org.eoslab.torch.layers;

import java.util.List;
import org.eoslab.objective.Objective;
import org.eoslab.objective.ObjectiveContract;
import org.eoslab.torch.Chunks;
import org.eoslab.torch.Loss;
import org.eoslab.torch.NetworkObjective;
import org.eoslab.torch.Precision;
import org.junit.jupiter.api.Nested;

/** Networks of layers owe the objective's contract: derivatives to third order against difference quotients. */
class LayerDerivativesTest {
    /** As of all networks. */
    private static final double DIFFERENCE = 1e-8;

    interface Contract extends ObjectiveContract {
        @Override
        default double tolerance() {
            return DIFFERENCE;
        }
    }

    private static Objective of(String layers, Loss loss, double factor, Long... shape) {
        LayerNetwork made = LayerList.read(layers).network(List.of(shape), true);
        WaveData data =
                new WaveData(6, List.of(shape), made.outputShape().get(0).intValue(), factor);
        return new NetworkObjective(made.network(), data, loss, Precision.FLOAT64, new Chunks(4, 4));
    }

    @Nested
    class Rows implements Contract {
        @Override
        public Objective objective() {
            return of("[linear 5, tanh, layer-norm, linear 4, sigmoid, linear 2]", Loss.HALF_SQUARED, 1, 3L);
        }
    }

    @Nested
    class Images implements Contract {
        @Override
        public Objective objective() {
            return of(
                    "[conv 2 3 same, tanh, group-norm 2, conv 3 2 stride 2, layer-norm, gelu, average-pool, flatten, linear 2]",
                    Loss.CROSS_ENTROPY,
                    0,
                    1L,
                    8L,
                    8L);
        }
    }

    /** At points away from the kinks. */
    @Nested
    class MaxPool implements Contract {
        @Override
        public Objective objective() {
            return of("[conv 2 3, max-pool, tanh, flatten, linear 2]", Loss.HALF_SQUARED, 1, 1L, 6L, 6L);
        }
    }

    @Nested
    class Residuals implements Contract {
        @Override
        public Objective objective() {
            return of(
                    "[linear 4, residual [linear 4, tanh, residual [gelu, linear 4]], batch-norm, linear 2]",
                    Loss.BINARY_CROSS_ENTROPY,
                    0,
                    2L);
        }
    }

    /** At points away from where |r| = 1. */
    @Nested
    class Huber implements Contract {
        @Override
        public Objective objective() {
            return of("[linear 4, tanh, linear 1]", Loss.HUBER, 3, 2L);
        }
    }
}
