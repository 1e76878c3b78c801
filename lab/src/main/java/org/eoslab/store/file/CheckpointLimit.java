package org.eoslab.store.file;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;

/**
 * How much room the checkpoints of one run may take. Any step can be reached from an earlier one, so those in between may go: each
 * time the one whose neighbours are nearest to each other, which keeps the rest about evenly spaced. The first and the last stay.
 *
 * @param bytes what they may take together
 * @param fewest how many stay however large they are, at least 2
 * @param most how many stay however small they are
 */
public record CheckpointLimit(long bytes, int fewest, int most) {
    /** For a run that is going on, which is to lose little by a kill: twenty checkpoints of a network of 400,000 parameters. */
    public static final CheckpointLimit RUNNING = new CheckpointLimit(500_000_000, 3, 100);

    /** For one that has ended, of which they only shorten the way to a fork: as many of 80,000. */
    public static final CheckpointLimit ENDED = new CheckpointLimit(100_000_000, 3, 25);

    /** Checks that the first and the last stay. */
    public CheckpointLimit {
        if (fewest < 2) {
            throw new IllegalArgumentException("fewest = " + fewest + ": must be at least 2");
        }
    }

    /**
     * The steps whose checkpoints are to go.
     *
     * @param sizes bytes by step
     */
    public List<Long> surplus(SortedMap<Long, Long> sizes) {
        List<Long> steps = new ArrayList<>(sizes.keySet());
        List<Long> surplus = new ArrayList<>();
        long total = sizes.values().stream().mapToLong(Long::longValue).sum();
        while ((total > bytes || steps.size() > most) && steps.size() > fewest) {
            long step = steps.remove(crowded(steps));
            total -= Objects.requireNonNull(sizes.get(step));
            surplus.add(step);
        }
        return surplus;
    }

    private static int crowded(List<Long> steps) {
        int crowded = 1;
        for (int i = 2; i + 1 < steps.size(); i++) {
            if (steps.get(i + 1) - steps.get(i - 1) < steps.get(crowded + 1) - steps.get(crowded - 1)) {
                crowded = i;
            }
        }
        return crowded;
    }
}
