package io.adskull.token.connect;

import io.smallrye.common.annotation.Blocking;
import io.smallrye.faulttolerance.api.RateLimit;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// The one click in a message: from a signed link to the consent page that renews its connection. Open to anybody; the
/// ticket decides, and only the same business can complete it.
@Path("/reconnect")
@Blocking
public class ReconnectResource {
    private final ReadTicket tickets;
    private final StartConsent consent;
    private final ConsentResponses responses;

    ReconnectResource(ReadTicket tickets, StartConsent consent, ConsentResponses responses) {
        this.tickets = tickets;
        this.consent = consent;
        this.responses = responses;
    }

    @GET
    @RateLimit(value = 50, window = 1, windowUnit = ChronoUnit.SECONDS)
    public Response reconnect(@QueryParam("ticket") Optional<String> ticket) {
        return switch (tickets.toReconnect(ticket)) {
            case ReadTicket.Outcome.Allowed(Purpose purpose) -> responses.started(purpose, consent.start(purpose));
            case ReadTicket.Outcome outcome -> responses.refused(outcome);
        };
    }

    /// Programs that look at links before people do begin nothing.
    @HEAD
    @RateLimit(value = 50, window = 1, windowUnit = ChronoUnit.SECONDS)
    public Response look() {
        return ConsentResponses.guarded(Response.ok()).build();
    }
}
