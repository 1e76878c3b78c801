package org.eoslab.web.server;

import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** The answers to what is no request at all, which Jetty gives before anybody is asked. */
public final class BadRequests extends ErrorHandler {
    /** The handler. */
    public BadRequests() {
        setShowOrigin(false);
        setShowStacks(false);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        OriginCheck.HEADERS.forEach(response.getHeaders()::put);
        return super.handle(request, response, callback);
    }
}
