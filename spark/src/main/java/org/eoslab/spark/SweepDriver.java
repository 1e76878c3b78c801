package org.eoslab.spark;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/**
 * The Spark side of {@code eos sweep --spark MASTER}, a process of its own: the program and Spark bring libraries of the same names.
 *
 * <p>On standard input comes one object, the contents of the sweep file, and a second, the numbers of the partitions to make; when
 * it is closed the work stops. On standard output goes, for each partition, the nanoseconds that it took and the index
 * of its first row (longs) and a map from the names of its columns to their arrays; in the end −1 and a text: what went wrong, or
 * nothing.
 */
public final class SweepDriver {
    private SweepDriver() {}

    /** The argument: the Spark master. */
    public static void main(String[] arguments) throws IOException, ClassNotFoundException {
        ObjectOutputStream out = new ObjectOutputStream(new BufferedOutputStream(System.out, 1 << 16));
        // What anything else prints must not come among the rows.
        System.setOut(new PrintStream(System.err, true));
        ObjectInputStream in = new ObjectInputStream(System.in);
        @SuppressWarnings("unchecked")
        Map<String, Object> contents = (Map<String, Object>) in.readObject();
        @SuppressWarnings("unchecked")
        List<Long> partitions = (List<Long>) in.readObject();
        stopWith(in);
        String problem = "";
        try (Cluster cluster = new Cluster(arguments[0])) {
            cluster.make(contents, partitions, made -> send(out, made));
        } catch (Exception e) {
            // Spark throws checked exceptions that its signatures do not tell of.
            problem = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
        }
        out.writeLong(-1);
        out.writeObject(problem);
        out.flush();
        System.exit(0);
    }

    private static void send(ObjectOutputStream out, SweptPartition made) {
        try {
            out.writeLong(made.nanoseconds());
            out.writeLong(made.first());
            out.writeObject(made.arrays());
            // Else the stream keeps every row in case that it comes again.
            out.reset();
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Ends this process when nobody waits for the rows any more. */
    private static void stopWith(InputStream in) {
        Thread watch = new Thread(() -> {
            try {
                while (in.read() >= 0) {
                    // nothing more is expected
                }
            } catch (IOException e) {
                // closed as well
            }
            System.exit(1);
        });
        watch.setDaemon(true);
        watch.start();
    }
}
