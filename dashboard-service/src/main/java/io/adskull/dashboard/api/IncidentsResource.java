package io.adskull.dashboard.api;

import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.account.AccountKey;
import io.adskull.dashboard.access.Role;
import io.adskull.dashboard.overview.IncidentQuery;
import io.adskull.dashboard.overview.IncidentState;
import io.adskull.dashboard.overview.IncidentView;
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
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/// Incidents as JSON.
@Path("/api/incidents")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.VIEWER, Role.OPERATOR, Role.ADMIN})
@Tag(name = "Incidents")
public class IncidentsResource {
    private static final int DEFAULT_LIMIT = 1_000;
    private static final int MAX_LIMIT = 10_000;

    private final Overview overview;
    private final Found found;
    private final AskForRetest retest;

    IncidentsResource(Overview overview, Found found, AskForRetest retest) {
        this.overview = overview;
        this.found = found;
        this.retest = retest;
    }

    @GET
    @Operation(summary = "Incidents, newest first")
    public List<IncidentView> incidents(
            @Parameter(description = "`open` or `resolved`; all without it") @QueryParam("state")
                    Optional<String> state,
            @Parameter(description = "Account key, such as `tiktok/7012345678901234567`") @QueryParam("account")
                    Optional<String> account,
            @Parameter(description = "At most so many, 1 to 10000; 1000 without it") @QueryParam("limit")
                    Optional<String> limit) {
        return overview.incidents(new IncidentQuery(
                state.map(IncidentsResource::state),
                account.map(IncidentsResource::account),
                limit.map(IncidentsResource::limit).orElse(DEFAULT_LIMIT)));
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One incident")
    public IncidentView incident(@PathParam("id") String id) {
        return found.incident(id);
    }

    @POST
    @Path("{id}/re-test")
    @ResponseStatus(202)
    @RolesAllowed({Role.OPERATOR, Role.ADMIN})
    @Operation(summary = "Try now what failed; the outcome shows as the incident changes")
    public Asked retest(@PathParam("id") String id) {
        return new Asked(retest.of(found.incident(id)));
    }

    private static IncidentState state(String word) {
        return IncidentState.find(word)
                .orElseThrow(() -> Problem.badRequest("state must be open or resolved; leave it out for all."));
    }

    private static AccountKey account(String key) {
        try {
            return AccountKey.parse(key);
        } catch (UnreadableEvent e) {
            throw Problem.badRequest("account cannot be read: " + e.getMessage() + ".");
        }
    }

    private static int limit(String text) {
        try {
            int limit = Integer.parseInt(text);
            if (limit >= 1 && limit <= MAX_LIMIT) {
                return limit;
            }
        } catch (NumberFormatException e) {
            // Said below, as for a number out of range.
        }
        throw Problem.badRequest("limit must be a number from 1 to " + MAX_LIMIT + ".");
    }
}
