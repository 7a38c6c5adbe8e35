package io.adskull.dashboard.connections;

import io.adskull.dashboard.access.Role;
import io.adskull.dashboard.credentials.CredentialEntry;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Connections as JSON.
@Path("/api/connections")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.VIEWER, Role.OPERATOR, Role.ADMIN})
@Tag(name = "Connections")
public class ConnectionsApi {
    private static final String LIMIT = "At most so many, 1 to 200; 50 without it";
    private static final String AFTER = "What `next` was in the answer before";
    private static final int DEFAULT_LIMIT = 50;

    private final ListConnections connections;
    private final FoundConnection found;

    ConnectionsApi(ListConnections connections, FoundConnection found) {
        this.connections = connections;
        this.found = found;
    }

    @GET
    @Operation(summary = "All connections, the worst first, those that were disconnected last")
    public Part<ConnectionDetail> connections(
            @Parameter(description = LIMIT) @QueryParam("limit") Optional<String> limit,
            @Parameter(description = AFTER) @QueryParam("after") Optional<String> after) {
        int size = Part.limit(limit, DEFAULT_LIMIT);
        return Part.of(Part.behind(connections.all(), after, one -> one.id().toString()), size, one -> one.id()
                .toString());
    }

    @GET
    @Path("{id}")
    @Operation(summary = "One connection, with its accounts and what its consent grants")
    public ConnectionDetail connection(@PathParam("id") String id) {
        return found.of(id);
    }

    @GET
    @Path("{id}/history")
    @Operation(summary = "What happened to its credentials, newest first")
    public Part<CredentialEntry> history(
            @PathParam("id") String id,
            @Parameter(description = LIMIT) @QueryParam("limit") Optional<String> limit,
            @Parameter(description = AFTER) @QueryParam("after") Optional<String> after) {
        return found.history(found.of(id), after, Part.limit(limit, DEFAULT_LIMIT));
    }
}
