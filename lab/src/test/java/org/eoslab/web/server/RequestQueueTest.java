package org.eoslab.web.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.javalin.Javalin;
import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.eoslab.view.Cancellation;
import org.eoslab.web.live.EventRoutes;
import org.eoslab.web.live.Streams;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A newer request replaces the older, a closed tab ends its work, and nobody waits for another's. */
@Timeout(60)
class RequestQueueTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private final RequestQueue desk = new RequestQueue(2);
    private final CountDownLatch begun = new CountDownLatch(1);
    private Javalin server;

    @BeforeEach
    void start() {
        server = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.jetty.modifyServer(jetty -> jetty.setStopTimeout(0));
            // A reader may take as long as it likes: only the desk keeps it from holding up others.
            config.jetty.modifyHttpConfiguration(http -> http.setIdleTimeout(600_000));
            addTo(config.routes);
        });
        server.start("127.0.0.1", 0);
    }

    private void addTo(RoutesConfig routes) {
        routes.exception(Cancellation.Superseded.class, (e, request) -> request.status(409));
        // Ends only when it is cancelled.
        routes.get(
                "/endless",
                request -> desk.answer(request, ticket -> {
                    begun.countDown();
                    while (!ticket.cancelled()) {
                        Thread.onSpinWait();
                    }
                    return Map.of();
                }));
        routes.get("/quick", request -> desk.answer(request, ticket -> Map.of("answer", 42)));
        routes.get("/large", request -> desk.answer(request, "text/plain", ticket -> new byte[1 << 26]));
        new EventRoutes(desk, new Streams()).addTo(routes);
    }

    @AfterEach
    void stop() {
        desk.close();
        server.stop();
    }

    private CompletableFuture<HttpResponse<String>> get(String path, String tab) {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.port() + path))
                .header("X-Tab", tab)
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void aNewerRequestCancelsTheOlder() throws InterruptedException {
        CompletableFuture<HttpResponse<String>> older = get("/endless", "tab");
        begun.await();
        CompletableFuture<HttpResponse<String>> newer = get("/endless", "tab");
        assertThat(older.join().statusCode()).isEqualTo(409);
        desk.leave("tab");
        assertThat(newer.join().statusCode()).isEqualTo(409);
    }

    @Test
    void aTabThatLeavesEndsItsWork() throws InterruptedException {
        CompletableFuture<HttpResponse<String>> work = get("/endless", "tab");
        begun.await();
        desk.leave("another");
        assertThat(get("/quick", "another").join().body()).isEqualTo("{\"answer\":42}");
        assertThat(work).isNotDone();
        desk.leave("tab");
        assertThat(work.join().statusCode()).isEqualTo(409);
    }

    @Test
    void aTabThatIsClosedEndsItsWork() throws IOException, InterruptedException {
        CompletableFuture<HttpResponse<String>> work;
        long closed;
        try (Socket stream = new Socket("127.0.0.1", server.port())) {
            String request = "GET /api/events?tab=tab HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept: text/event-stream\r\n\r\n";
            stream.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            assertThat(stream.getInputStream().read()).isEqualTo('H');
            work = get("/endless", "tab");
            begun.await();
            assertThat(work).isNotDone();
            closed = System.nanoTime();
        }
        assertThat(work.join().statusCode()).isEqualTo(409);
        System.out.printf(
                "explorer: a closed tab's work ended after %d ms%n", (System.nanoTime() - closed) / 1_000_000);
    }

    @Test
    void readersWhoStopReadingHoldUpNobody() throws IOException {
        try (Socket one = stalled();
                Socket two = stalled()) {
            assertThat(get("/quick", "tab").join().body()).isEqualTo("{\"answer\":42}");
            assertThat(one.isConnected() && two.isConnected()).isTrue();
        }
    }

    /** A client that has read the first byte of 64 MB and reads no more. */
    private Socket stalled() throws IOException {
        Socket socket = new Socket("127.0.0.1", server.port());
        socket.getOutputStream()
                .write("GET /large HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        assertThat(socket.getInputStream().read()).isEqualTo('H');
        return socket;
    }
}
