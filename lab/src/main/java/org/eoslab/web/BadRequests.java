package org.eoslab.web;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.handler.ErrorHandler;

/** The answers to what is no request at all, which Jetty gives before anybody is asked. */
final class BadRequests extends ErrorHandler {
    BadRequests() {
        setShowServlet(false);
        setShowStacks(false);
    }

    @Override
    public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable fields) {
        ByteBuffer content = super.badMessageError(status, reason, fields);
        Guard.HEADERS.forEach(fields::put);
        return content;
    }
}
