package io.adskull.dashboard.access;

import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.eclipse.microprofile.jwt.JsonWebToken;

/// A live stream ends with the token it was asked for with: the browser asks again at once, and hears on with a
/// renewed session or is told that it is over.
@Provider
public class EndLiveStream implements ContainerRequestFilter {
    private final SecurityIdentity identity;
    private final CurrentVertxRequest current;
    private final InstantSource clock;

    EndLiveStream(SecurityIdentity identity, CurrentVertxRequest current, InstantSource clock) {
        this.identity = identity;
        this.current = current;
        this.clock = clock;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getUriInfo().getPath().startsWith("/live")
                && identity.getPrincipal() instanceof JsonWebToken token) {
            Instant end = Instant.ofEpochSecond(token.getExpirationTime());
            long left = Math.max(1, Duration.between(clock.instant(), end).toMillis());
            RoutingContext stream = current.getCurrent();
            long timer = stream.vertx().setTimer(left, over -> stream.response().reset());
            stream.addEndHandler(ended -> stream.vertx().cancelTimer(timer));
        }
    }
}
