package org.eoslab.dynamics.optimiser;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.eoslab.dynamics.Dynamics;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.StepSize;
import org.eoslab.linalg.Vectors;
import org.eoslab.objective.FiniteSum;

/**
 * Stochastic gradient descent w⁺ = w − η∇L_B(w), L_B the mean loss over a batch B. Batches run through a shuffle of the examples,
 * a new one each epoch; those that do not fill a batch sit the epoch out. The shuffle is a function of seed and epoch, so
 * nothing has to be remembered.
 *
 * <p>The threshold is gradient descent's on the whole loss, 2/η; the noise makes runs settle below it (Cohen et al. 2021, section
 * 6). What settles at 2/η is the batch sharpness, {@code org.eoslab.trajectory.BatchSharpness}.
 *
 * @param objective the loss
 * @param stepSize η and clipping, of the batch's gradient
 * @param batch examples in a batch, from 1 to all
 * @param seed of the shuffles
 */
public record StochasticGradientDescent(FiniteSum objective, StepSize stepSize, int batch, long seed)
        implements Dynamics {
    private static final long GOLDEN = 0x9E3779B97F4A7C15L;

    /** Checks the batch size. */
    public StochasticGradientDescent {
        if (batch < 1 || batch > objective.examples()) {
            throw new IllegalArgumentException(
                    "batch = " + batch + ": must be from 1 to the number of examples, " + objective.examples());
        }
    }

    @Override
    public State start(double[] parameters) {
        return new State(parameters.clone(), new double[0]);
    }

    /** The examples that the step after {@code step} steps sees. */
    public int[] indices(long step) {
        int examples = objective.examples();
        long perEpoch = examples / batch;
        SplittableRandom random = new SplittableRandom(seed + step / perEpoch * GOLDEN);
        int end = (int) (step % perEpoch + 1) * batch;
        int[] order = new int[examples];
        Arrays.setAll(order, i -> i);
        // Fisher–Yates from the front, only as far as this batch reaches.
        for (int i = 0; i < end; i++) {
            int j = random.nextInt(i, examples);
            int held = order[i];
            order[i] = order[j];
            order[j] = held;
        }
        return Arrays.copyOfRange(order, end - batch, end);
    }

    @Override
    public void step(State state) {
        double eta = stepSize.eta(state);
        double[] w = state.parameters();
        double[] gradient = new double[w.length];
        objective.batch(indices(state.step())).gradient(w, gradient);
        Vectors.add(-eta * stepSize.factor(gradient), gradient, w);
        state.advance(eta);
    }

    @Override
    public double stabilityThreshold(State state) {
        return 2 / stepSize.eta(state);
    }
}
