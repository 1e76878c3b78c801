package org.eoslab.web;

import io.javalin.http.Context;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import io.javalin.http.UnsupportedMediaTypeResponse;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom the server answers: only this page, under the names it was started with.
 *
 * <p>Any page in the user's browser can send requests to a loopback port. The {@code Host} check stops DNS rebinding (a foreign
 * name that resolves to 127.0.0.1), the {@code Origin} and {@code Sec-Fetch-Site} checks stop cross-site requests, and a
 * JSON-only body stops those that need no preflight.
 */
final class Guard {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; frame-ancestors 'none'; base-uri 'none'; "
            + "form-action 'none'";
    private static final Set<String> SAME_SITE = Set.of("same-origin", "none");

    private final Set<String> hosts;

    /** Answers requests to these hosts, each {@code name:port} as browsers send it. */
    Guard(Set<String> hosts) {
        this.hosts = hosts;
    }

    /** Refuses what this page would not send. */
    void check(Context request) {
        headers(request);
        String host = request.header("Host");
        if (host == null || !hosts.contains(host)) {
            throw new ForbiddenResponse("Host: " + host + " is not this server; it answers to " + hosts);
        }
        String origin = request.header("Origin");
        if (origin != null && !origin.equals("http://" + host)) {
            throw new ForbiddenResponse("Origin: " + origin + " is another site; only this page may send requests");
        }
        if (request.path().startsWith("/api/")) {
            checkInterface(request, request.header("Sec-Fetch-Site"));
        }
    }

    private static void checkInterface(Context request, @Nullable String site) {
        if (site != null && !SAME_SITE.contains(site)) {
            throw new ForbiddenResponse(
                    "Sec-Fetch-Site: " + site + " is another site; only this page may send requests");
        }
        request.header("Cache-Control", "no-store");
        String type = request.contentType();
        if (request.method() != HandlerType.GET && (type == null || !type.startsWith("application/json"))) {
            throw new UnsupportedMediaTypeResponse(
                    "Content-Type: " + type + " is not allowed; it must be application/json");
        }
    }

    private static void headers(Context response) {
        response.header("Content-Security-Policy", POLICY);
        response.header("X-Content-Type-Options", "nosniff");
        response.header("Referrer-Policy", "no-referrer");
        response.header("Cross-Origin-Opener-Policy", "same-origin");
        response.header("Cross-Origin-Resource-Policy", "same-origin");
    }
}
