package org.eoslab.web.server;

import io.javalin.config.RoutesConfig;

/** A group of addresses that belong together. */
@FunctionalInterface
public interface Routes {
    /** Adds them to a server that has not started. */
    void addTo(RoutesConfig server);
}
