package org.eoslab.experiment.setting;

import org.eoslab.dynamics.optimizer.BatchSchedule;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Setting;
import org.eoslab.experiment.Settings;
import org.eoslab.objective.FiniteSum;

/** BatchSchedule of a mean over examples: the settings {@code batch} and {@code seed}. */
public final class BatchSetting {
    /** The setting {@code batch}: examples in a batch. */
    public static final Setting<Long> BATCH = Setting.integer(
                    "batch", "examples in a batch of sgd", 1, Integer.MAX_VALUE, 32L)
            .in("optimizer");

    /** The setting {@code seed} of a network. */
    public static final Setting<Long> SEED =
            Setting.integer("seed", "of the initial parameters and all else that is random", 0, 1L << 53, 0L);

    private BatchSetting() {}

    /**
     * The batches of {@code batch} examples, shuffled by {@code seed} where the model has one.
     *
     * @throws InputException when a batch is larger than the data
     */
    public static BatchSchedule read(Settings settings, FiniteSum sum) {
        long batch = settings.get(BATCH);
        if (batch > sum.examples()) {
            throw new InputException("batch: " + batch + " is not allowed; there are " + sum.examples() + " examples");
        }
        return new BatchSchedule(sum.examples(), (int) batch, settings.has(SEED) ? settings.get(SEED) : 0);
    }
}
