package org.eoslab.job;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.eoslab.experiment.InputException;
import org.eoslab.store.file.DurableFiles;
import org.eoslab.store.file.InputBytes;
import org.eoslab.torch.data.NumpyArray;
import org.eoslab.torch.data.NumpyFile;

/** Initial parameters in a file: one number a line, or {@code .npy}. */
public final class InitFile {
    private InitFile() {}

    /** Reads the numbers; all must be finite. */
    public static double[] read(Path file) {
        double[] values = file.toString().endsWith(".npy") ? readNumpy(file) : readLines(file);
        for (int i = 0; i < values.length; i++) {
            if (!Double.isFinite(values[i])) {
                throw new InputException(file + ": number " + (i + 1) + ", " + values[i] + ", is not finite");
            }
        }
        return values;
    }

    private static double[] readNumpy(Path file) {
        NumpyArray array = NumpyFile.read("--init", file.toString());
        if (array.isWhole()) {
            throw new InputException(
                    "--init: " + file + " has the type " + array.type() + "; it must be float32 or float64");
        }
        return array.toArray();
    }

    private static double[] readLines(Path file) {
        List<String> lines;
        try {
            lines = new String(InputBytes.read(file), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new InputException("--init: cannot read " + file + ": " + e.getMessage());
        }
        double[] values = new double[lines.size()];
        int count = 0;
        for (int i = 0; i < lines.size(); i++) {
            // A byte-order mark, which some editors write and nobody sees.
            String line = (i == 0 ? lines.get(0).replaceFirst("^\\uFEFF", "") : lines.get(i)).trim();
            if (line.isEmpty()) {
                continue;
            }
            try {
                values[count] = Double.parseDouble(line);
            } catch (NumberFormatException e) {
                throw new InputException(file + ":" + (i + 1) + ": " + line + " is not a number");
            }
            count++;
        }
        return Arrays.copyOf(values, count);
    }

    /** Writes the numbers, one a line, each so that it reads back as the same bits. */
    public static void write(double[] parameters, Path file) {
        try {
            List<String> lines =
                    DoubleStream.of(parameters).mapToObj(Double::toString).toList();
            DurableFiles.write(file, path -> Files.write(path, lines));
        } catch (IOException e) {
            throw new InputException(file + ": cannot be written: " + e.getMessage());
        }
    }
}
