package io.adskull.poller.ingest;

import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Turns what went wrong into a [Problem] that tells the caller what to do and a stranger nothing.
class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    /// After something that must be started or repaired.
    static final int AWAY_SECONDS = 5;

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    Response unauthenticated(Exception e) {
        return Problem.of(Response.Status.UNAUTHORIZED, "A valid bearer token is needed.")
                .response()
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    @ServerExceptionMapper
    Response notAllowed(ForbiddenException e) {
        return Problem.of(
                        Response.Status.FORBIDDEN,
                        "Answers are handed in by role service, or for one's own tenant by role operator or admin.")
                .response()
                .build();
    }

    @ServerExceptionMapper
    Response identityAway(OIDCException e) {
        LOG.warnf("cannot check a bearer token: %s", e.getMessage());
        return comeAgain("The identity provider is away.", AWAY_SECONDS);
    }

    @ServerExceptionMapper
    Response refused(Refused e) {
        return e.problem().response().build();
    }

    @ServerExceptionMapper
    Response refused(WebApplicationException e) {
        Response.StatusType status = e.getResponse().getStatusInfo();
        return Problem.of(status, status.getReasonPhrase() + ". Send JSON with POST, see /q/openapi.")
                .response()
                .build();
    }

    @ServerExceptionMapper
    Response broken(RuntimeException e) {
        LOG.error("a request failed", e);
        return Problem.of(Response.Status.INTERNAL_SERVER_ERROR, "Something broke here; it was logged.")
                .response()
                .build();
    }

    static Response comeAgain(String why, int seconds) {
        return Problem.of(Response.Status.SERVICE_UNAVAILABLE, why + " Send the same again soon.")
                .response()
                .header(HttpHeaders.RETRY_AFTER, seconds)
                .build();
    }
}
