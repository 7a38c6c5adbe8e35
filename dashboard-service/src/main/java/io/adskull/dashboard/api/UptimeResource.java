package io.adskull.dashboard.api;

import io.adskull.dashboard.access.Role;
import io.adskull.dashboard.history.AccountUptime;
import io.adskull.dashboard.history.History;
import io.adskull.dashboard.problem.Found;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// How an account did, as JSON.
@Path("/api/accounts/{platform}/{accountId}/uptime")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.VIEWER, Role.OPERATOR, Role.ADMIN})
@Tag(name = "Accounts")
public class UptimeResource {
    private final Found found;
    private final History history;

    UptimeResource(Found found, History history) {
        this.found = found;
        this.history = history;
    }

    @GET
    @Unchanged
    @Operation(
            summary =
                    "How each part of the account did in the last 90 UTC days; denied and degraded time counts against it")
    public AccountUptime uptime(@PathParam("platform") String platform, @PathParam("accountId") String accountId) {
        return history.uptime(found.account(platform, accountId));
    }
}
