package io.adskull.dashboard.alerts;

import io.adskull.dashboard.access.Role;
import io.adskull.dashboard.overview.DeliveryLog;
import io.adskull.dashboard.overview.SentMessage;
import io.adskull.dashboard.problem.Problem;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// Every message that left or was given up, with the receiver's own words.
@Path("/alerts/log")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed({Role.VIEWER, Role.OPERATOR, Role.ADMIN})
public class LogResource {
    private static final int SHOWN = 50;

    private final DeliveryLog log;

    LogResource(DeliveryLog log) {
        this.log = log;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance log(@QueryParam("after") Optional<String> after) {
        List<SentMessage> messages =
                log.newest(after, SHOWN + 1).orElseThrow(() -> Problem.notFound("There is no such message."));
        List<SentMessage> shown = messages.stream().limit(SHOWN).toList();
        Optional<String> next = messages.size() > SHOWN
                ? Optional.of(
                        "/alerts/log?after=" + URLEncoder.encode(shown.getLast().id(), StandardCharsets.UTF_8))
                : Optional.empty();
        return AlertPages.log(new LogPage(shown, next));
    }
}
