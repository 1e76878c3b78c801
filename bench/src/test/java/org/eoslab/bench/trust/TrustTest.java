package org.eoslab.bench.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The harness of flipped bits, for a short while; {@code bench/trust} runs it at length, and kills too. */
class TrustTest {
    @TempDir
    private Path folder;

    @Test
    void noFlippedBitChangesANumberUnnoticed() throws Exception {
        assertThat(Flips.run(folder, 1, 150, 600).bad()).isEmpty();
    }
}
