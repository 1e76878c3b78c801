package org.eoslab.torch.data;

import java.nio.file.Path;
import java.util.Map;

/** The folder that the data sets stand in, one folder each. */
public final class DataFolder {
    private DataFolder() {}

    /**
     * The folder to read from.
     *
     * @param given what the user named, or blank: then {@code EOSLAB_DATA}, else {@code eoslab} in the user's cache folder
     *     ({@code XDG_CACHE_HOME}, or {@code ~/.cache})
     */
    public static Path of(String given) {
        return of(given, System.getenv(), Path.of(System.getProperty("user.home")));
    }

    static Path of(String given, Map<String, String> environment, Path home) {
        if (!given.isBlank()) {
            return Path.of(given.strip());
        }
        String named = environment.getOrDefault("EOSLAB_DATA", "");
        if (!named.isBlank()) {
            return Path.of(named);
        }
        String cache = environment.getOrDefault("XDG_CACHE_HOME", "");
        return (cache.isBlank() ? home.resolve(".cache") : Path.of(cache)).resolve("eoslab");
    }
}
