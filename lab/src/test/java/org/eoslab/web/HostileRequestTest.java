package org.eoslab.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import org.eoslab.experiment.Catalogue;
import org.eoslab.store.FolderStore;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the page would never send is refused in one clear line, and the server stays up. */
class HostileRequestTest {
    private static Explorer explorer;
    private static Wire wire;

    @BeforeAll
    static void start(@TempDir Path folder) {
        explorer = Explorer.start("127.0.0.1", 0, Catalogue.load(), FolderStore.open(folder, Clock.systemUTC()));
        wire = new Wire(explorer);
    }

    @AfterAll
    static void stop() {
        explorer.close();
    }

    @AfterEach
    void staysUp() {
        assertThat(wire.get("/api/catalogue").statusCode()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"evil.example", "evil.example:80", "127.0.0.1", "127.0.0.1.evil.example:8080", ""})
    void aForeignHostIsRefused(String host) {
        assertThat(wire.raw("/api/catalogue", host))
                .containsAnyOf("HTTP/1.1 403", "HTTP/1.1 400")
                .doesNotContain("canonical");
        assertThat(wire.raw("/", host))
                .containsAnyOf("HTTP/1.1 403", "HTTP/1.1 400")
                .doesNotContain("<script");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://evil.example", "https://127.0.0.1", "null", "http://127.0.0.1:1"})
    void anotherSitesRequestIsRefused(String origin) {
        HttpResponse<String> response =
                wire.post("/api/play", "{\"experiment\":" + Wire.CANONICAL + "}", "Origin", origin);
        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body()).contains("another site").doesNotContain("columns");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void aCrossSiteFetchIsRefused(String site) {
        HttpResponse<String> response = wire.send(
                HttpRequest.newBuilder(wire.address().resolve("/api/catalogue")).header("Sec-Fetch-Site", site));
        assertThat(response.statusCode()).isEqualTo(403);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"})
    void aBodyThatNeedsNoPreflightIsRefused(String type) {
        HttpResponse<String> response =
                wire.send(HttpRequest.newBuilder(wire.address().resolve("/api/play"))
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString("{\"experiment\":" + Wire.CANONICAL + "}")));
        assertThat(response.statusCode()).isEqualTo(415);
        assertThat(response.body()).contains("application/json");
    }

    @Test
    void anOversizedBodyIsRefused() {
        String large = "{\"experiment\":{\"model\":\"" + "x".repeat(1 << 20) + "\"}}";
        assertThat(wire.post("/api/play", large).statusCode()).isEqualTo(413);
        // Without a length, in chunks.
        HttpResponse<String> chunked =
                wire.send(HttpRequest.newBuilder(wire.address().resolve("/api/play"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(
                                large.getBytes(java.nio.charset.StandardCharsets.UTF_8)))));
        assertThat(chunked.statusCode()).isEqualTo(413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "nonsense",
                "{",
                "{\"experiment\":3}",
                "{}",
                "{\"experiment\":{\"model\":\"nonsuch\"}}"
            })
    void nonsenseIsRefusedInOneLine(String body) {
        HttpResponse<String> response = wire.post("/api/play", body);
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).startsWith("{\"error\":\"").doesNotContain("\\n", "Exception", " at org.");
    }

    @Test
    void everyRefusalIsJsonAndSaysWhichVerbIsRight() {
        HttpResponse<String> verb = wire.get("/api/play");
        assertThat(verb.statusCode()).isEqualTo(405);
        assertThat(verb.body()).startsWith("{\"error\":\"");
        HttpResponse<String> site = wire.post("/api/play", "{}", "Origin", "null");
        assertThat(site.body()).startsWith("{\"error\":\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/events", "/api/events?tab=", "/api/events?tab=a%20b"})
    void aStreamWithoutATabIsRefused(String path) {
        assertThat(wire.get(path).statusCode()).isEqualTo(400);
    }

    @Test
    void whatIsNoRequestIsAnsweredUnderThePolicy() {
        assertThat(wire.raw("NONSENSE\r\n\r\n")).contains("400", "Content-Security-Policy: default-src 'none'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"from\":5,\"to\":4", "\"from\":0.5", "\"to\":1e300", "\"pixels\":4294967297"})
    void aWindowThatIsNoneIsRefused(String window) {
        HttpResponse<String> response =
                wire.post("/api/play", "{\"experiment\":" + Wire.CANONICAL + "," + window + "}");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("is not allowed");
    }

    @Test
    void whoeverIsLetInFromOutsideBringsTheToken(@TempDir Path folder) {
        try (Explorer open =
                Explorer.start("0.0.0.0", 0, Catalogue.load(), FolderStore.open(folder, Clock.systemUTC()))) {
            Wire outside = new Wire(open);
            assertThat(open.address()).contains("?token=");
            int port = outside.address().getPort();
            for (String host : new String[] {"127.0.0.1:" + port, "localhost:" + port, "[::1]:" + port}) {
                assertThat(outside.raw("/api/catalogue", host))
                        .contains("HTTP/1.1 401")
                        .doesNotContain("canonical");
            }
            String answer = outside.raw("/?" + outside.address().getQuery(), "localhost:" + port);
            assertThat(answer).contains("HTTP/1.1 302", "HttpOnly", "SameSite=Lax");
            String cookie = "eoslab" + port + "=" + outside.address().getQuery().substring("token=".length());
            assertThat(outside.raw("GET /api/catalogue HTTP/1.1\r\nHost: localhost:" + port + "\r\nCookie: " + cookie
                            + "\r\nConnection: close\r\n\r\n"))
                    .contains("HTTP/1.1 200", "canonical");
        }
    }

    @Test
    void deeplyNestedJsonIsRefused() {
        assertThat(wire.post("/api/play", "[".repeat(60_000)).statusCode()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/play", "/api/step", "/api/claims", "/api/overlays", "/api/export/csv"})
    void aHugeNumberOfStepsIsRefused(String path) {
        String record = Wire.CANONICAL.replace("6000", "9007199254740992");
        HttpResponse<String> response = wire.post(path, "{\"experiment\":" + record + "}");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("steps: 9007199254740992 is not allowed here; it must be at most");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../../../../etc/passwd",
                "/..%2f..%2f..%2fetc%2fpasswd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/assets/..%2f..%2f..%2fetc/passwd",
                "/assets/%252e%252e/%252e%252e/etc/passwd",
                "/..;/..;/etc/passwd",
                "/assets/../org/eoslab/web/Explorer.class",
                "/..%5c..%5cetc%5cpasswd",
                "//etc/passwd",
                "/stamp%00.html",
                "/api/sweeps/..%2f..%2f..%2fetc",
                "/api/sweeps/%2e%2e/yaml",
                "/api/sweeps/..%2f..%2f..%2fetc/yaml",
                "/api/sweeps/nonsuch/runs/-1",
                "/api/sweeps/nonsuch/at/1/two",
                "/api/runs/..%2f..%2fetc/yaml",
                "/api/runs/..%2f..%2fetc/pictures/..%2frun"
            })
    void aPathOutsideIsNotRead(String path) {
        String response = wire.raw(path, wire.host());
        assertThat(response).containsPattern("HTTP/1.1 (400|403|404)").doesNotContain("root:", "CAFEBABE");
    }

    @Test
    void everyAnswerCarriesThePolicy() {
        for (String path : new String[] {"/", "/api/catalogue", "/nonsuch"}) {
            HttpResponse<String> response = wire.get(path);
            assertThat(response.headers().firstValue("Content-Security-Policy").orElse(""))
                    .contains("default-src 'none'", "script-src 'self';", "frame-ancestors 'none'");
            assertThat(response.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        }
    }

    @Test
    void markupInAnErrorStaysText() {
        HttpResponse<String> response =
                wire.post("/api/play", "{\"experiment\":{\"model\":\"<script>alert(1)</script>\"}}");
        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    }
}
