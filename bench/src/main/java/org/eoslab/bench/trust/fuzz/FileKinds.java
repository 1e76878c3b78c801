package org.eoslab.bench.trust.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eoslab.dynamics.State;
import org.eoslab.job.ExperimentSource;
import org.eoslab.store.duckdb.DuckDb;
import org.eoslab.store.file.Checkpoint;

/** What is in files of data: each format right, and then changed in one place, or not. */
final class FileKinds {
    private static final int ROWS = 20;

    private FileKinds() {}

    static List<Kind> all() throws IOException {
        ExperimentSource source = new ExperimentSource();
        List<Kind> kinds = new ArrayList<>(List.of(
                new Data(source, ".csv", csv(","), TABLE),
                new Data(source, ".tsv", csv("\t"), TABLE),
                new Data(source, ".parquet", parquet(), TABLE),
                new Data(source, ".npy", npy(1), ARRAY),
                new Data(source, ".npz", npy(1), ARRAY + ":x"),
                new Data(source, "-idx2-ubyte", idx(), ARRAY),
                new Data(source, ".bin", cifar(), "layers: [flatten, linear 10]\ndata: FILE\n"),
                new Checkpoints(checkpoint())));
        Path script = Path.of("..", "torch", "src", "test", "resources", "torchscript", "single.pt");
        if (Files.exists(script)) {
            kinds.add(new Data(source, ".pt", Files.readAllBytes(script), SCRIPT));
        }
        return kinds;
    }

    private static final String TABLE = "layers: [linear 3, tanh, linear 1]\ndata: FILE\ntarget: y\n";
    private static final String ARRAY = "layers: [linear 1]\ntargets: right.npy\ninputs: FILE";
    private static final String SCRIPT = "network: FILE\ninputs: three.npy\ntargets: two.npy\n";

    /** A network on a file of data. */
    private record Data(ExperimentSource source, String ending, byte[] right, String settings) implements Kind {
        @Override
        public String name() {
            return "file " + ending;
        }

        /** A table is opened by a database, which takes ten times as long as an array. */
        @Override
        public int share() {
            return settings.startsWith(ARRAY) || ending.equals(".bin") ? 5 : 1;
        }

        @Override
        public Attempt next(Path folder, Random random) throws IOException {
            byte[] bytes = right;
            for (int i = random.nextInt(4); i > 0; i--) {
                bytes = ending.endsWith("sv")
                        ? Mutation.text(new String(bytes, StandardCharsets.UTF_8), random)
                                .getBytes(StandardCharsets.UTF_8)
                        : Mutation.bytes(bytes, random);
            }
            // What is in an archive is changed before it is packed: behind the archive's own checksum.
            Path file = Files.write(folder.resolve("data" + ending), ending.equals(".npz") ? npz(bytes) : bytes);
            Files.write(folder.resolve("right.npy"), npy(1));
            Files.write(folder.resolve("two.npy"), npy(2));
            Files.write(folder.resolve("three.npy"), npy(3));
            String model = settings.startsWith("network") ? "torchscript" : "network";
            String text = "model: " + model + "\n"
                    + settings.replace("FILE", file.getFileName().toString()) + "\neta: 0.01\nsteps: 2\n";
            Path experiment = Files.writeString(folder.resolve("own.yaml"), text);
            return Commands.run(bytes.length + " bytes", source, experiment.toString(), Map.of(), random);
        }
    }

    /** What lies behind the checksum: the parser of a checkpoint, by itself. */
    private record Checkpoints(byte[] right) implements Kind {
        @Override
        public String name() {
            return "checkpoint";
        }

        @Override
        public int share() {
            return 80;
        }

        @Override
        public Attempt next(Path folder, Random random) throws IOException {
            byte[] bytes = right;
            for (int i = random.nextInt(3); i > 0; i--) {
                bytes = Mutation.bytes(bytes, random);
            }
            Path file = Files.write(folder.resolve("checkpoint.bin"), bytes);
            return new Attempt(bytes.length + " bytes", () -> {
                try {
                    Checkpoint.read(file);
                    return Outcome.ACCEPTED;
                } catch (IOException e) {
                    return Outcome.REFUSED;
                }
            });
        }
    }

    private static byte[] checkpoint() throws IOException {
        Path file = Files.createTempFile("fuzz", ".state");
        try {
            new Checkpoint(new State(new double[] {1, 2, 3}, new double[] {4}, 7, 0.5), new double[] {1, 2})
                    .write(file);
            return Files.readAllBytes(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static byte[] csv(String comma) {
        StringBuilder text = new StringBuilder(String.join(comma, "a", "b", "y")).append('\n');
        for (int i = 0; i < ROWS; i++) {
            text.append(String.join(comma, "" + Math.sin(i), "" + i, "" + (i % 3)))
                    .append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] parquet() throws IOException {
        Path file = Files.createTempFile("fuzz", ".parquet");
        Files.delete(file);
        try (Connection duckdb = DuckDb.inMemory()) {
            DuckDb.execute(
                    duckdb,
                    "COPY (SELECT sin(i) a, i b, i % 3 y FROM range(" + ROWS + ") t(i)) TO " + DuckDb.literal(file)
                            + " (FORMAT parquet)");
            return Files.readAllBytes(file);
        } catch (SQLException e) {
            throw new IOException(e);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Twenty examples of so many numbers. */
    private static byte[] npy(int numbers) {
        String header = "{'descr': '<f8', 'fortran_order': False, 'shape': (" + ROWS + ", " + numbers + "), }";
        byte[] text = Arrays.copyOf(header.getBytes(StandardCharsets.US_ASCII), 118);
        Arrays.fill(text, header.length(), 117, (byte) ' ');
        text[117] = '\n';
        ByteBuffer buffer =
                ByteBuffer.allocate(10 + text.length + 8 * ROWS * numbers).order(ByteOrder.LITTLE_ENDIAN);
        buffer.put(new byte[] {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0})
                .putShort((short) text.length)
                .put(text);
        for (int i = 0; i < ROWS * numbers; i++) {
            buffer.putDouble(Math.cos(i));
        }
        return buffer.array();
    }

    private static byte[] npz(byte[] array) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("x.npy"));
            zip.write(array);
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private static byte[] idx() {
        ByteBuffer buffer = ByteBuffer.allocate(12 + 2 * ROWS)
                .put(new byte[] {0, 0, 8, 2})
                .putInt(ROWS)
                .putInt(2);
        for (int i = 0; i < 2 * ROWS; i++) {
            buffer.put((byte) (7 * i));
        }
        return buffer.array();
    }

    private static byte[] cifar() {
        byte[] bytes = new byte[ROWS * 3073];
        new Random(1).nextBytes(bytes);
        for (int i = 0; i < ROWS; i++) {
            bytes[3073 * i] = (byte) (i % 10);
        }
        return bytes;
    }
}
