package org.eoslab.web.server;

import io.javalin.http.Context;
import io.javalin.http.ServiceUnavailableResponse;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eoslab.view.Cancellation;
import org.jspecify.annotations.Nullable;

/**
 * Does the tabs' work: a bounded queue, a few threads, and at most one piece of each kind for a tab. A newer one cancels the
 * older, and a closed tab cancels all of its own, so that a drag across a slider costs one run and not a hundred.
 */
public final class RequestQueue implements AutoCloseable {
    /** Waiting requests beyond which new ones are turned away: more than any room of people makes. */
    private static final int QUEUE = 256;

    /** Answers that are written as they go, at a time. */
    private static final int MOST_STREAMED = 16;

    private final Semaphore streams = new Semaphore(MOST_STREAMED);

    private final ThreadPoolExecutor workers;

    /** Answers are written by threads of their own, one an answer: a slow reader must not hold up a worker. */
    private final ExecutorService writers = Executors.newCachedThreadPool(writing -> daemon(writing, "answer"));

    private final Map<String, Map<String, Cancellation>> tabs = new ConcurrentHashMap<>();

    /** A queue with this many threads. */
    public RequestQueue(int threads) {
        AtomicInteger count = new AtomicInteger();
        workers = new ThreadPoolExecutor(
                threads,
                threads,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(QUEUE),
                work -> daemon(work, "worker-" + count.incrementAndGet()));
    }

    private static Thread daemon(Runnable work, String name) {
        Thread thread = new Thread(work, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Answers a request with the JSON of what {@code task} makes, unless a newer request of its tab and path comes first. */
    public void answer(Context request, Function<Cancellation, Object> task) {
        answer(request, "application/json", cancellation -> JsonBody.bytes(task.apply(cancellation)));
    }

    /** Answers a request with a document that {@code task} makes. */
    public void answer(Context request, String contentType, Function<Cancellation, byte[]> task) {
        String tab = request.header("X-Tab");
        String kind = request.path();
        Cancellation cancellation = tab == null ? new Cancellation() : take(tab, kind);
        CompletableFuture<byte[]> done = new CompletableFuture<>();
        try {
            workers.execute(() -> perform(task, cancellation, done));
        } catch (RejectedExecutionException e) {
            done.completeExceptionally(new ServiceUnavailableResponse("busy: too many requests are waiting"));
        }
        request.future(() -> done.whenComplete((bytes, error) -> giveBack(tab, kind, cancellation))
                .thenAcceptAsync(bytes -> request.contentType(contentType).result(bytes), writers));
    }

    /** What writes an answer as it goes. */
    public interface Written {
        /** Writes all of it. */
        void writeTo(Writer out) throws IOException;
    }

    /**
     * Answers a request with what is written as it goes, of which only a little is held in memory. Where that fails on the way the
     * connection is cut, so that nobody takes what has come for the whole.
     */
    public void stream(Context request, String contentType, Written answer) {
        if (!streams.tryAcquire()) {
            throw new ServiceUnavailableResponse("busy: " + MOST_STREAMED + " files are being exported");
        }
        request.future(() -> CompletableFuture.runAsync(() -> write(request, contentType, answer), writers)
                .whenComplete((nothing, error) -> streams.release()));
    }

    private static void write(Context request, String contentType, Written answer) {
        try {
            request.contentType(contentType);
            Writer out =
                    new BufferedWriter(new OutputStreamWriter(request.outputStream(), StandardCharsets.UTF_8), 1 << 16);
            answer.writeTo(out);
            out.flush(); // and not when it has failed: closing it would end the answer well
        } catch (IOException | RuntimeException e) {
            if (!request.res().isCommitted()) {
                throw e instanceof RuntimeException wrong ? wrong : new UncheckedIOException((IOException) e);
            }
            ServletContextRequest.getServletContextRequest(request.req())
                    .getServletChannel()
                    .abort(e);
        }
    }

    /** A cancellation for the newest work of that kind; the older one is cancelled. */
    private Cancellation take(String tab, String kind) {
        Cancellation cancellation = new Cancellation();
        tabs.compute(tab, (t, cancellations) -> {
            Map<String, Cancellation> all = cancellations == null ? new ConcurrentHashMap<>() : cancellations;
            Cancellation older = all.put(kind, cancellation);
            if (older != null) {
                older.cancel();
            }
            return all;
        });
        return cancellation;
    }

    private static void perform(
            Function<Cancellation, byte[]> task, Cancellation cancellation, CompletableFuture<byte[]> done) {
        try {
            cancellation.check();
            byte[] result = task.apply(cancellation);
            cancellation.check();
            done.complete(result);
        } catch (Throwable e) {
            done.completeExceptionally(e);
        }
    }

    /** Cancels all work of a tab that has closed. */
    public void leave(String tab) {
        Map<String, Cancellation> cancellations = tabs.remove(tab);
        if (cancellations != null) {
            cancellations.values().forEach(Cancellation::cancel);
        }
    }

    private void giveBack(@Nullable String tab, String kind, Cancellation cancellation) {
        if (tab != null) {
            tabs.computeIfPresent(tab, (t, cancellations) -> {
                cancellations.remove(kind, cancellation);
                return cancellations.isEmpty() ? null : cancellations;
            });
        }
    }

    @Override
    public void close() {
        tabs.keySet().forEach(this::leave);
        workers.shutdownNow();
        writers.shutdown();
    }
}
