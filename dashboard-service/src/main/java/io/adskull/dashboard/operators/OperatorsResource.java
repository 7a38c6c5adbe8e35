package io.adskull.dashboard.operators;

import io.adskull.dashboard.access.Role;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;

/// The operators' page and its button; both work without a script.
@Path("/operators")
@Produces(MediaType.TEXT_HTML + ";charset=UTF-8")
@RolesAllowed(Role.STAFF)
public class OperatorsResource {
    private final LookAcross look;
    private final ReplayDeadLetter replay;
    private final SecurityIdentity identity;

    OperatorsResource(LookAcross look, ReplayDeadLetter replay, SecurityIdentity identity) {
        this.look = look;
        this.replay = replay;
        this.identity = identity;
    }

    @GET
    @Operation(hidden = true)
    public TemplateInstance operators(@QueryParam("replayed") Optional<String> replayed) {
        OperatorsPage page = look.page();
        return OperatorPages.operators(
                replayed.isPresent()
                        ? page.after("Replayed. Where it still cannot be read, it appears below again within seconds:"
                                + " reload to see.")
                        : page);
    }

    @POST
    @Path("dead-letters/{topic}/{partition}/{offset}/replay")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Operation(hidden = true)
    public Response replay(
            @PathParam("topic") String topic,
            @PathParam("partition") String partition,
            @PathParam("offset") String offset,
            @FormParam("again") @DefaultValue("false") boolean again) {
        LetterId id = LetterId.parse(topic, partition, offset);
        return switch (replay.replay(id, identity.getPrincipal().getName(), again)) {
            case ReplayOutcome.Done done ->
                Response.seeOther(URI.create("/operators?replayed=" + id + "#dead-letters"))
                        .build();
            case ReplayOutcome.DoneBefore(Replayed by) ->
                refused(
                        Response.Status.CONFLICT,
                        "Not replayed: " + by.by() + " did it already. Confirm it below to do it once more.");
            case ReplayOutcome.Gone gone -> throw LetterId.unknown();
            case ReplayOutcome.Failed(String why) -> refused(Response.Status.SERVICE_UNAVAILABLE, why);
        };
    }

    private Response refused(Response.Status status, String why) {
        return Response.status(status)
                .entity(OperatorPages.operators(look.page().refused(why)).render())
                .build();
    }
}
