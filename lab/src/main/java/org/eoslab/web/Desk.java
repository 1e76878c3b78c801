package org.eoslab.web;

import io.javalin.http.Context;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Does the tabs' work: a bounded queue, a few threads, and at most one piece of each kind for a tab. A newer one cancels the
 * older, and a closed tab cancels all of its own, so that a drag across a slider costs one run and not a hundred.
 */
public final class Desk implements AutoCloseable {
    /** Waiting requests beyond which new ones are turned away: more than any room of people makes. */
    private static final int QUEUE = 256;

    private final ThreadPoolExecutor workers;
    private final Map<String, Map<String, Ticket>> tabs = new ConcurrentHashMap<>();

    /** A desk with this many threads. */
    Desk(int threads) {
        AtomicInteger count = new AtomicInteger();
        workers =
                new ThreadPoolExecutor(threads, threads, 1, TimeUnit.MINUTES, new ArrayBlockingQueue<>(QUEUE), work -> {
                    Thread thread = new Thread(work, "desk-" + count.incrementAndGet());
                    thread.setDaemon(true);
                    return thread;
                });
    }

    /** Answers a request with what {@code task} makes, unless a newer request of its tab and path comes first. */
    public void answer(Context request, Task task) {
        String tab = request.header("X-Tab");
        String kind = request.path();
        Ticket ticket = new Ticket();
        if (tab != null) {
            tabs.compute(tab, (t, tickets) -> {
                Map<String, Ticket> all = tickets == null ? new ConcurrentHashMap<>() : tickets;
                Ticket older = all.put(kind, ticket);
                if (older != null) {
                    older.cancel();
                }
                return all;
            });
        }
        CompletableFuture<byte[]> done = new CompletableFuture<>();
        try {
            workers.execute(() -> perform(task, ticket, done));
        } catch (RejectedExecutionException e) {
            done.completeExceptionally(
                    new io.javalin.http.ServiceUnavailableResponse("busy: too many requests are waiting"));
        }
        request.future(() -> done.whenComplete((bytes, error) -> forget(tab, kind, ticket))
                .thenAccept(bytes -> request.contentType("application/json").result(bytes)));
    }

    private static void perform(Task task, Ticket ticket, CompletableFuture<byte[]> done) {
        try {
            ticket.check();
            Object result = task.run(ticket);
            ticket.check();
            done.complete(Json.bytes(result));
        } catch (Throwable e) {
            done.completeExceptionally(e);
        }
    }

    /** Cancels all work of a tab that has closed. */
    public void leave(String tab) {
        Map<String, Ticket> tickets = tabs.remove(tab);
        if (tickets != null) {
            tickets.values().forEach(Ticket::cancel);
        }
    }

    private void forget(@org.jspecify.annotations.Nullable String tab, String kind, Ticket ticket) {
        if (tab != null) {
            tabs.computeIfPresent(tab, (t, tickets) -> {
                tickets.remove(kind, ticket);
                return tickets.isEmpty() ? null : tickets;
            });
        }
    }

    /** How many pieces of work are being done or waiting. */
    public int pending() {
        return workers.getActiveCount() + workers.getQueue().size();
    }

    @Override
    public void close() {
        tabs.keySet().forEach(this::leave);
        workers.shutdownNow();
    }
}
