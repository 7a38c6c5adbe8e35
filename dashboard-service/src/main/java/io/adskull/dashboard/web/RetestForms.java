package io.adskull.dashboard.web;

import io.adskull.contract.account.AccountKey;
import io.adskull.dashboard.access.Role;
import io.adskull.dashboard.overview.IncidentView;
import io.adskull.dashboard.problem.Found;
import io.adskull.dashboard.retest.AskForRetest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// The Re-test buttons. With htmx the button says that it was asked; without, the page comes back.
@Path("/")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed({Role.OPERATOR, Role.ADMIN})
public class RetestForms {
    private final Found found;
    private final AskForRetest retest;

    RetestForms(Found found, AskForRetest retest) {
        this.found = found;
        this.retest = retest;
    }

    @POST
    @Path("incidents/{id}/re-test")
    @Operation(hidden = true)
    public Response incident(@PathParam("id") String id, @HeaderParam("HX-Request") Optional<String> htmx) {
        IncidentView incident = found.incident(id);
        retest.of(incident);
        return asked(htmx, "/incidents/" + incident.id());
    }

    @POST
    @Path("accounts/{platform}/{accountId}/re-test")
    @Operation(hidden = true)
    public Response account(
            @PathParam("platform") String platform,
            @PathParam("accountId") String accountId,
            @HeaderParam("HX-Request") Optional<String> htmx) {
        AccountKey account = found.account(platform, accountId).key();
        retest.of(account);
        return asked(htmx, "/accounts/" + account);
    }

    private static Response asked(Optional<String> htmx, String page) {
        return htmx.isPresent()
                ? Response.ok("Asked. The outcome shows here in seconds.").build()
                : Response.seeOther(URI.create(page)).build();
    }
}
