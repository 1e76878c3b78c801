package org.eoslab.store.duckdb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.eoslab.experiment.InputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NativeLibraryTest {
    /** The jar of the class path has them all; another name would be a library that DuckDB does not find. */
    @ParameterizedTest
    @CsvSource({
        "Linux, amd64, libduckdb_java.so_linux_amd64",
        "Linux, aarch64, libduckdb_java.so_linux_arm64",
        "Mac OS X, aarch64, libduckdb_java.so_macos_arm64",
        "Windows 11, amd64, libduckdb_java.so_windows_amd64"
    })
    void isInTheJarOfEveryPlatform(String os, String architecture, String name) {
        assertThat(NativeLibrary.name(os, architecture)).isEqualTo(name);
        NativeLibrary.check(os, architecture);
    }

    @Test
    void isMissedInALine() {
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> NativeLibrary.check("Mac OS X", "x86_64"))
                .withMessage(
                        "store: DuckDB's library for Mac OS X on x86_64 is not here, so that nothing can be stored and no tables"
                                + " be read; --no-store runs without");
    }
}
