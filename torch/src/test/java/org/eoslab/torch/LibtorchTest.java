package org.eoslab.torch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.eoslab.dynamics.GradientDescent;
import org.eoslab.dynamics.State;
import org.eoslab.linalg.EigenPairs;
import org.eoslab.linalg.Lanczos;
import org.eoslab.torch.network.Activation;
import org.eoslab.torch.network.Sequential;
import org.junit.jupiter.api.Test;

class LibtorchTest {
    private static final Sequential NETWORK = Sequential.perceptron(Activation.TANH, 300, 200, 10);

    /** Large enough for the BLAS and libtorch to share the work out to threads of their own, if they did that. */
    @Test
    void theNumberOfThreadsDoesNotChangeTheBits() throws Exception {
        double[] one = train(1);
        assertThat(train(2)).isEqualTo(one);
        assertThat(train(5)).isEqualTo(one);
    }

    private static double[] train(int threads) throws Exception {
        ForkJoinPool pool = new ForkJoinPool(threads);
        try {
            return pool.submit(() -> {
                        NetworkObjective objective = new NetworkObjective(
                                NETWORK,
                                RandomData.gaussian(1000, List.of(300L), 10),
                                Loss.HALF_SQUARED,
                                Precision.FLOAT32,
                                new Chunks(150, 500));
                        GradientDescent descent = new GradientDescent(objective, 0.1);
                        State state = descent.start(NETWORK.initial(1));
                        EigenPairs pairs = EigenPairs.NONE;
                        for (int reading = 0; reading < 3; reading++) {
                            for (int step = 0; step < 5; step++) {
                                descent.step(state);
                            }
                            pairs = Lanczos.seeded(1).largest(objective.hessian(state.parameters()), 1, pairs);
                        }
                        double[] all = java.util.Arrays.copyOf(state.parameters(), state.parameters().length + 3);
                        all[all.length - 3] = pairs.largest();
                        all[all.length - 2] = pairs.residuals()[0];
                        all[all.length - 1] = state.loss(objective);
                        return all;
                    })
                    .get();
        } finally {
            pool.shutdown();
        }
    }
}
