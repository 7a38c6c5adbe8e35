package io.adskull.dashboard.access;

import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticator;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/// Sends to the sign-in page whoever can go there: a person who follows a link. Programs, scripts, frames and forms
/// are refused instead, since a page of the provider is no answer to what they asked, and a form's text would be lost.
public final class AskToSignIn {
    private AskToSignIn() {}

    /// The way to the sign-in page and back to what was asked for; empty for whoever cannot go there.
    public static Uni<Optional<Response>> instead(RoutingContext routing) {
        HttpAuthenticator authenticator = routing.get(HttpAuthenticator.class.getName());
        if (authenticator == null || !isAPersonOnTheWay(routing.request())) {
            return Uni.createFrom().item(Optional.empty());
        }
        return authenticator.getChallenge(routing).map(AskToSignIn::redirect);
    }

    static boolean isAPersonOnTheWay(HttpServerRequest request) {
        String path = request.path();
        String destination = request.getHeader("Sec-Fetch-Dest");
        return request.method().name().equals("GET")
                && !path.startsWith("/api/")
                && !path.startsWith("/live")
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && request.getHeader("HX-Request") == null
                && (destination == null || destination.equals("document"));
    }

    private static Optional<Response> redirect(ChallengeData challenge) {
        return challenge.status == Response.Status.FOUND.getStatusCode()
                ? Optional.of(Response.status(challenge.status)
                        .header(challenge.headerName.toString(), challenge.headerContent)
                        .build())
                : Optional.empty();
    }
}
