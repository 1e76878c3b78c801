package org.eoslab.web.server;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.handler.ErrorHandler;

/** The answers to what is no request at all, which Jetty gives before anybody is asked. */
public final class BadRequests extends ErrorHandler {
    /** The handler. */
    public BadRequests() {
        setShowServlet(false);
        setShowStacks(false);
    }

    @Override
    public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable fields) {
        ByteBuffer content = super.badMessageError(status, reason, fields);
        OriginCheck.HEADERS.forEach(fields::put);
        return content;
    }
}
