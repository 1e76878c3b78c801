package org.eoslab.web;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.staticfiles.Location;
import io.javalin.util.JavalinException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.eoslab.experiment.Catalogue;
import org.eoslab.experiment.InputException;
import org.eoslab.store.FolderStore;
import org.eoslab.store.SweepFiles;
import org.eoslab.view.Cancellation;
import org.eoslab.web.library.CatalogueRoutes;
import org.eoslab.web.library.RunRoutes;
import org.eoslab.web.live.EventRoutes;
import org.eoslab.web.live.Streams;
import org.eoslab.web.play.PlayRoutes;
import org.eoslab.web.server.Addresses;
import org.eoslab.web.server.BadRequests;
import org.eoslab.web.server.JsonBody;
import org.eoslab.web.server.OriginCheck;
import org.eoslab.web.server.RequestQueue;
import org.eoslab.web.server.Routes;
import org.eoslab.web.sweep.StoredSweepRoutes;
import org.eoslab.web.sweep.SweepRoutes;
import org.eoslab.web.watch.LiveRuns;
import org.eoslab.web.watch.WatchRoutes;

/** A running explorer. */
public final class Explorer implements AutoCloseable {
    private static final int THREADS = Math.max(4, 2 * Runtime.getRuntime().availableProcessors());

    private final Javalin server;
    private final String host;
    private final String token;
    private final RequestQueue queue;
    private final LiveRuns live;

    private Explorer(Javalin server, String host, String token, RequestQueue queue, LiveRuns live) {
        this.server = server;
        this.host = host;
        this.token = token;
        this.queue = queue;
        this.live = live;
    }

    /**
     * Starts one.
     *
     * @param host the address to listen on; {@code 127.0.0.1} unless the user asked for another by name
     * @param port the port, or 0 for a free one
     * @param catalogue the models and presets it offers
     * @param store the runs and sweeps it shows, and where it keeps the runs it starts
     * @throws InputException when it can't listen there
     */
    public static Explorer start(String host, int port, Catalogue catalogue, FolderStore store) {
        Set<String> hosts = ConcurrentHashMap.newKeySet();
        OriginCheck guard = new OriginCheck(hosts, Addresses.isLoopback(host) ? "" : OriginCheck.newToken());
        RequestQueue queue = new RequestQueue(THREADS);
        Streams streams = new Streams();
        LiveRuns live = new LiveRuns(catalogue, store, streams);
        List<Routes> routes = List.of(
                new CatalogueRoutes(catalogue),
                new PlayRoutes(catalogue, queue),
                new RunRoutes(store, queue),
                new SweepRoutes(catalogue, queue),
                new StoredSweepRoutes(SweepFiles.of(store.folder()), queue),
                new WatchRoutes(catalogue, store, live, queue),
                new EventRoutes(queue, streams));
        Javalin server = Javalin.create(config -> {
            configure(config);
            config.routes.before(guard::check);
            errors(config.routes);
            routes.forEach(group -> group.addTo(config.routes));
        });
        try {
            server.start(host, port);
        } catch (JavalinException e) {
            queue.close();
            throw new InputException(
                    host + ":" + port + ": cannot listen there (" + e.getMessage() + "); choose another port");
        }
        Addresses.of(host).forEach(name -> hosts.add(name + ":" + server.port()));
        return new Explorer(server, host, guard.token(), queue, live);
    }

    /** Whether the page was built into this program; without Node at build time it was not. */
    public static boolean hasPage() {
        return Explorer.class.getResource("/web/index.html") != null;
    }

    private static void configure(JavalinConfig config) {
        config.startup.showJavalinBanner = false;
        config.startup.startupWatcherEnabled = false;
        config.http.compressionStrategy = CompressionStrategy.NONE;
        // Streams never end by themselves: stopping does not wait for them.
        config.jetty.modifyServer(jetty -> {
            jetty.setStopTimeout(0);
            jetty.setErrorHandler(new BadRequests());
        });
        config.jetty.modifyHttpConfiguration(http -> http.setSendServerVersion(false));
        config.http.prefer405over404 = true;
        if (hasPage()) {
            config.staticFiles.add(files -> {
                files.hostedPath = "/assets";
                files.directory = "/web/assets";
                files.location = Location.CLASSPATH;
                files.headers = Map.of("Cache-Control", "public, max-age=31536000, immutable");
            });
            config.staticFiles.add(files -> {
                files.directory = "/web";
                files.location = Location.CLASSPATH;
                files.headers = Map.of("Cache-Control", "no-cache");
            });
        }
    }

    private static void errors(RoutesConfig server) {
        server.exception(
                CompletionException.class, (e, request) -> explain(e.getCause() == null ? e : e.getCause(), request));
        server.exception(HttpResponseException.class, Explorer::explain);
        server.exception(Exception.class, Explorer::explain);
        server.error(404, request -> refuse(request, 404, request.path() + ": there is no such thing here"));
    }

    private static void explain(Throwable e, Context request) {
        if (e instanceof InputException || e instanceof IllegalArgumentException) {
            refuse(request, 400, String.valueOf(e.getMessage()));
        } else if (e instanceof Cancellation.Superseded) {
            refuse(request, 409, String.valueOf(e.getMessage()));
        } else if (e instanceof HttpResponseException refusal) {
            refuse(request, refusal.getStatus(), String.valueOf(refusal.getMessage()));
        } else {
            refuse(request, 500, "internal error: " + e);
        }
    }

    /** An error is one line. */
    private static void refuse(Context request, int status, String message) {
        String line = message.replaceAll("\\s+", " ");
        request.status(status)
                .contentType("application/json")
                .result(JsonBody.bytes(Map.of("error", line.length() > 300 ? line.substring(0, 300) + "…" : line)));
    }

    /** Where the page is. */
    public String address() {
        return "http://" + Addresses.inUrl(host) + ":" + server.port() + "/"
                + (token.isEmpty() ? "" : "?token=" + token);
    }

    /** The work being done for tabs. */
    public RequestQueue queue() {
        return queue;
    }

    /** Waits until somebody stops it. */
    public void await() throws InterruptedException {
        server.jettyServer().server().join();
    }

    @Override
    public void close() {
        queue.close();
        live.close();
        server.stop();
    }
}
