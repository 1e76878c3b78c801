package org.eoslab.job;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eoslab.experiment.InputException;

/** Initial parameters from a file: one number a line. */
public final class InitFile {
    private InitFile() {}

    /** Reads the numbers; all must be finite. */
    public static double[] read(Path file) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new InputException("--init: cannot read " + file + ": " + e.getMessage());
        }
        double[] values = new double[lines.size()];
        int count = 0;
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).trim();
            if (line.isEmpty()) {
                continue;
            }
            try {
                values[count] = Double.parseDouble(line);
            } catch (NumberFormatException e) {
                throw new InputException(file + ":" + (i + 1) + ": " + line + " is not a number");
            }
            if (!Double.isFinite(values[count])) {
                throw new InputException(file + ":" + (i + 1) + ": " + line + " is not finite");
            }
            count++;
        }
        return Arrays.copyOf(values, count);
    }
}
