package io.adskull.dashboard.web;

import io.adskull.dashboard.access.Role;
import io.adskull.dashboard.overview.AccountView;
import io.adskull.dashboard.overview.IncidentView;
import io.adskull.dashboard.problem.Found;
import io.adskull.dashboard.retest.AskForRetest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// The Re-test buttons. With htmx the button says that it was asked and what came of it; without, the page comes back
/// and says so.
@Path("/")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed({Role.OPERATOR, Role.ADMIN})
public class RetestForms {
    private final Found found;
    private final AskForRetest retest;
    private final InstantSource clock;

    RetestForms(Found found, AskForRetest retest, InstantSource clock) {
        this.found = found;
        this.retest = retest;
        this.clock = clock;
    }

    @POST
    @Path("incidents/{id}/re-test")
    @Operation(hidden = true)
    public Response incident(@PathParam("id") String id, @HeaderParam("HX-Request") Optional<String> htmx) {
        IncidentView incident = found.incident(id);
        Instant askedAt = retest.of(incident);
        return htmx.isPresent()
                ? said(RetestAnswer.of(incident, askedAt, askedAt))
                : back("/incidents/" + incident.id(), askedAt);
    }

    @GET
    @Path("incidents/{id}/re-test")
    @Operation(hidden = true)
    public Response incidentAnswer(@PathParam("id") String id, @QueryParam("asked") Optional<String> asked) {
        IncidentView incident = found.incident(id);
        Instant now = clock.instant();
        return RetestAnswer.asked(asked, now)
                .map(at -> said(RetestAnswer.of(incident, at, now)))
                .orElseGet(RetestForms::nothing);
    }

    @POST
    @Path("accounts/{platform}/{accountId}/re-test")
    @Operation(hidden = true)
    public Response account(
            @PathParam("platform") String platform,
            @PathParam("accountId") String accountId,
            @HeaderParam("HX-Request") Optional<String> htmx) {
        AccountView account = found.account(platform, accountId);
        Instant askedAt = retest.of(account.key());
        return htmx.isPresent()
                ? said(RetestAnswer.of(account, askedAt, askedAt))
                : back("/accounts/" + account.key(), askedAt);
    }

    @GET
    @Path("accounts/{platform}/{accountId}/re-test")
    @Operation(hidden = true)
    public Response accountAnswer(
            @PathParam("platform") String platform,
            @PathParam("accountId") String accountId,
            @QueryParam("asked") Optional<String> asked) {
        AccountView account = found.account(platform, accountId);
        Instant now = clock.instant();
        return RetestAnswer.asked(asked, now)
                .map(at -> said(RetestAnswer.of(account, at, now)))
                .orElseGet(RetestForms::nothing);
    }

    private static Response said(RetestAnswer answer) {
        return Response.ok(Pages.asked(answer).render()).build();
    }

    private static Response nothing() {
        return Response.ok("").build();
    }

    private static Response back(String page, Instant askedAt) {
        return Response.seeOther(URI.create(page + "?asked=" + askedAt)).build();
    }
}
