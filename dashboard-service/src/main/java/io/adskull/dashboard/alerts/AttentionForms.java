package io.adskull.dashboard.alerts;

import io.adskull.dashboard.access.Role;
import io.adskull.dashboard.notifier.Answer;
import io.adskull.dashboard.notifier.Answer.Given;
import io.adskull.dashboard.notifier.Attention;
import io.adskull.dashboard.notifier.Notifier;
import io.adskull.dashboard.problem.Found;
import io.adskull.dashboard.problem.Problem;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// The buttons of an open incident that quieten its reminders. With htmx the form says what counts now;
/// without, the incident's page comes back.
@Path("/incidents/{id}/attention")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed({Role.OPERATOR, Role.ADMIN})
public class AttentionForms {
    private final Found found;
    private final Notifier notifier;

    AttentionForms(Found found, Notifier notifier) {
        this.found = found;
        this.notifier = notifier;
    }

    /// What was pressed stands in the form's field `wish`: `acknowledge`, `wake`, or a snooze's days.
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response press(
            @PathParam("id") String id,
            MultivaluedMap<String, String> sent,
            @HeaderParam("HX-Request") Optional<String> htmx) {
        UUID incident = found.incident(id).id();
        Answer<Attention> answer =
                ask(incident, Optional.ofNullable(sent.getFirst("wish")).orElse(""));
        if (htmx.isPresent()) {
            TemplateInstance said = answer instanceof Given<Attention>(Attention now)
                    ? AlertPages.attended(now, true)
                    : AlertPages.tested(new TestResult(false, answer.trouble()));
            return Response.ok(said.render()).build();
        }
        if (answer instanceof Given<Attention>) {
            return Response.seeOther(URI.create("/incidents/" + incident)).build();
        }
        throw Problem.badRequest(answer.trouble());
    }

    private Answer<Attention> ask(UUID incident, String wish) {
        return switch (wish) {
            case "acknowledge" -> notifier.acknowledge(incident);
            case "wake" -> notifier.wake(incident);
            case "1", "3", "7" -> notifier.snooze(incident, Duration.ofDays(Long.parseLong(wish)));
            default -> throw Problem.badRequest("Acknowledge it, or snooze it for 1, 3 or 7 days.");
        };
    }
}
