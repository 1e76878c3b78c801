package org.eoslab.web.live;

import io.javalin.http.sse.SseClient;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One connection: a bounded queue that its own thread empties, so that a slow reader holds up nobody else. When the queue is
 * full the oldest event goes; each event describes the present, so a reader who missed some is still up to date. A heartbeat
 * finds out within half a second that the reader has gone.
 */
public final class EventStream {
    private static final int QUEUE = 64;
    private static final long HEARTBEAT_MILLIS = 250;

    private record Event(String name, String json) {}

    private final SseClient client;
    private final String tab;
    private final BlockingQueue<Event> queue = new ArrayBlockingQueue<>(QUEUE);

    EventStream(SseClient client, String tab) {
        this.client = client;
        this.tab = tab;
    }

    /** The tab it belongs to. */
    public String tab() {
        return tab;
    }

    /** Sends an event when its turn comes; never waits. */
    public void offer(String name, String json) {
        Event event = new Event(name, json);
        while (!queue.offer(event)) {
            queue.poll();
        }
    }

    void start(Runnable whenClosed) {
        Thread thread = new Thread(() -> pump(whenClosed), "events-" + tab);
        thread.setDaemon(true);
        thread.start();
    }

    private void pump(Runnable whenClosed) {
        try {
            while (!client.terminated()) {
                @Nullable Event event = queue.poll(HEARTBEAT_MILLIS, TimeUnit.MILLISECONDS);
                if (event == null) {
                    client.sendComment("");
                } else {
                    client.sendEvent(event.name(), event.json());
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            client.close();
            whenClosed.run();
        }
    }
}
