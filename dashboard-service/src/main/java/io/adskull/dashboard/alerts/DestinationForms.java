package io.adskull.dashboard.alerts;

import io.adskull.dashboard.access.Role;
import io.adskull.dashboard.notifier.Answer;
import io.adskull.dashboard.notifier.Answer.Given;
import io.adskull.dashboard.notifier.Answer.Missing;
import io.adskull.dashboard.notifier.Destination;
import io.adskull.dashboard.notifier.Notifier;
import io.adskull.dashboard.problem.Problem;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// The forms and buttons of destinations; all of them work without a script.
@Path("/alerts/destinations")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed({Role.OPERATOR, Role.ADMIN})
public class DestinationForms {
    private final Notifier notifier;
    private final ShowAlerts show;

    DestinationForms(Notifier notifier, ShowAlerts show) {
        this.notifier = notifier;
        this.show = show;
    }

    /// A reload after a form was sent asks for the page again.
    @GET
    @Operation(hidden = true)
    public Response list() {
        return seeAlerts();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response add(MultivaluedMap<String, String> sent) {
        DestinationForm typed = DestinationForm.typed(new Sent(sent));
        Answer<Destination> answer = notifier.add(typed.asked());
        if (!(answer instanceof Given<Destination>(Destination made))) {
            return refused(AlertPages.alerts(show.page().refusing(typed, answer.trouble())));
        }
        return made.secret() == null
                ? seeAlerts()
                : Response.ok(AlertPages.alerts(show.page().showing(made)).render())
                        .build();
    }

    @GET
    @Path("{id}")
    @Operation(hidden = true)
    public TemplateInstance edit(@PathParam("id") UUID id) {
        List<Destination> all = all();
        Destination known = known(id, all);
        return AlertPages.destination(new DestinationPage(known, DestinationForm.of(known), all, ""));
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response change(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        List<Destination> all = all();
        Destination known = known(id, all);
        DestinationForm typed = DestinationForm.typed(new Sent(sent)).as(known.kind());
        String problem = notifier.change(id, typed.asked()).trouble();
        return problem.isEmpty()
                ? seeAlerts()
                : refused(AlertPages.destination(new DestinationPage(known, typed.echoed(), all, problem)));
    }

    @POST
    @Path("{id}/test")
    @Operation(hidden = true)
    public TemplateInstance test(@PathParam("id") UUID id, @HeaderParam("HX-Request") Optional<String> htmx) {
        Answer<Destination.Tested> answer = notifier.test(id);
        return said(id, answer, TestResult.of(answer), htmx);
    }

    /// The mailbox's owner is asked once more.
    @POST
    @Path("{id}/confirmation")
    @Operation(hidden = true)
    public TemplateInstance askToConfirm(@PathParam("id") UUID id, @HeaderParam("HX-Request") Optional<String> htmx) {
        Answer<UUID> answer = notifier.askToConfirm(id);
        return said(id, answer, TestResult.ofAsking(answer), htmx);
    }

    @POST
    @Path("{id}/on")
    @Operation(hidden = true)
    public Response turnOn(@PathParam("id") UUID id) {
        return done(notifier.turnOn(id));
    }

    @POST
    @Path("{id}/delete")
    @Operation(hidden = true)
    public Response delete(@PathParam("id") UUID id) {
        return done(notifier.deleteDestination(id));
    }

    private TemplateInstance said(UUID destination, Answer<?> answer, TestResult result, Optional<String> htmx) {
        if (htmx.isEmpty()) {
            known(answer);
        }
        return htmx.isPresent() ? AlertPages.tested(result) : AlertPages.alerts(show.tested(destination, result));
    }

    private List<Destination> all() {
        return switch (notifier.destinations()) {
            case Given<List<Destination>>(List<Destination> all) -> all;
            case Answer<List<Destination>> none -> throw Problem.away(none.trouble());
        };
    }

    private static Destination known(UUID id, List<Destination> all) {
        return all.stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.notFound("There is no such destination any more."));
    }

    private static void known(Answer<?> answer) {
        if (answer instanceof Missing<?>(String why)) {
            throw Problem.notFound(why);
        }
    }

    private Response done(Answer<?> answer) {
        known(answer);
        String problem = answer.trouble();
        return problem.isEmpty()
                ? seeAlerts()
                : refused(AlertPages.alerts(show.page().about(problem)));
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
