package org.eoslab.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.bytedeco.javacpp.Pointer;
import org.eoslab.experiment.Catalogue;
import org.eoslab.store.FolderStore;
import org.eoslab.store.RunSummary;
import org.eoslab.web.server.JsonBody;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The runs that a server watches: one entry each, none kept beyond its end, and no fork that is not what was asked for. */
@Timeout(300)
class WatchRoutesTest {
    /** Of runs that have ended this many are remembered. */
    private static final int REMEMBERED = 20;

    private FolderStore store;
    private Explorer explorer;
    private Wire wire;

    @BeforeEach
    void start(@TempDir Path folder) {
        store = FolderStore.open(folder, Clock.systemUTC());
        explorer = Explorer.start("127.0.0.1", 0, Catalogue.load(), store);
        wire = new Wire(explorer);
    }

    @AfterEach
    void stop() {
        explorer.close();
    }

    private JsonNode post(String path, String json) {
        HttpResponse<String> response = wire.post(path, json);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return JsonBody.parse(response.body());
    }

    private List<JsonNode> list() {
        JsonNode runs = JsonBody.parse(wire.get("/api/live").body()).path("runs");
        return StreamSupport.stream(runs.spliterator(), false).toList();
    }

    private JsonNode started(String preset, long steps) {
        return post("/api/live", "{\"preset\":\"" + preset + "\",\"set\":{\"steps\":" + steps + "}}");
    }

    /** The run once it has one of these statuses. */
    private JsonNode await(JsonNode run, String... statuses) {
        while (true) {
            JsonNode now = post("/api/live/" + run.path("number").asLong() + "/columns", "{\"columns\":[\"loss\"]}");
            if (Set.of(statuses).contains(now.path("status").asText())) {
                return now;
            }
            Thread.onSpinWait();
        }
    }

    /** A run of the paper's model that has been stopped on its way. */
    private JsonNode stopped() {
        JsonNode run = started("canonical", 9_000_000);
        await(run, "running");
        post("/api/live/" + run.path("number").asLong() + "/stop", "{}");
        return await(run, "stopped");
    }

    @Test
    void aRunHasItsIdFromItsFirstStepOn() {
        JsonNode running = await(started("canonical", 9_000_000), "running");
        String id = running.path("id").asText();
        assertThat(store.list()).extracting(RunSummary::id).containsExactly(id);
        post("/api/live/" + running.path("number").asLong() + "/stop", "{}");
        assertThat(await(running, "stopped").path("id").asText()).isEqualTo(id);
    }

    @Test
    void whatARunMeasuresIsDrawnWhileItIsUnderWay() {
        JsonNode run = post(
                "/api/live",
                "{\"preset\":\"chebyshev-3\",\"set\":{\"steps\":1000000,\"measures\":\"opposing,trace\",\"measuresEvery\":1}}");
        String live = "/api/live/" + run.path("number").asLong();
        await(run, "running");
        JsonNode pictures = JsonBody.parse("{}");
        while (pictures.size() < 2) {
            pictures = JsonBody.parse(wire.get(live + "/pictures").body()).path("pictures");
        }
        assertThat(pictures.path("curvature").asText()).contains("<svg", "trace of the Hessian");
        assertThat(pictures.path("opposing").asText()).contains("<svg", "loss rises most", "loss falls most");
        post(live + "/stop", "{}");
        await(run, "stopped");
        assertThat(JsonBody.parse(wire.get(live + "/pictures").body()).path("pictures"))
                .isEmpty();
    }

    @Test
    void aRunThatIsResumedTwiceIsStillOneRun() {
        String resume = "/api/runs/" + stopped().path("id").asText() + "/resume";
        JsonNode first = post(resume, "{}");
        JsonNode second = post(resume, "{}");
        assertThat(first.path("already").asBoolean()).isFalse();
        assertThat(second.path("already").asBoolean()).isTrue();
        assertThat(second.path("number")).isEqualTo(first.path("number"));
        assertThat(list()).hasSize(1);
        assertThat(store.list()).hasSize(1);
        post("/api/live/" + first.path("number").asLong() + "/stop", "{}");
        await(first, "stopped");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "-1 | {} | step: -1 is not allowed",
                "1e9 | {} | step: 1e9 is not allowed",
                "2.5 | {} | step: 2.5 is not allowed",
                "\"7\" | {} | step: 7 is not allowed",
                "null | {} | missing: step",
                "10 | {\"eta\":null} | eta: null is not allowed",
                "10 | {\"eta\":\"abc\"} | eta: abc is not allowed",
                "10 | {\"eta\":-1} | eta: -1 is not allowed"
            })
    void aForkThatCannotBeIsRefusedAndLeavesNoRun(String step, String set, String why) {
        JsonNode run = await(started("canonical", 100), "finished");
        String body = "{\"step\":" + step + ",\"set\":" + set + "}";
        HttpResponse<String> response = wire.post("/api/runs/" + run.path("id").asText() + "/fork", body);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains(why);
        assertThat(list()).hasSize(1);
    }

    @Test
    void runsThatHaveEndedAreTheStores() {
        int runs = REMEMBERED + 5;
        for (int i = 0; i < runs; i++) {
            JsonNode ended = await(started("chen-bruna", 10), "finished");
            assertThat(ended.path("series").isEmpty())
                    .as("its rows are in the store")
                    .isTrue();
        }
        assertThat(list()).hasSize(REMEMBERED);
        assertThat(store.list()).hasSize(runs);
    }

    /** After four networks no more native objects are held than after one, once the deallocator has had those that nobody holds. */
    @Test
    void aNetworkThatHasBeenTrainedKeepsNoTensors() {
        await(started("chebyshev-3", 10), "finished");
        long one = Pointer.totalCount();
        for (int i = 0; i < 3; i++) {
            await(started("chebyshev-3", 10), "finished");
        }
        while (Pointer.totalCount() > one) {
            assertThat(Thread.interrupted())
                    .as("%s held, after one %s", Pointer.totalCount(), one)
                    .isFalse();
            System.gc();
        }
    }
}
