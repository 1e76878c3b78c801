package org.eoslab.job.sweep;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.eoslab.experiment.InputException;
import org.eoslab.sweep.RowBlock;
import org.eoslab.sweep.RowColumn;

/**
 * Makes the missing partitions of a sweep on a Spark cluster. Spark's driver is a process of its own, the spark module's
 * {@code SweepDriver}; the rows come from the workers through it, so that nobody but this process writes files.
 *
 * @param installation where the driver is
 * @param master {@code spark://HOST:PORT} (or several, with commas) or {@code local[N]}
 */
public record SparkSweep(SparkInstallation installation, String master) implements SweepEngine {
    private static final int CONNECT_MILLISECONDS = 5000;

    /** Checks the form of the master. */
    public SparkSweep {
        if (!master.matches("local(\\[(\\d+|\\*)])?|spark://[^:/,]+:\\d{1,5}(,[^:/,]+:\\d{1,5})*")) {
            throw new InputException(
                    "--spark: " + master
                            + " is not allowed; it must be spark://HOST:PORT or local[N] (YARN and Kubernetes: docs/cluster.md)");
        }
    }

    /**
     * On that master.
     *
     * @throws InputException when it is none, cannot be reached, or the driver is not built
     */
    public static SparkSweep on(String master) {
        SparkSweep sweep = new SparkSweep(SparkInstallation.find(), master);
        sweep.checkReachable();
        return sweep;
    }

    @Override
    public Done run(SweepFolder folder, BooleanSupplier stop, LongConsumer progress) throws InterruptedException {
        Process driver = installation.start(master);
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
        return new InputException(String.format(Locale.ROOT, "--spark: %s: %s; %s", master, problem, folder.kept()));
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

    /** Spark itself tries for a minute. */
    private void checkReachable() {
        if (!master.startsWith("spark://")) {
            return;
        }
        List<String> problems = new ArrayList<>();
        for (String address :
                Arrays.asList(master.substring("spark://".length()).split(","))) {
            int colon = address.lastIndexOf(':');
            try (Socket socket = new Socket()) {
                socket.connect(
                        new InetSocketAddress(
                                address.substring(0, colon), Integer.parseInt(address.substring(colon + 1))),
                        CONNECT_MILLISECONDS);
                return;
            } catch (IOException | IllegalArgumentException e) {
                problems.add(e.getMessage() == null ? e.toString() : e.getMessage());
            }
        }
        throw new InputException("--spark: " + master + " cannot be reached: " + String.join(", ", problems));
    }
}
