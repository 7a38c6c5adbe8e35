package io.adskull.access;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import io.smallrye.faulttolerance.api.RateLimitException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.OptionalLong;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/// Turns what went wrong into a [Problem] that tells the caller what to do and a stranger nothing.
public class Problems {
    private static final Logger LOG = Logger.getLogger(Problems.class);

    @ServerExceptionMapper({UnauthorizedException.class, AuthenticationFailedException.class})
    public Response unauthenticated(Exception e) {
        Response problem = Problem.of(Response.Status.UNAUTHORIZED, "a valid bearer token is needed");
        return Response.fromResponse(problem)
                .header("WWW-Authenticate", "Bearer")
                .build();
    }

    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e) {
        return Problem.of(Response.Status.FORBIDDEN, "your role or tenant does not allow this");
    }

    @ServerExceptionMapper
    public Response tooMany(RateLimitException e) {
        return Problem.of(Response.Status.TOO_MANY_REQUESTS, "too many requests, try again soon", OptionalLong.of(1));
    }

    @ServerExceptionMapper
    public Response refused(WebApplicationException e) {
        Response.Status status = Response.Status.fromStatusCode(e.getResponse().getStatus());
        return e.getResponse().hasEntity() || status == null
                ? e.getResponse()
                : Problem.of(status, status.getReasonPhrase());
    }

    @ServerExceptionMapper
    public Response broken(RuntimeException e) {
        LOG.error("a request failed", e);
        return Problem.of(Response.Status.INTERNAL_SERVER_ERROR, "something broke here; it was logged");
    }
}
