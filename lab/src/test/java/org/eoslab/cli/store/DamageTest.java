package org.eoslab.cli.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.eoslab.cli.ProgramRun.eos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eoslab.cli.ProgramRun;
import org.eoslab.store.file.DurableFiles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A damaged file is named, with the way out, and stops nothing but itself. */
class DamageTest {
    @TempDir
    private Path store;

    private String damaged;
    private String whole;

    @BeforeEach
    void twoRuns() throws IOException {
        run("canonical", "--steps", "40");
        damaged = DurableFiles.list(store.resolve("runs")).get(0).getFileName().toString();
        run("zhu", "--steps", "40");
        whole = DurableFiles.list(store.resolve("runs")).stream()
                .map(f -> f.getFileName().toString())
                .filter(name -> !name.equals(damaged))
                .findFirst()
                .orElseThrow();
    }

    private ProgramRun run(String... arguments) {
        String[] all = new String[arguments.length + 3];
        all[0] = "run";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[arguments.length + 1] = "--store";
        all[arguments.length + 2] = store.toString();
        return eos(all);
    }

    private ProgramRun runs(String command, String... arguments) {
        String[] all = new String[arguments.length + 4];
        all[0] = "runs";
        all[1] = command;
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        all[arguments.length + 2] = "--store";
        all[arguments.length + 3] = store.toString();
        return eos(all);
    }

    private void flip(String name) throws IOException {
        Path file = store.resolve("runs").resolve(damaged).resolve(name);
        byte[] bytes = Files.readAllBytes(file);
        bytes[bytes.length / 2] ^= 1;
        Files.write(file, bytes);
    }

    private void assertNamed(ProgramRun program, String file) {
        assertThat(program.exitCode()).isEqualTo(2);
        assertThat(program.err().strip().lines())
                .singleElement()
                .asString()
                .contains(damaged, file, "damaged", "eos runs rm " + damaged);
    }

    @Test
    void aDamagedRecordIsListedAsThatAndTheRestGoesOn() throws IOException {
        flip("run.json");
        Files.delete(store.resolve("catalogue.duckdb"));
        ProgramRun list = runs("ls");
        assertThat(list.exitCode()).isZero();
        assertThat(list.out().lines().filter(l -> l.contains(damaged)))
                .singleElement()
                .asString()
                .contains("damaged");
        assertThat(list.err()).contains("warning", damaged, "run.json", "eos runs rm " + damaged);
        ProgramRun query = eos("query", "SELECT count(DISTINCT run) FROM rows", "--csv", "--store", store.toString());
        assertThat(query.exitCode()).isZero();
        assertThat(query.out().lines()).last().isEqualTo("1");
        assertThat(query.err()).contains("warning", damaged);
        assertNamed(runs("show", damaged), "run.json");
        assertNamed(runs("show", damaged, "--json"), "run.json");
        assertThat(run("canonical", "--steps", "40").exitCode()).isZero();
        assertThat(runs("rm", damaged).exitCode()).isZero();
        assertThat(runs("ls").err()).isEmpty();
    }

    @Test
    void noNumberComesFromDamagedRows() throws IOException {
        flip("columns.parquet");
        ProgramRun query = eos("query", "SELECT DISTINCT run FROM rows", "--csv", "--store", store.toString());
        assertThat(query.out().lines()).containsExactly("run", whole);
        assertThat(query.err()).contains("warning", damaged, "columns.parquet");
        Path out = store.resolve("out.csv");
        for (String format : List.of("csv", "parquet", "npy")) {
            assertNamed(
                    eos("export", damaged, "--format", format, "--out", out.toString(), "--store", store.toString()),
                    "columns.parquet");
        }
        assertThat(out).doesNotExist();
        assertNamed(
                eos("fork", damaged, "--at", "10", "--set", "steps=50", "--store", store.toString()),
                "columns.parquet");
        Path file = store.resolve("runs").resolve(damaged).resolve("columns.parquet");
        ProgramRun named = eos("query", "SELECT * FROM '" + file + "'", "--store", store.toString());
        assertThat(named.err()).contains(damaged);
        assertThat(named.exitCode()).isEqualTo(2);
    }

    @Test
    void verifyNamesEveryDamagedAndMissingFile() throws IOException {
        assertThat(runs("verify").exitCode()).isZero();
        flip("checkpoint-000000000000040.state");
        Files.delete(store.resolve("runs").resolve(damaged).resolve("loss.png"));
        ProgramRun verify = runs("verify");
        assertThat(verify.exitCode()).isEqualTo(1);
        assertThat(verify.out()).contains("damaged: ", "checkpoint-000000000000040.state", "missing: ", "loss.png");
        assertThat(runs("verify", whole).exitCode()).isZero();
        assertThat(runs("verify", damaged, "--json").out()).contains("\"ok\" : false");
    }

    @Test
    void aRunOfAnOlderVersionHasNoChecksumsAndIsRead() throws IOException {
        Files.delete(store.resolve("runs").resolve(damaged).resolve("checksums.sha256"));
        ProgramRun verify = runs("verify", damaged);
        assertThat(verify.exitCode()).isZero();
        assertThat(verify.out()).contains("no checksum");
        assertThat(runs("show", damaged).exitCode()).isZero();
    }
}
