package io.adskull.dashboard.alerts;

import io.adskull.dashboard.access.Role;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// Where a tenant hears of what. Who may only look sees no button.
@Path("/alerts")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed({Role.VIEWER, Role.OPERATOR, Role.ADMIN})
public class AlertsResource {
    private final ShowAlerts show;

    AlertsResource(ShowAlerts show) {
        this.show = show;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance alerts() {
        return AlertPages.alerts(show.page());
    }
}
