package io.adskull.dashboard.api;

import io.adskull.dashboard.access.Role;
import io.adskull.dashboard.access.Viewer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/// Who asks, as this service understands the token or session.
@Path("/api/me")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({Role.VIEWER, Role.OPERATOR, Role.ADMIN})
@Tag(name = "Access")
public class MeResource {
    private final Viewer viewer;

    MeResource(Viewer viewer) {
        this.viewer = viewer;
    }

    /// @param mayChange whether re-tests, connections and alerts may be asked for
    public record Me(String name, String tenant, boolean mayChange) {}

    @GET
    @Operation(summary = "Who you are here; 401 once your session or token is over")
    public Me me() {
        return new Me(viewer.name(), viewer.tenant(), viewer.mayChange());
    }
}
