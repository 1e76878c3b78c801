package org.eoslab.web.server;

import io.javalin.http.Context;
import io.javalin.http.Cookie;
import io.javalin.http.ForbiddenResponse;
import io.javalin.http.HandlerType;
import io.javalin.http.SameSite;
import io.javalin.http.UnauthorizedResponse;
import io.javalin.http.UnsupportedMediaTypeResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whom the server answers: only this page, under the names it was started with.
 *
 * <p>Any page in the user's browser can send requests to a loopback port. The {@code Host} check stops DNS rebinding (a foreign
 * name that resolves to 127.0.0.1), the {@code Origin} and {@code Sec-Fetch-Site} checks stop cross-site requests, and a
 * JSON-only body stops those that need no preflight.
 */
public final class OriginCheck {
    private static final String POLICY = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
            + "img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; frame-ancestors 'none'; base-uri 'none'; "
            + "form-action 'none'";
    private static final Set<String> SAME_SITE = Set.of("same-origin", "none");

    /** What every answer says. */
    static final Map<String, String> HEADERS = Map.of(
            "Content-Security-Policy", POLICY,
            "X-Content-Type-Options", "nosniff",
            "Referrer-Policy", "no-referrer",
            "Cross-Origin-Opener-Policy", "same-origin",
            "Cross-Origin-Resource-Policy", "same-origin");

    private static final int TOKEN_BYTES = 24;

    private final Set<String> hosts;
    private final String token;

    /**
     * Answers requests to these hosts.
     *
     * @param hosts each {@code name:port} as browsers send it
     * @param token what a browser must have brought with its first request; empty when nothing
     */
    public OriginCheck(Set<String> hosts, String token) {
        this.hosts = hosts;
        this.token = token;
    }

    /** A token that nobody guesses. */
    public static String newToken() {
        byte[] bytes = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    /** The token. */
    public String token() {
        return token;
    }

    /** Refuses what this page would not send. */
    public void check(Context request) {
        HEADERS.forEach(request::header);
        String host = request.header("Host");
        if (host == null || !hosts.contains(host)) {
            throw new ForbiddenResponse("Host: " + host + " is not this server; it answers to " + hosts);
        }
        String origin = request.header("Origin");
        if (origin != null && !origin.equals("http://" + host)) {
            throw new ForbiddenResponse("Origin: " + origin + " is another site; only this page may send requests");
        }
        if (!token.isEmpty() && !isToken(request.cookie(cookie(host)))) {
            enter(request, host);
            return;
        }
        if (request.path().startsWith("/api/")) {
            checkInterface(request, request.header("Sec-Fetch-Site"));
        }
    }

    /** Lets a browser in that brings the token in the address, and gives it a cookie for the way back. */
    private void enter(Context request, String host) {
        if (!isToken(request.queryParam("token"))) {
            throw new UnauthorizedResponse("token: is missing or wrong; open the address that eos serve printed");
        }
        request.cookie(new Cookie(
                cookie(host), token, "/", -1, false, true, null, SameSite.LAX)); // a link in a letter is a way in too
        request.redirect("/");
        request.skipRemainingHandlers();
    }

    /** In a time that does not tell how much of it is right. */
    private boolean isToken(@Nullable String brought) {
        return brought != null
                && MessageDigest.isEqual(
                        token.getBytes(StandardCharsets.UTF_8), brought.getBytes(StandardCharsets.UTF_8));
    }

    /** Cookies know no ports. */
    private static String cookie(String host) {
        return "eoslab" + host.substring(host.lastIndexOf(':') + 1);
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
}
