package io.adskull.token.connect;

import io.adskull.access.Caller;
import io.adskull.access.Problem;
import io.adskull.contract.account.Platform;
import io.adskull.token.platform.TokenSystems;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.faulttolerance.api.RateLimit;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// The start of a consent, by a program with a bearer token or a person with a ticket from the dashboard.
@Path("/connect")
@Blocking
public class ConnectResource {
    private final Caller caller;
    private final TokenSystems systems;
    private final ReadTicket tickets;
    private final StartConsent consent;
    private final ConsentResponses responses;

    ConnectResource(
            Caller caller, TokenSystems systems, ReadTicket tickets, StartConsent consent, ConsentResponses responses) {
        this.caller = caller;
        this.systems = systems;
        this.tickets = tickets;
        this.consent = consent;
        this.responses = responses;
    }

    @GET
    @Path("/{platform}")
    @RateLimit(value = 50, window = 1, windowUnit = ChronoUnit.SECONDS)
    public Response connect(
            String platform,
            @QueryParam("kind") @DefaultValue("advertiser") String kind,
            @QueryParam("ticket") Optional<String> ticket) {
        Optional<Platform> known = Platform.find(platform);
        if (ticket.isPresent() && known.isPresent()) {
            return withTicket(ticket, known.get(), kind);
        }
        String tenant = caller.tenantToChange();
        return known.filter(found -> systems.find(found, kind).isPresent())
                .map(found -> withBearer(Purpose.first(tenant, found, kind)))
                .orElseGet(() -> Problem.notFound("no such platform, or it has no such kind of account"));
    }

    /// Programs that look at links before people do begin nothing.
    @HEAD
    @Path("/{platform}")
    @RateLimit(value = 50, window = 1, windowUnit = ChronoUnit.SECONDS)
    public Response look(String platform) {
        return ConsentResponses.guarded(Response.ok()).build();
    }

    private Response withTicket(Optional<String> ticket, Platform platform, String kind) {
        return switch (tickets.toConnect(ticket, platform, kind)) {
            case ReadTicket.Outcome.Allowed(Purpose purpose) -> responses.started(purpose, consent.start(purpose));
            case ReadTicket.Outcome outcome -> responses.refused(outcome);
        };
    }

    private Response withBearer(Purpose purpose) {
        return switch (consent.start(purpose)) {
            case StartConsent.Outcome.Started started -> responses.toConsentPage(started);
            case StartConsent.Outcome.NotSetUp n ->
                Problem.of(Response.Status.SERVICE_UNAVAILABLE, "this platform is not set up here");
            case StartConsent.Outcome.Unavailable u ->
                Problem.of(Response.Status.SERVICE_UNAVAILABLE, "the platform does not answer, try again soon");
        };
    }
}
