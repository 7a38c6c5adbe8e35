package io.adskull.token.connect;

import io.adskull.token.account.DisconnectAccounts;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.faulttolerance.api.RateLimit;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// From a signed link of the dashboard to the end of a connection. Opening the link only asks; another site
/// cannot answer, since it does not know the ticket.
@Path("/disconnect")
@Blocking
public class DisconnectResource {
    private final ReadTicket tickets;
    private final DisconnectAccounts disconnect;
    private final ConsentResponses responses;

    DisconnectResource(ReadTicket tickets, DisconnectAccounts disconnect, ConsentResponses responses) {
        this.tickets = tickets;
        this.disconnect = disconnect;
        this.responses = responses;
    }

    @GET
    @RateLimit(value = 50, window = 1, windowUnit = ChronoUnit.SECONDS)
    public Response ask(@QueryParam("ticket") Optional<String> ticket) {
        return switch (tickets.toDisconnect(ticket)) {
            case ReadTicket.Outcome.MayEnd ending -> responses.asked(ending, ticket.orElseThrow());
            case ReadTicket.Outcome outcome -> responses.refused(outcome);
        };
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RateLimit(value = 50, window = 1, windowUnit = ChronoUnit.SECONDS)
    public Response end(@FormParam("ticket") Optional<String> ticket) {
        return switch (tickets.toDisconnect(ticket)) {
            case ReadTicket.Outcome.MayEnd ending -> {
                disconnect.disconnect(ending.connection(), ending.tenant());
                yield responses.disconnected(ending);
            }
            case ReadTicket.Outcome outcome -> responses.refused(outcome);
        };
    }
}
