package org.eoslab.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.eoslab.experiment.Catalogue;
import org.eoslab.store.FolderStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Twenty pages at once, beside some that take nothing in: nobody waits for them. */
@Timeout(120)
class ManyClientsTest {
    private static final int CLIENTS = 20;

    @Test
    void slowClientsHoldUpNobody(@TempDir Path folder) throws IOException {
        List<Socket> slow = new ArrayList<>();
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try (Explorer explorer =
                Explorer.start("127.0.0.1", 0, Catalogue.load(), FolderStore.open(folder, Clock.systemUTC()))) {
            Wire wire = new Wire(explorer);
            String body = "{\"experiment\":" + Wire.CANONICAL.replace("6000", "20000") + "}";
            for (int i = 0; i < 8; i++) {
                // One asks for 2 MB and reads nothing, one never ends its request, one opens a stream and reads
                // nothing.
                slow.add(send(wire, post("/api/export/csv", body, body.length())));
                slow.add(send(wire, post("/api/play", body, body.length() + 1)));
                slow.add(send(
                        wire,
                        "GET /api/events?tab=slow" + i + " HTTP/1.1\r\nHost: " + wire.host()
                                + "\r\nAccept: text/event-stream\r\n\r\n"));
            }
            List<CompletableFuture<HttpResponse<String>>> answers = IntStream.range(0, CLIENTS)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> wire.post("/api/play", body, "X-Tab", "tab" + i), threads))
                    .toList();
            assertThat(answers)
                    .allSatisfy(a -> assertThat(a.join().statusCode()).isEqualTo(200));
            assertThat(wire.get("/api/live").statusCode()).isEqualTo(200);
        } finally {
            threads.shutdown();
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** Gone politely or not, with what it was sent read or unread, which resets the connection; or still there when the server stops. */
    @ParameterizedTest
    @ValueSource(strings = {"politely", "rudely", "stopped"})
    void aStreamThatEndsLeavesNoWorkBehind(String how, @TempDir Path folder) throws IOException {
        List<Socket> pages = new ArrayList<>();
        try (Explorer explorer =
                Explorer.start("127.0.0.1", 0, Catalogue.load(), FolderStore.open(folder, Clock.systemUTC()))) {
            Wire wire = new Wire(explorer);
            for (int i = 0; i < 5; i++) {
                Socket page = send(
                        wire,
                        "GET /api/events?tab=" + how + " HTTP/1.1\r\nHost: " + wire.host()
                                + "\r\nAccept: text/event-stream\r\n\r\n");
                page.getInputStream().readNBytes(how.equals("rudely") ? 1 : 100);
                pages.add(page);
            }
            if (!how.equals("stopped")) {
                for (Socket page : pages) {
                    page.setSoLinger(how.equals("rudely"), 0);
                    page.close();
                }
                awaitTheEndOf(how);
                assertThat(wire.get("/api/live").statusCode()).isEqualTo(200);
            }
        }
        awaitTheEndOf(how);
        for (Socket page : pages) {
            page.close();
        }
    }

    private static void awaitTheEndOf(String tab) {
        while (Thread.getAllStackTraces().keySet().stream()
                .anyMatch(thread -> thread.getName().equals("events-" + tab))) {
            Thread.onSpinWait();
        }
    }

    private static String post(String path, String body, int length) {
        return "POST " + path + " HTTP/1.1\r\nHost: HOST\r\nContent-Type: application/json\r\nContent-Length: " + length
                + "\r\n\r\n" + body;
    }

    private static Socket send(Wire wire, String request) throws IOException {
        Socket socket = new Socket(wire.address().getHost(), wire.address().getPort());
        socket.getOutputStream().write(request.replace("HOST", wire.host()).getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
