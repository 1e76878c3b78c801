package org.eoslab.bench.trust;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.eoslab.bench.trust.fuzz.Fuzz;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The harnesses, a short while each; {@code bench/trust} runs them at length. */
class TrustTest {
    @TempDir
    private Path folder;

    @Test
    void noFlippedBitChangesANumberUnnoticed() throws Exception {
        assertThat(Flips.run(folder, 1, 150, 600).bad()).isEmpty();
    }

    /** So many inputs, or those of a minute on a machine that has other work. */
    @Test
    void noInputEndsInMoreThanALine() throws Exception {
        Fuzz.Report report = Fuzz.run(folder, 1, 20_000, 60);
        System.out.print(report.text());
        assertThat(report.bad()).isEmpty();
        assertThat(report.text().lines().filter(line -> line.contains(" accepted, ")))
                .hasSize(14);
    }

    @Test
    void noKillLosesOrChangesAnything() throws Exception {
        List<Kills.Work> quick = List.of(
                Kills.Work.NET_RUN,
                Kills.Work.RESUME,
                Kills.Work.FORK,
                Kills.Work.RM,
                Kills.Work.SWEEP,
                Kills.Work.BORDER);
        assertThat(Kills.run(folder, 1, quick, quick.size(), 600).bad()).isEmpty();
    }
}
