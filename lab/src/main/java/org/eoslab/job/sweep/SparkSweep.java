package org.eoslab.job.sweep;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.eoslab.experiment.InputException;
import org.eoslab.job.spark.SparkInstallation;
import org.eoslab.job.spark.SparkMaster;
import org.eoslab.sweep.RowBlock;
import org.eoslab.sweep.RowColumn;

/**
 * Makes the missing partitions of a sweep on a Spark cluster. Spark's driver is a process of its own, the spark module's
 * {@code SweepDriver}; the rows come from the workers through it, so that nobody but this process writes files.
 *
 * @param installation where the driver is
 * @param master the cluster's
 */
public record SparkSweep(SparkInstallation installation, SparkMaster master) implements SweepEngine {
    /**
     * On a master by its URL.
     *
     * @throws InputException when it is none, cannot be reached, or the driver is not built
     */
    public static SparkSweep on(String url) {
        SparkMaster master = new SparkMaster(url);
        SparkInstallation installation = SparkInstallation.find();
        master.checkReachable();
        return new SparkSweep(installation, master);
    }

    @Override
    public Done run(SweepFolder folder, BooleanSupplier stop, LongConsumer progress) throws InterruptedException {
        Process driver = installation.start("org.eoslab.spark.SweepDriver", master.url(), List.of());
        Thread watch = new Thread(() -> stopWhenAsked(driver, stop));
        watch.setDaemon(true);
        watch.start();
        try (OutputStream request = driver.getOutputStream()) {
            ObjectOutputStream out = new ObjectOutputStream(request);
            out.writeObject(folder.file().contents());
            out.writeObject(new ArrayList<>(folder.missing()));
            out.flush();
            return receive(driver, folder, progress, stop);
        } catch (IOException e) {
            throw failed(folder, "the driver ended: " + e.getMessage());
        } finally {
            driver.destroyForcibly().waitFor();
        }
    }

    private Done receive(Process driver, SweepFolder folder, LongConsumer progress, BooleanSupplier stop)
            throws IOException {
        long made = 0;
        long nanoseconds = 0;
        try {
            ObjectInputStream in = new ObjectInputStream(new BufferedInputStream(driver.getInputStream(), 1 << 16));
            for (long took = in.readLong(); took >= 0; took = in.readLong()) {
                RowBlock rows = rows(in.readLong(), (Map<?, ?>) in.readObject());
                folder.write(rows.first() / folder.file().sweep().partitionRows(), rows);
                nanoseconds += took;
                made += rows.size();
                progress.accept(rows.size());
            }
            String problem = (String) in.readObject();
            if (!problem.isEmpty()) {
                throw failed(folder, problem);
            }
        } catch (EOFException e) {
            if (!stop.getAsBoolean()) {
                throw failed(folder, "the driver ended before the sweep");
            }
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
        return new Done(made, nanoseconds / 1e9);
    }

    private static RowBlock rows(long first, Map<?, ?> arrays) {
        List<RowColumn> columns = new ArrayList<>();
        arrays.forEach((name, array) -> columns.add(RowColumn.of(String.valueOf(name), array)));
        return new RowBlock(first, columns);
    }

    private InputException failed(SweepFolder folder, String problem) {
        return new InputException(
                String.format(Locale.ROOT, "--spark: %s: %s; %s", master.url(), problem, folder.kept()));
    }

    private static void stopWhenAsked(Process driver, BooleanSupplier stop) {
        try {
            while (!driver.waitFor(100, TimeUnit.MILLISECONDS)) {
                if (stop.getAsBoolean()) {
                    driver.destroy();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
