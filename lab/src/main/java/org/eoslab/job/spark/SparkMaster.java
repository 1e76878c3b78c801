package org.eoslab.job.spark;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.eoslab.experiment.InputException;

/**
 * The master of a Spark cluster.
 *
 * @param url {@code spark://HOST:PORT} (or several, with commas) or {@code local[N]}
 */
public record SparkMaster(String url) {
    private static final int CONNECT_MILLISECONDS = 5000;

    /** Checks its form. */
    public SparkMaster {
        if (!url.matches("local(\\[(\\d+|\\*)])?|spark://[^:/,]+:\\d{1,5}(,[^:/,]+:\\d{1,5})*")) {
            throw new InputException(
                    "--spark: " + url
                            + " is not allowed; it must be spark://HOST:PORT or local[N] (YARN and Kubernetes: docs/cluster.md)");
        }
    }

    /**
     * Checks that it answers. Spark itself tries for a minute.
     *
     * @throws InputException when it cannot be reached
     */
    public void checkReachable() {
        if (!url.startsWith("spark://")) {
            return;
        }
        List<String> problems = new ArrayList<>();
        for (String address : Arrays.asList(url.substring("spark://".length()).split(","))) {
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
        throw new InputException("--spark: " + url + " cannot be reached: " + String.join(", ", problems));
    }
}
