package org.eoslab.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eoslab.Shared;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Run;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.junit.jupiter.api.Test;

/** The network's run that the story shows is one that the program makes from its record. */
class RecordedRunTest {
    private static final Path RUN = Path.of("src/main/web/src/story/recorded/network.json");
    private static final int STEPS = 15;

    /** Seven digits are kept; on other machines float32 adds up in another order. */
    private static final double LOSS = 1e-4;

    /** The tolerance of its eigenvalues. */
    private static final double SHARPNESS = 1e-3;

    @Test
    void itsFirstStepsAreThoseOfItsRecord() throws IOException {
        JsonNode run = new ObjectMapper().readTree(Files.readString(RUN));
        Map<String, Object> record = new HashMap<>(new ObjectMapper()
                .convertValue(run.path("detail").path("experiment"), new TypeReference<Map<String, Object>>() {}));
        record.put("data", Shared.path("data").toString());
        record.put("steps", STEPS);
        Table table = Run.of(Catalogue.load().ofPanel(record), Recording.ALL, List.of())
                .trajectory()
                .table();
        compare(run, table, "loss", LOSS, STEPS + 1);
        compare(run, table, "sharpness", SHARPNESS, STEPS / 5 + 1);
    }

    private static void compare(JsonNode run, Table table, String column, double tolerance, int readings) {
        JsonNode series = run.path("columns").path(column);
        double[] here = table.column(column);
        int compared = 0;
        for (int i = 0; i < series.path("step").size(); i++) {
            int step = series.path("step").get(i).asInt();
            if (step <= STEPS) {
                double there = series.path("value").get(i).asDouble();
                assertThat(here[step]).as("%s at step %d", column, step).isCloseTo(there, within(tolerance * there));
                compared++;
            }
        }
        assertThat(compared).isEqualTo(readings);
    }
}
