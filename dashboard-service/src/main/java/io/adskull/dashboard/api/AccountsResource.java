package io.adskull.dashboard.api;

import io.adskull.dashboard.access.Role;
import io.adskull.dashboard.overview.AccountView;
import io.adskull.dashboard.overview.Overview;
import io.adskull.dashboard.problem.Found;
import io.adskull.dashboard.retest.AskForRetest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/// Connected accounts as JSON.
@Path("/api/accounts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.VIEWER, Role.OPERATOR, Role.ADMIN})
@Tag(name = "Accounts")
public class AccountsResource {
    private final Overview overview;
    private final Found found;
    private final AskForRetest retest;

    AccountsResource(Overview overview, Found found, AskForRetest retest) {
        this.overview = overview;
        this.found = found;
        this.retest = retest;
    }

    @GET
    @Operation(summary = "All connected accounts, the worst first")
    public List<AccountView> accounts() {
        return overview.accounts();
    }

    @GET
    @Path("{platform}/{accountId}")
    @Operation(summary = "One connected account")
    public AccountView account(@PathParam("platform") String platform, @PathParam("accountId") String accountId) {
        return found.account(platform, accountId);
    }

    @POST
    @Path("{platform}/{accountId}/re-test")
    @ResponseStatus(202)
    @RolesAllowed({Role.OPERATOR, Role.ADMIN})
    @Operation(summary = "Look at every part of the account now; the outcome shows as its incidents change")
    public Asked retest(@PathParam("platform") String platform, @PathParam("accountId") String accountId) {
        return new Asked(retest.of(found.account(platform, accountId).key()));
    }
}
