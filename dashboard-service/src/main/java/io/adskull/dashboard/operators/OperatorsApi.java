package io.adskull.dashboard.operators;

import io.adskull.dashboard.access.Role;
import io.adskull.dashboard.problem.Problem;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.ResponseStatus;

/// What the SaaS's own people see across tenants, as JSON. Each list is short by nature, so none has parts.
@Path("/api/operators")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.STAFF)
@Tag(name = "Operators", description = "Across tenants; for the role `staff` only")
public class OperatorsApi {
    private final LookAcross look;
    private final MeasureLag lag;
    private final ReadDeadLetters letters;
    private final ReplayDeadLetter replay;
    private final SecurityIdentity identity;

    OperatorsApi(
            LookAcross look,
            MeasureLag lag,
            ReadDeadLetters letters,
            ReplayDeadLetter replay,
            SecurityIdentity identity) {
        this.look = look;
        this.lag = lag;
        this.letters = letters;
        this.replay = replay;
        this.identity = identity;
    }

    @GET
    @Path("unknown-errors")
    @Operation(summary = "The hundred errors without an explanation that most accounts met, open or of the last 7 days")
    public List<UnknownError> unknownErrors() {
        return look.unknown();
    }

    @GET
    @Path("platforms")
    @Operation(summary = "How the accounts of each platform are, and what the platform says of itself")
    public List<PlatformHealth> platforms() {
        return look.platforms();
    }

    @GET
    @Path("lag")
    @Operation(summary = "How far each consumer group is behind; 503 where Kafka does not answer")
    public List<GroupLag> lag() {
        return switch (lag.now()) {
            case Lag.Known(List<GroupLag> groups) -> groups;
            case Lag.NotKnown(String why) -> throw Problem.away(why);
        };
    }

    @GET
    @Path("dead-letters")
    @Operation(summary = "The newest 50 of each topic, newest first; 503 where Kafka does not answer")
    public List<Letter> deadLetters() {
        return switch (letters.newest()) {
            case Letters.Read(List<Letter> all, boolean whole) -> all;
            case Letters.NotRead(String why) -> throw Problem.away(why);
        };
    }

    @POST
    @Path("dead-letters/{topic}/{partition}/{offset}/replay")
    @ResponseStatus(202)
    @Operation(
            summary = "Publish it to its topic again, as it was",
            description = "What still cannot be read becomes a dead letter again.")
    public ReplayOutcome.Done replay(
            @PathParam("topic") String topic,
            @PathParam("partition") String partition,
            @PathParam("offset") String offset,
            @Parameter(description = "`true` to do it although somebody did it before")
                    @QueryParam("again")
                    @DefaultValue("false")
                    boolean again) {
        LetterId id = LetterId.parse(topic, partition, offset);
        return switch (replay.replay(id, identity.getPrincipal().getName(), again)) {
            case ReplayOutcome.Done done -> done;
            case ReplayOutcome.DoneBefore(Replayed by) ->
                throw Problem.conflict(by.by() + " did it at " + by.at() + ". Add again=true to do it once more.");
            case ReplayOutcome.Gone gone -> throw LetterId.unknown();
            case ReplayOutcome.Failed(String why) -> throw Problem.away(why);
        };
    }
}
