package io.adskull.dashboard.api;

import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.account.AccountKey;
import io.adskull.dashboard.access.Role;
import io.adskull.dashboard.overview.AccountView;
import io.adskull.dashboard.overview.Overview;
import io.adskull.dashboard.problem.Found;
import io.adskull.dashboard.problem.Problem;
import io.adskull.dashboard.retest.AskForRetest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

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
    @Operation(
            summary = "Connected accounts, the worst first",
            description = "Where there are more, the header Link (RFC 8288) names the next part as `next`.")
    public RestResponse<List<AccountView>> accounts(
            @Parameter(description = "At most so many, 1 to 10000; 1000 without it") @QueryParam("limit")
                    Optional<String> limit,
            @Parameter(description = "The account that ended the part before, such as `tiktok/7012345678901234567`")
                    @QueryParam("after")
                    Optional<String> after,
            @Context UriInfo uri) {
        int most = Limit.of(limit);
        return Part.of(overview.accounts(after.map(this::last), most), most, uri, account -> account.key()
                .toString());
    }

    private AccountView last(String key) {
        try {
            return overview.account(AccountKey.parse(key)).orElseThrow(AccountsResource::startAgain);
        } catch (UnreadableEvent e) {
            throw startAgain();
        }
    }

    private static Problem startAgain() {
        return Problem.badRequest("after names no connected account; begin again without it.");
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
