package org.eoslab.store.file;

import java.io.IOException;
import java.nio.file.Path;

/** A stored file whose bytes are not those that were written. */
public final class DamagedException extends IOException {
    private static final long serialVersionUID = 1;

    /**
     * Of a file.
     *
     * @param file the file
     * @param reason what is wrong with it
     */
    public DamagedException(Path file, String reason) {
        super(file.getFileName() + " is damaged: " + reason);
    }
}
