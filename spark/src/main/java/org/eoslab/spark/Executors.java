package org.eoslab.spark;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;

/** Which executors an application has, as Spark tells of them. */
final class Executors extends SparkListener {
    /** How long to wait for the first one before Spark is asked, which then says itself that there is none. */
    private static final long FIRST_MILLISECONDS = 30_000;

    /** How long no other has come when all are taken to be there. */
    private static final long QUIET_MILLISECONDS = 1_000;

    /**
     * All executors at one time.
     *
     * @param epoch rises with every change
     * @param cores for each core the executor that it belongs to, as Spark takes it for the place of a task
     */
    record All(long epoch, List<String> cores) {}

    private record Executor(String place, int cores) {}

    private final TreeMap<String, Executor> alive = new TreeMap<>();
    private long epoch;

    @Override
    public synchronized void onExecutorAdded(SparkListenerExecutorAdded added) {
        String place = "executor_" + added.executorInfo().executorHost() + "_" + added.executorId();
        alive.put(added.executorId(), new Executor(place, added.executorInfo().totalCores()));
        epoch++;
        notifyAll();
    }

    @Override
    public synchronized void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
        alive.remove(removed.executorId());
        epoch++;
    }

    /** Those that are there now. */
    synchronized All now() {
        List<String> cores = new ArrayList<>();
        for (Executor executor : alive.values()) {
            for (int i = 0; i < executor.cores; i++) {
                cores.add(executor.place);
            }
        }
        return new All(epoch, List.copyOf(cores));
    }

    /** Waits until some are there and no more are coming. */
    synchronized void await() throws InterruptedException {
        long end = System.nanoTime() + 1_000_000 * FIRST_MILLISECONDS;
        while (alive.isEmpty() && System.nanoTime() < end) {
            wait(FIRST_MILLISECONDS);
        }
        long known = -1;
        while (known != epoch) {
            known = epoch;
            wait(QUIET_MILLISECONDS);
        }
    }
}
