package io.adskull.dashboard.alerts;

import io.adskull.dashboard.access.Role;
import io.adskull.dashboard.notifier.Answer;
import io.adskull.dashboard.notifier.Answer.Missing;
import io.adskull.dashboard.notifier.Notifier;
import io.adskull.dashboard.overview.Overview;
import io.adskull.dashboard.problem.Problem;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// The form and the button of mutes; both work without a script.
@Path("/alerts/mutes")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed({Role.OPERATOR, Role.ADMIN})
public class MuteForms {
    private final Notifier notifier;
    private final ShowAlerts show;
    private final Overview overview;
    private final InstantSource clock;

    MuteForms(Notifier notifier, ShowAlerts show, Overview overview, InstantSource clock) {
        this.notifier = notifier;
        this.show = show;
        this.overview = overview;
        this.clock = clock;
    }

    /// With what is known already, such as the account and cause of an incident.
    @GET
    @Operation(hidden = true)
    public TemplateInstance fresh(
            @QueryParam("account") @DefaultValue("") String account,
            @QueryParam("cause") @DefaultValue("") String cause,
            @QueryParam("platform") @DefaultValue("") String platform) {
        return page(MuteForm.about(account, cause, platform), "");
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response mute(MultivaluedMap<String, String> sent) {
        MuteForm typed = MuteForm.typed(new Sent(sent));
        String problem = typed.problem().isEmpty()
                ? notifier.mute(typed.asked(clock.instant())).trouble()
                : typed.problem();
        return problem.isEmpty() ? seeAlerts() : refused(page(typed, problem));
    }

    @POST
    @Path("{id}/end")
    @Operation(hidden = true)
    public Response end(@PathParam("id") UUID id) {
        Answer<UUID> answer = notifier.endMute(id);
        if (answer instanceof Missing<UUID>(String why)) {
            throw Problem.notFound(why);
        }
        String problem = answer.trouble();
        return problem.isEmpty()
                ? seeAlerts()
                : refused(AlertPages.alerts(show.page().about(problem)));
    }

    private TemplateInstance page(MuteForm form, String problem) {
        return AlertPages.mute(new MutePage(form, Choice.accounts(overview), problem));
    }

    private static Response seeAlerts() {
        return Response.seeOther(URI.create("/alerts")).build();
    }

    private static Response refused(TemplateInstance page) {
        return Response.status(Response.Status.BAD_REQUEST)
                .entity(page.render())
                .build();
    }
}
