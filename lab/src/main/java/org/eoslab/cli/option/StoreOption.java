package org.eoslab.cli.option;

import java.nio.file.Path;
import java.time.Clock;
import org.eoslab.store.FolderStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** {@code --store}: which store a command uses. */
public final class StoreOption {
    @Option(
            names = "--store",
            paramLabel = "DIR",
            description = "the store (default: EOSLAB_HOME, else the user's data folder)")
    private @Nullable Path folder;

    /** Whether it has a run whose id begins like that. */
    public boolean knows(String id) {
        return open().runs().stream().anyMatch(run -> run.id().startsWith(id));
    }

    /** Opens it. */
    public FolderStore open() {
        return FolderStore.open(
                folder == null ? FolderStore.defaultFolder(System.getenv()) : folder, Clock.systemUTC());
    }
}
