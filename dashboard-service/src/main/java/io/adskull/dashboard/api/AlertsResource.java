package io.adskull.dashboard.api;

import io.adskull.dashboard.access.Role;
import io.adskull.dashboard.overview.DeliveryLog;
import io.adskull.dashboard.overview.SentMessage;
import io.adskull.dashboard.problem.Problem;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
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
import org.jboss.resteasy.reactive.RestResponse;

/// Messages that left or were given up, as JSON.
@Path("/api/alerts")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.VIEWER, Role.OPERATOR, Role.ADMIN})
@Tag(name = "Alerts")
public class AlertsResource {
    private final DeliveryLog log;

    AlertsResource(DeliveryLog log) {
        this.log = log;
    }

    @GET
    @Operation(
            summary = "Messages about incidents, newest first, each with its outcome",
            description = "Where there are more, the header Link (RFC 8288) names the next part as `next`.")
    public RestResponse<List<SentMessage>> alerts(
            @Parameter(description = "At most so many, 1 to 10000; 1000 without it") @QueryParam("limit")
                    Optional<String> limit,
            @Parameter(description = "`id` of the message that ended the part before") @QueryParam("after")
                    Optional<String> after,
            @Context UriInfo uri) {
        int most = Limit.of(limit);
        List<SentMessage> messages = log.newest(after, most)
                .orElseThrow(() -> Problem.badRequest("after names no message; begin again without it."));
        return Part.of(messages, most, uri, last -> last.id());
    }
}
