package io.adskull.notifier.attention;

import io.adskull.access.Caller;
import io.adskull.access.Problem;
import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.remediation.IncidentId;
import io.adskull.notifier.channel.Untrusted;
import io.smallrye.common.annotation.Blocking;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/// People's answers to an alert, for those who may act for the incident's tenant.
@Path("/api/incidents/{id}")
@Blocking
@Produces(MediaType.APPLICATION_JSON)
public class AttentionResource {
    private static final int NAME = 200;

    private final Caller caller;
    private final AttendIncidents attend;
    private final Clock clock;

    AttentionResource(Caller caller, AttendIncidents attend, Clock clock) {
        this.caller = caller;
        this.attend = attend;
        this.clock = clock;
    }

    @GET
    @Path("attention")
    public Response attention(@RestPath String id) {
        String tenant = caller.tenant();
        return read(id).flatMap(incident -> attend.of(incident, tenant))
                .map(AttentionResource::shown)
                .orElseGet(AttentionResource::unknown);
    }

    @POST
    @Path("acknowledge")
    public Response acknowledge(@RestPath String id) {
        String tenant = caller.tenantToChange();
        String who = Untrusted.line(caller.name(), NAME);
        return answer(id, incident -> attend.acknowledge(incident, tenant, who));
    }

    @POST
    @Path("snooze")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response snooze(@RestPath String id, @Nullable SnoozeWish wish) {
        String tenant = caller.tenantToChange();
        if (wish == null) {
            return Problem.of(Response.Status.BAD_REQUEST, "Say either until when or for how many hours.");
        }
        try {
            var until = wish.end(clock.instant());
            return answer(id, incident -> attend.snooze(incident, tenant, until));
        } catch (IllegalArgumentException e) {
            return Problem.of(Response.Status.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
    }

    @DELETE
    @Path("snooze")
    public Response wake(@RestPath String id) {
        String tenant = caller.tenantToChange();
        return answer(id, incident -> attend.wake(incident, tenant));
    }

    private static Response answer(String id, Function<IncidentId, Attended> change) {
        return switch (read(id).map(change).orElseGet(Attended.Unknown::new)) {
            case Attended.Done done -> shown(done.attention());
            case Attended.Unknown unknown -> unknown();
            case Attended.Over over -> Problem.of(Response.Status.CONFLICT, "The incident is over.");
        };
    }

    private static Optional<IncidentId> read(String id) {
        try {
            return Optional.of(IncidentId.parse(id));
        } catch (UnreadableEvent e) {
            return Optional.empty();
        }
    }

    private static Response shown(Attention attention) {
        return Response.ok(attention).header("Cache-Control", "no-store").build();
    }

    private static Response unknown() {
        return Problem.of(Response.Status.NOT_FOUND, "There is no such incident.");
    }
}
