package org.eoslab.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Experiment;
import org.eoslab.experiment.InputException;
import org.eoslab.experiment.Run;
import org.eoslab.run.Recording;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreQueryTest {
    @TempDir
    private Path folder;

    private FolderStore store;

    @BeforeEach
    void open() {
        store = FolderStore.open(folder.resolve("store"), Clock.systemUTC());
    }

    private StoredRun save(String preset, int steps) {
        Catalogue catalogue = Catalogue.load();
        Experiment experiment = catalogue.experiment(catalogue.preset(preset)).with(Map.of("steps", steps));
        Run run = Run.of(experiment, Recording.ALL, List.of());
        try (RunWriter writer = store.begin(preset, experiment)) {
            writer.rows(run.trajectory().table());
            return writer.finish(Map.of("outcome", "completed"));
        }
    }

    @Test
    void asksOverAllRunsTogether() {
        StoredRun first = save("canonical", 30);
        StoredRun second = save("many-cycles", 20);
        StoreQuery.Answer answer = StoreQuery.ask(
                store,
                "SELECT id, settings->>'eta' AS eta, count(*) AS n, max(step) FROM runs JOIN rows ON run = id GROUP BY ALL ORDER BY n;");
        assertThat(answer.columns()).containsExactly("id", "eta", "n", "max(step)");
        assertThat(answer.rows())
                .containsExactly(List.of(second.id(), "10.0", 21L, 20L), List.of(first.id(), "3.2", 31L, 30L));
        assertThat(StoreQuery.ask(store, "DESCRIBE rows").rows())
                .extracting(r -> r.get(0))
                .contains("run", "alpha");
    }

    @Test
    void anEmptyStoreHasBothTables() {
        assertThat(StoreQuery.ask(store, "SELECT count(*) FROM runs, rows").rows())
                .containsExactly(List.of(0L));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT * FROM read_text('%s')",
                "SELECT * FROM '%s'",
                "COPY (SELECT 1) TO '%s'",
                "SELECT 1; COPY (SELECT 1) TO '%s'",
                "SELECT 1; SELECT 2",
                "ATTACH '%s'",
                "DELETE FROM runs",
                "SET enable_external_access = true",
                "SELEC 1",
                "SELECT nothing FROM runs",
                ""
            })
    void readsTheStoreAndNothingElse(String sql) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.csv"), "a,b\n1,2\n");
        assertThatExceptionOfType(InputException.class)
                .isThrownBy(() -> StoreQuery.ask(store, sql.replace("%s", secret.toString())))
                .withMessageStartingWith("query: ")
                .withMessageNotContaining("\n");
        assertThat(secret).hasContent("a,b\n1,2\n");
    }
}
