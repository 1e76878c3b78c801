package org.eoslab.web.live;

import io.javalin.config.RoutesConfig;
import io.javalin.http.ServiceUnavailableResponse;
import java.util.concurrent.CompletableFuture;
import org.eoslab.experiment.InputException;
import org.eoslab.web.server.RequestQueue;
import org.eoslab.web.server.Routes;

/**
 * {@code GET /api/events?tab=ID}: the tab's event stream. While it is open the tab is; when it closes, so does the tab's work.
 *
 * @param queue whose work is cancelled
 * @param streams the open ones
 */
public record EventRoutes(RequestQueue queue, Streams streams) implements Routes {
    private static final int MOST_STREAMS = 100;

    @Override
    public void addTo(RoutesConfig server) {
        // Before the stream begins, which is answered 200.
        server.before("/api/events", request -> {
            String tab = request.queryParam("tab");
            if (tab == null || !tab.matches("[A-Za-z0-9-]{1,64}")) {
                throw new InputException("tab: " + tab + " is not allowed; it must be letters, digits and hyphens");
            }
            if (streams.count() >= MOST_STREAMS) {
                throw new ServiceUnavailableResponse("busy: " + MOST_STREAMS + " pages are open");
            }
        });
        server.sse("/api/events", client -> {
            String tab = String.valueOf(client.ctx().queryParam("tab"));
            // The connection ends the request, and nothing is left to answer then: the library would go through its
            // handlers once more, with a request that is gone, for ever.
            client.ctx().future(CompletableFuture::new);
            EventStream stream = new EventStream(client, tab);
            streams.add(stream);
            stream.start(() -> {
                streams.remove(stream);
                queue.leave(tab);
            });
        });
    }
}
