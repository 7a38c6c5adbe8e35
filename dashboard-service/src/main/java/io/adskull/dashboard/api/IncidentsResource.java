package io.adskull.dashboard.api;

import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.Platform;
import io.adskull.dashboard.access.Role;
import io.adskull.dashboard.history.SupportTicket;
import io.adskull.dashboard.overview.IncidentCursor;
import io.adskull.dashboard.overview.IncidentFilter;
import io.adskull.dashboard.overview.IncidentOrder;
import io.adskull.dashboard.overview.IncidentQuery;
import io.adskull.dashboard.overview.IncidentSlice;
import io.adskull.dashboard.overview.IncidentState;
import io.adskull.dashboard.overview.IncidentView;
import io.adskull.dashboard.overview.Overview;
import io.adskull.dashboard.overview.TimelineEntry;
import io.adskull.dashboard.problem.Found;
import io.adskull.dashboard.problem.Problem;
import io.adskull.dashboard.retest.AskForRetest;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestResponse;

/// Incidents as JSON.
@Path("/api/incidents")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.VIEWER, Role.OPERATOR, Role.ADMIN})
@Tag(name = "Incidents")
public class IncidentsResource {
    private final Overview overview;
    private final Found found;
    private final AskForRetest retest;

    IncidentsResource(Overview overview, Found found, AskForRetest retest) {
        this.overview = overview;
        this.found = found;
        this.retest = retest;
    }

    @GET
    @Unchanged
    @Operation(
            summary =
                    "Incidents, newest first unless asked otherwise. A header `Link` with rel=\"next\" says where the list goes on")
    public RestResponse<List<IncidentView>> incidents(
            @Parameter(description = "`open` or `resolved`; all without it") @QueryParam("state")
                    Optional<String> state,
            @Parameter(description = "Account key, such as `tiktok/7012345678901234567`") @QueryParam("account")
                    Optional<String> account,
            @Parameter(description = "Words of the account's name, number or business")
                    @QueryParam("q")
                    @DefaultValue("")
                    String search,
            @Parameter(description = "`CRITICAL`, `WARNING` or `INFO`") @QueryParam("severity")
                    Optional<String> severity,
            @Parameter(description = "Platform, such as `tiktok`") @QueryParam("platform") Optional<String> platform,
            @Parameter(description = "Who must act, such as `BUSINESS_ADMIN`") @QueryParam("actor")
                    Optional<String> actor,
            @Parameter(description = "`newest`, or `worst` for what stands still first") @QueryParam("order")
                    Optional<String> order,
            @Parameter(description = "At most so many, 1 to 10000; 1000 without it") @QueryParam("limit")
                    Optional<String> limit,
            @Parameter(description = "Where to go on, as the `Link` of the answer before says") @QueryParam("after")
                    Optional<String> after,
            @Context UriInfo asked) {
        IncidentSlice slice = overview.slice(new IncidentQuery(
                state.map(IncidentsResource::state),
                account.map(IncidentsResource::account),
                new IncidentFilter(
                        search,
                        severity.map(name -> known("severity", IncidentFilter.severity(name))),
                        platform.map(id -> known("platform", Platform.find(id))),
                        actor.map(name -> known("actor", IncidentFilter.actor(name)))),
                order.map(word -> known("order", IncidentOrder.find(word))).orElse(IncidentOrder.NEWEST),
                after.map(IncidentsResource::after),
                Limit.of(limit)));
        var answer = RestResponse.ResponseBuilder.ok(slice.incidents());
        slice.next().ifPresent(next -> answer.header(HttpHeaders.LINK, link(asked, next)));
        return answer.build();
    }

    @GET
    @Path("{id}")
    @Unchanged
    @Operation(summary = "One incident")
    public IncidentView incident(@PathParam("id") String id) {
        return found.incident(id);
    }

    @GET
    @Path("{id}/timeline")
    @Unchanged
    @Operation(summary = "What happened to an incident, oldest first")
    public List<TimelineEntry> timeline(@PathParam("id") String id) {
        return overview.timeline(found.incident(id));
    }

    @GET
    @Path("{id}/support-text")
    @Produces(MediaType.TEXT_PLAIN + ";charset=UTF-8")
    @Unchanged
    @Operation(summary = "What to write to the platform's support about it")
    public String supportText(@PathParam("id") String id) {
        return new SupportTicket(found.incident(id)).text();
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

    private static <T> T known(String name, Optional<T> value) {
        return value.orElseThrow(() -> Problem.badRequest(name + " is none that is known; leave it out for all."));
    }

    private static AccountKey account(String key) {
        try {
            return AccountKey.parse(key);
        } catch (UnreadableEvent e) {
            throw Problem.badRequest("account cannot be read: " + e.getMessage() + ".");
        }
    }

    private static IncidentCursor after(String text) {
        try {
            return IncidentCursor.parse(text);
        } catch (UnreadableEvent e) {
            throw Problem.badRequest("after must be what the Link of the answer before says.");
        }
    }

    /// Without scheme and host, which only the reader knows.
    private static String link(UriInfo asked, IncidentCursor next) {
        URI uri = asked.getRequestUriBuilder().replaceQueryParam("after", next).build();
        return "<" + uri.getRawPath() + "?" + uri.getRawQuery() + ">; rel=\"next\"";
    }
}
