package io.adskull.dashboard.library;

import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;
import java.util.Optional;

/// Nobody takes the library away from others by asking too often.
@Provider
@OpenToAll
public class LimitVisitors implements ContainerRequestFilter {
    private final Rates rates;
    private final CurrentVertxRequest current;

    LimitVisitors(Rates rates, CurrentVertxRequest current) {
        this.rates = rates;
        this.current = current;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        Visitor visitor = visitor();
        Optional<Duration> refused = request.getMethod().equals(HttpMethod.POST)
                ? rates.refuseExplanation(visitor)
                : rates.refusePage(visitor);
        refused.map(wait -> Math.max(1, wait.plusMillis(999).toSeconds()))
                .ifPresent(seconds -> refuse(request, seconds));
    }

    private Visitor visitor() {
        return Optional.ofNullable(current.getCurrent().request().remoteAddress())
                .flatMap(address -> Optional.ofNullable(address.hostAddress()))
                .map(Visitor::at)
                .orElseGet(() -> new Visitor("unknown"));
    }

    private static void refuse(ContainerRequestContext request, long seconds) {
        String detail = "Too many requests came from your network. Wait "
                + QuickAnswer.said(Duration.ofSeconds(seconds))
                + ", then try again. On your own machine, ./adskull explain has no limit.";
        Response.ResponseBuilder answer =
                Response.status(Response.Status.TOO_MANY_REQUESTS).header(HttpHeaders.RETRY_AFTER, seconds);
        if (request.getUriInfo().getPath().startsWith("/api/")) {
            throw new ClientErrorException(detail, answer.build());
        }
        request.abortWith(answer.type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(Lost.refused("Too many requests", detail).render())
                .build());
    }
}
