package org.eoslab.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eoslab.dynamics.State;
import org.eoslab.dynamics.flow.GradientFlow;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.Preset;
import org.eoslab.experiment.Run;
import org.eoslab.model.minimalist.dynamics.Minimalist;
import org.eoslab.run.Recording;
import org.eoslab.run.Table;
import org.eoslab.store.FolderStore;
import org.eoslab.web.server.JsonBody;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page gets is what the kernel computes. */
class PlayRoutesTest {
    private static final Catalogue CATALOGUE = Catalogue.load();
    private static Explorer explorer;
    private static Wire wire;

    @BeforeAll
    static void start(@TempDir Path folder) {
        explorer = Explorer.start("127.0.0.1", 0, CATALOGUE, FolderStore.open(folder, Clock.systemUTC()));
        wire = new Wire(explorer);
    }

    @AfterAll
    static void stop() {
        explorer.close();
    }

    private static JsonNode post(String path, String fields) throws IOException {
        HttpResponse<String> response = wire.post(path, "{\"experiment\":" + Wire.CANONICAL + fields + "}");
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return new ObjectMapper().readTree(response.body());
    }

    private static Table canonical() {
        Preset preset = CATALOGUE.preset("canonical");
        return Run.of(CATALOGUE.experiment(preset), Recording.ALL, List.of())
                .trajectory()
                .table();
    }

    @ParameterizedTest
    @ValueSource(strings = {"loss", "sharpness", "alpha", "beta1"})
    void aThinnedColumnHoldsTheKernelsValues(String column) throws IOException {
        JsonNode series = post("/api/play", ",\"pixels\":300").path("columns").path(column);
        double[] values = canonical().column(column);
        assertThat(series.path("step").size()).isBetween(300, 601);
        for (int i = 0; i < series.path("step").size(); i++) {
            int step = series.path("step").get(i).asInt();
            assertThat(series.path("value").get(i).asDouble()).isEqualTo(values[step]);
        }
    }

    @Test
    void aNarrowWindowHoldsEveryStep() throws IOException {
        JsonNode answer = post("/api/play", ",\"from\":100,\"to\":150,\"pixels\":300,\"columns\":[\"loss\"]");
        assertThat(answer.path("columns").fieldNames()).toIterable().containsOnly("loss", "alpha", "beta1", "beta2");
        assertThat(answer.path("columns").path("loss").path("step").size()).isEqualTo(51);
        assertThat(answer.path("firstCrossing").asInt()).isEqualTo(121);
    }

    @Test
    void overlaysAreTheWindowAndTheFlowToTheSolution() throws IOException {
        JsonNode answer = post("/api/overlays", "");
        // Section 3 of the model's specification: (1.6000…, 4.0816…].
        assertThat(answer.path("window").path("low").asDouble()).isBetween(1.6, 1.6001);
        assertThat(answer.path("window").path("high").asDouble()).isBetween(4.0816, 4.0817);
        JsonNode flow = answer.path("flow");
        int last = flow.path("step").size() - 1;
        double alpha = flow.path("alpha").get(last).asDouble();
        double beta2 = flow.path("beta2").get(last).asDouble();
        // After 6000·η of time the flow is at its solution to e^(−λ₂α²t) of the way.
        assertThat(alpha * beta2).isBetween(0.999, 1.0);
        JsonNode constrained = answer.path("constrained");
        // At the edge: λ₁α² = 2/η.
        assertThat(constrained.path("alpha").get(last).asDouble()).isEqualTo(Math.sqrt(2 / 3.2));
    }

    /** Of 20,000 steps the flow needs a few thousand to its solution, within a ten-thousandth of its way. */
    @Test
    void theFlowEndsWhereItWouldHaveEnded() throws IOException {
        HttpResponse<String> response =
                wire.post("/api/overlays", "{\"experiment\":" + Wire.CANONICAL.replace("6000", "20000") + "}");
        JsonNode flow = JsonBody.parse(response.body()).path("flow");
        double[] end = {0.7, 0.005, 0.2};
        State state = new State(end, new double[0]);
        new GradientFlow(new Minimalist(1, 0.001), 20_000 * 3.2).step(state);
        int last = flow.path("step").size() - 1;
        assertThat(flow.path("step").get(last).asDouble()).isEqualTo(20_000);
        double alpha = flow.path("alpha").get(last).asDouble();
        double beta2 = flow.path("beta2").get(last).asDouble();
        assertThat(Math.hypot(alpha - end[0], beta2 - end[2]))
                .isLessThan(1e-4 * Math.hypot(end[0] - 0.7, end[2] - 0.2));
    }

    /** What the page offers it can also run, check and give away. */
    @Test
    void noPresetIsLongerThanThePageAllows() {
        JsonNode catalogue = JsonBody.parse(wire.get("/api/catalogue").body());
        Set<String> live = new HashSet<>();
        catalogue.path("models").forEach(model -> {
            if (model.path("live").asBoolean()) {
                live.add(model.path("name").asText());
            }
        });
        int checked = 0;
        for (JsonNode preset : catalogue.path("presets")) {
            long steps = preset.path("settings").path("steps").asLong();
            boolean inPlay = live.contains(preset.path("model").asText());
            checked += inPlay ? 1 : 0;
            assertThat(steps)
                    .as(preset.path("name").asText())
                    .isBetween(1L, inPlay ? mostStepsOf("/api/claims") : 10_000_000L);
        }
        assertThat(checked).isGreaterThan(10);
        assertThat(mostStepsOf("/api/play")).isGreaterThanOrEqualTo(mostStepsOf("/api/claims"));
        assertThat(mostStepsOf("/api/export/csv")).isEqualTo(mostStepsOf("/api/claims"));
    }

    /** What the route says that it allows. */
    private static long mostStepsOf(String route) {
        String body = wire.post(route, "{\"experiment\":" + Wire.CANONICAL.replace("6000", "1e15") + "}")
                .body();
        Matcher most = Pattern.compile("must be at most (\\d+) ").matcher(body);
        assertThat(most.find()).as(body).isTrue();
        return Long.parseLong(most.group(1));
    }

    @Test
    void numbersAreNamedAsTheyAreWritten() {
        String body = Wire.CANONICAL.replace("{\"model", "{\"lambda1\":1e-300,\"lambda2\":2,\"model");
        assertThat(wire.post("/api/play", "{\"experiment\":" + body + "}").body())
                .contains("lambda2: 2 is not allowed; it must be below lambda1 = 1e-300");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2000001", "1e9", "1e16", "1e300"})
    void tooManyStepsAreMeasuredAgainstWhatIsAllowedHere(String steps) {
        HttpResponse<String> response =
                wire.post("/api/play", "{\"experiment\":" + Wire.CANONICAL.replace("6000", steps) + "}");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("is not allowed here; it must be at most 2000000 (");
    }

    @Test
    void theClaimsAreThoseOfTheRun() throws IOException {
        JsonNode claims = post("/api/claims", "").path("claims");
        Run run = Run.of(CATALOGUE.experiment(CATALOGUE.preset("canonical")), Recording.ALL, List.of());
        assertThat(claims.size()).isEqualTo(run.findings().size());
        for (int i = 0; i < claims.size(); i++) {
            assertThat(claims.get(i).path("id").asText())
                    .isEqualTo(run.findings().get(i).id());
            assertThat(claims.get(i).path("verdict").asText())
                    .isEqualTo(run.findings().get(i).verdict().label());
        }
    }

    @Test
    void theEndIsTheLastRow() throws IOException {
        Table table = canonical();
        JsonNode end =
                post("/api/play", ",\"pixels\":10,\"from\":100,\"to\":200").get("end");
        for (String name : table.names()) {
            double last = table.get(name, table.rows() - 1);
            assertThat(end.get(name).asDouble(Double.NaN)).as(name).isEqualTo(last);
        }
    }

    /** Just inside the window a run from below crosses the edge, just outside it does not. */
    @Test
    void windowsAreWhereRunsReachTheEdge() throws IOException {
        JsonNode windows = post("/api/windows", ",\"along\":\"alpha\",\"values\":[0.5, 0.7, 0.9, 0]");
        double[] alphas = {0.5, 0.7, 0.9};
        for (int i = 0; i < alphas.length; i++) {
            double low = windows.get("low").get(i).asDouble();
            double high = windows.get("high").get(i).asDouble();
            assertThat(firstCrossing(alphas[i], 0.98 * low)).isEqualTo(-1);
            assertThat(firstCrossing(alphas[i], 1.02 * low)).isPositive();
            assertThat(firstCrossing(alphas[i], 0.98 * high)).isPositive();
        }
        assertThat(windows.get("low").get(3).isNull()).isTrue();
        assertThat(windows.get("high").get(3).isNull()).isTrue();
    }

    private static long firstCrossing(double alpha, double eta) {
        Preset preset = CATALOGUE.preset("canonical");
        return Run.of(
                        CATALOGUE.experiment(preset).with(Map.of("alpha", alpha, "eta", eta, "steps", 40_000)),
                        Recording.ALL,
                        List.of())
                .trajectory()
                .timeline()
                .firstCrossing();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"along\":\"alpha\"",
                "\"along\":\"nosuch\",\"values\":[1]",
                "\"along\":\"alpha\",\"values\":[null]"
            })
    void windowsOfNothingAreRefused(String fields) {
        assertThat(wire.post("/api/windows", "{\"experiment\":" + Wire.CANONICAL + "," + fields + "}")
                        .statusCode())
                .isEqualTo(400);
    }
}
