package io.adskull.dashboard.api;

import io.adskull.dashboard.access.Role;
import io.adskull.dashboard.problem.Problem;
import io.adskull.dashboard.projection.RebuildProgress;
import io.adskull.dashboard.projection.RebuildReadModel;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/// Reading the topics again into the tables that the pages show.
@Path("/api/operators/read-model/rebuild")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.STAFF)
@Tag(name = "Operators")
public class ReadModelResource {
    private final RebuildReadModel rebuild;

    ReadModelResource(RebuildReadModel rebuild) {
        this.rebuild = rebuild;
    }

    @POST
    @ResponseStatus(202)
    @Operation(
            summary =
                    "Read the topics again into new tables and put them in the place of the old, which serve until then",
            description = "One that is under way is not begun again. Ask the same replica how far it is.")
    public RebuildProgress begin() {
        return rebuild.begin();
    }

    @GET
    @Operation(summary = "How far the last one that this replica was asked for is")
    public RebuildProgress progress() {
        return rebuild.progress()
                .orElseThrow(() -> Problem.notFound("Nobody asked this replica for it since it started."));
    }
}
