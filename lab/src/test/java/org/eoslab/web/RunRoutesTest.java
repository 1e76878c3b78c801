package org.eoslab.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.eoslab.store.FolderStore;
import org.eoslab.store.RunWriter;
import org.eoslab.store.StoredRun;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that are exported as they are read. */
class RunRoutesTest {
    private static final int ROWS = 20_000;

    private StoredRun run;
    private Explorer explorer;
    private Wire wire;

    @BeforeEach
    void start(@TempDir Path folder) {
        FolderStore store = FolderStore.open(folder, Clock.systemUTC());
        Experiment experiment = Catalogue.load().experiment(Catalogue.load().preset("canonical"));
        Table table = new Table(List.of("step", "loss", "a,\"b\""), Recording.ALL, 0);
        for (int i = 0; i < ROWS; i++) {
            table.add(new double[] {i, Math.exp(-i / 7.0), i % 3 == 0 ? Double.NaN : -1.0 / i});
        }
        try (RunWriter writer = store.begin("rows", experiment)) {
            writer.rows(table);
            run = writer.finish(Map.of("name", "rows"));
        }
        explorer = Explorer.start("127.0.0.1", 0, Catalogue.load(), store);
        wire = new Wire(explorer);
    }

    @AfterEach
    void stop() {
        explorer.close();
    }

    @Test
    void everyRowIsInTheTextWithAllItsDigits() {
        HttpResponse<String> response = wire.get("/api/runs/" + run.id() + "/csv");
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/csv");
        List<String> lines = response.body().lines().toList();
        assertThat(lines).hasSize(ROWS + 1).startsWith("step,loss,\"a,\"\"b\"\"\"");
        for (int i = 0; i < ROWS; i++) {
            String[] cells = lines.get(i + 1).split(",");
            assertThat(Long.parseLong(cells[0])).isEqualTo(i);
            assertThat(Double.parseDouble(cells[1])).isEqualTo(Math.exp(-i / 7.0));
            assertThat(cells[2]).isEqualTo(i % 3 == 0 ? "nan" : cells[2]);
            assertThat(i % 3 == 0 || Double.parseDouble(cells[2]) == -1.0 / i).isTrue();
        }
    }

    @Test
    void ofDamagedRowsThereIsARefusalAndNoText() throws IOException {
        Path columns = run.folder().resolve("columns.parquet");
        byte[] bytes = Files.readAllBytes(columns);
        bytes[bytes.length / 2] ^= 4;
        Files.write(columns, bytes);
        HttpResponse<String> response = wire.get("/api/runs/" + run.id() + "/csv");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).startsWith("{\"error\":\"").contains("columns.parquet");
    }
}
