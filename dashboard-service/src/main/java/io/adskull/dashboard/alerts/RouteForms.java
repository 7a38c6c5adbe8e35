package io.adskull.dashboard.alerts;

import io.adskull.dashboard.access.Role;
import io.adskull.dashboard.notifier.Answer;
import io.adskull.dashboard.notifier.Answer.Given;
import io.adskull.dashboard.notifier.Answer.Missing;
import io.adskull.dashboard.notifier.Destination;
import io.adskull.dashboard.notifier.Notifier;
import io.adskull.dashboard.notifier.Route;
import io.adskull.dashboard.problem.Problem;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
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

/// The forms and buttons of routes; all of them work without a script.
@Path("/alerts/routes")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed({Role.OPERATOR, Role.ADMIN})
public class RouteForms {
    private final Notifier notifier;
    private final ShowAlerts show;

    RouteForms(Notifier notifier, ShowAlerts show) {
        this.notifier = notifier;
        this.show = show;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance fresh() {
        return AlertPages.route(page(Optional.empty(), "", RouteForm.empty(), ""));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response add(MultivaluedMap<String, String> sent) {
        return save(Optional.empty(), RouteForm.typed(new Sent(sent)));
    }

    @GET
    @Path("{id}")
    @Operation(hidden = true)
    public TemplateInstance edit(@PathParam("id") UUID id) {
        Route known = known(id);
        return AlertPages.route(page(Optional.of(id), known.name(), RouteForm.of(known), ""));
    }

    @POST
    @Path("{id}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response change(@PathParam("id") UUID id, MultivaluedMap<String, String> sent) {
        return save(Optional.of(known(id)), RouteForm.typed(new Sent(sent)));
    }

    @POST
    @Path("{id}/delete")
    @Operation(hidden = true)
    public Response delete(@PathParam("id") UUID id) {
        Answer<UUID> answer = notifier.deleteRoute(id);
        if (answer instanceof Missing<UUID>(String why)) {
            throw Problem.notFound(why);
        }
        String problem = answer.trouble();
        return problem.isEmpty()
                ? seeAlerts()
                : refused(AlertPages.alerts(show.page().about(problem)));
    }

    /// @param known the route that is replaced
    private Response save(Optional<Route> known, RouteForm typed) {
        Optional<UUID> id = known.map(Route::id);
        String name = known.map(Route::name).orElse("");
        String problem = typed.to().isEmpty()
                ? "Tick at least one destination: a route that leads nowhere tells nobody."
                : notifier.save(id, typed.asked()).trouble();
        return problem.isEmpty() ? seeAlerts() : refused(AlertPages.route(page(id, name, typed, problem)));
    }

    private RoutePage page(Optional<UUID> id, String name, RouteForm form, String problem) {
        Answer<List<Destination>> answer = notifier.destinations();
        List<Destination> all = answer instanceof Given<List<Destination>>(List<Destination> value) ? value : List.of();
        return new RoutePage(id, name, form, all, problem.isEmpty() ? answer.trouble() : problem);
    }

    private Route known(UUID id) {
        return switch (notifier.routes()) {
            case Given<List<Route>>(List<Route> all) ->
                all.stream()
                        .filter(one -> id.equals(one.id()))
                        .findFirst()
                        .orElseThrow(() -> Problem.notFound("There is no such route any more."));
            case Answer<List<Route>> none -> throw Problem.away(none.trouble());
        };
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
