package org.eoslab;

import static org.junit.jupiter.api.Assumptions.abort;

import java.nio.file.Files;
import java.nio.file.Path;

/** Reference trajectories and real data that may stand beside the project; a test that needs an absent one says so and skips. */
public final class Shared {
    private Shared() {}

    /** The file or folder {@code name}, or a skipped test. */
    public static Path path(String name) {
        Path path = Path.of(System.getProperty("eoslab.shared", "../../shared")).resolve(name);
        if (!Files.exists(path)) {
            abort("skipped: needs " + name + ", which does not stand beside this project");
        }
        return path;
    }
}
