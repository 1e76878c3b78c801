package org.eoslab.bench;

import java.util.Iterator;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.eoslab.model.minimalist.admissible.RandomStart;
import org.eoslab.model.minimalist.theorem.StartTrial;

/**
 * Random admissible starts, r up to its bound, against the claims: how many violate one. Arguments: how many starts (a million), seed,
 * threads. The starts of thread k have the seed plus k. Exits with 1 when there is a violation.
 */
public final class RandomStartTrials {
    private RandomStartTrials() {}

    /** Prints each violation, and a line of counts. */
    public static void main(String[] arguments) {
        long starts = arguments.length > 0 ? Long.parseLong(arguments[0]) : 1_000_000;
        long seed = arguments.length > 1 ? Long.parseLong(arguments[1]) : 1;
        int threads = arguments.length > 2
                ? Integer.parseInt(arguments[2])
                : Runtime.getRuntime().availableProcessors();
        AtomicLong violations = new AtomicLong();
        AtomicLong crossed = new AtomicLong();
        AtomicLong complete = new AtomicLong();
        AtomicLong covered = new AtomicLong();
        AtomicLong returning = new AtomicLong();
        AtomicLong steps = new AtomicLong();
        IntStream.range(0, threads).parallel().forEach(k -> {
            Iterator<RandomStart> random = RandomStart.upToTheBound(seed + k).iterator();
            long mine = starts / threads + (k < starts % threads ? 1 : 0);
            for (long i = 0; i < mine; i++) {
                RandomStart start = random.next();
                StartTrial trial = StartTrial.of(start);
                trial.violation().ifPresent(what -> {
                    violations.incrementAndGet();
                    System.out.println(what + ": " + start);
                });
                crossed.addAndGet(trial.crossed() ? 1 : 0);
                complete.addAndGet(trial.complete() ? 1 : 0);
                covered.addAndGet(trial.covered() ? 1 : 0);
                returning.addAndGet(trial.returning() ? 1 : 0);
                steps.addAndGet(trial.steps());
            }
        });
        System.out.printf(
                Locale.ROOT,
                "%d starts, %d violations; %d crossed 2/η, %d went as far as there was something to see, %d covered by T4.3a* and %d by T4.4*; %.3g steps%n",
                starts,
                violations.get(),
                crossed.get(),
                complete.get(),
                covered.get(),
                returning.get(),
                (double) steps.get());
        System.exit(violations.get() > 0 ? 1 : 0);
    }
}
