package org.eoslab.web.live;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eoslab.web.server.JsonBody;

/** The open event streams. */
public final class Streams {
    private final Set<EventStream> open = ConcurrentHashMap.newKeySet();

    int count() {
        return open.size();
    }

    void add(EventStream stream) {
        open.add(stream);
    }

    void remove(EventStream stream) {
        open.remove(stream);
    }

    /** Tells every page; never waits for any. */
    public void tell(String event, Object value) {
        String json = JsonBody.text(value);
        open.forEach(stream -> stream.offer(event, json));
    }
}
