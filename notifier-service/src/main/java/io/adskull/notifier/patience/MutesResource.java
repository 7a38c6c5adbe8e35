package io.adskull.notifier.patience;

import static io.quarkus.scheduler.Scheduled.ConcurrentExecution.SKIP;

import io.adskull.access.Caller;
import io.adskull.access.Problem;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.Platform;
import io.adskull.contract.remediation.Cause;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ApplicationNotRunning;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What a tenant does not want to be told of. What is still open when a mute ends is told then.
@Path("/api/mutes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Mutes")
public class MutesResource {
    private static final int MOST = 100;

    private final Caller caller;
    private final EntityManager entities;
    private final Event<MutesChanged> changed;
    private final Clock clock;

    MutesResource(Caller caller, EntityManager entities, Event<MutesChanged> changed, Clock clock) {
        this.caller = caller;
        this.entities = entities;
        this.changed = changed;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Operation(summary = "This tenant's mutes that are in force, the newest first")
    public List<Listed> list() {
        return inForce(caller.tenant()).stream().map(Listed::of).toList();
    }

    @POST
    @Transactional
    @Operation(summary = "Mute what fits; also what has not left yet, and reminders of what was told")
    public Response add(MuteWish wish) {
        String tenant = caller.tenantToChange();
        Instant now = clock.instant();
        Mute mute;
        try {
            mute = wish.mute(now);
        } catch (IllegalArgumentException e) {
            return Problem.of(Response.Status.BAD_REQUEST, String.valueOf(e.getMessage()));
        }
        if (inForce(tenant).size() >= MOST) {
            return Problem.of(
                    Response.Status.BAD_REQUEST,
                    "A tenant has " + MOST + " mutes at most. Delete one that is not needed.");
        }
        var row = new MuteRow(tenant, mute, Optional.ofNullable(wish.why()).map(String::strip), now);
        entities.persist(row);
        changed.fire(new MutesChanged(tenant));
        return Response.status(Response.Status.CREATED).entity(Listed.of(row)).build();
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @Operation(summary = "End a mute: what it kept and is still open is told now")
    public Response end(String id) {
        String tenant = caller.tenantToChange();
        Optional<MuteRow> row = inForce(tenant).stream()
                .filter(mute -> mute.mute().id().toString().equals(id))
                .findFirst();
        row.ifPresent(mute -> {
            entities.remove(mute);
            changed.fire(new MutesChanged(tenant));
        });
        return row.map(ended -> Response.noContent().build()).orElseGet(() -> Problem.notFound("no such mute"));
    }

    @Transactional
    @Scheduled(every = "1h", delayed = "9m", concurrentExecution = SKIP, skipExecutionIf = ApplicationNotRunning.class)
    void forget() {
        entities.createQuery("delete from MuteRow where until < :now")
                .setParameter("now", clock.instant())
                .executeUpdate();
    }

    private List<MuteRow> inForce(String tenant) {
        return entities.createQuery(
                        "from MuteRow where tenant = :tenant and (until is null or until > :now) order by createdAt desc",
                        MuteRow.class)
                .setParameter("tenant", tenant)
                .setParameter("now", clock.instant())
                .getResultList();
    }

    /// @param until absent where it lasts until it is deleted
    public record Listed(
            UUID id,
            @Nullable String account,
            @Nullable Cause cause,
            @Nullable String platform,
            @Nullable Instant until,
            @Nullable String why,
            Instant createdAt) {
        static Listed of(MuteRow row) {
            Mute mute = row.mute();
            return new Listed(
                    mute.id(),
                    mute.account().map(AccountKey::toString).orElse(null),
                    mute.cause().orElse(null),
                    mute.platform().map(Platform::id).orElse(null),
                    mute.until().orElse(null),
                    row.why().orElse(null),
                    row.createdAt());
        }
    }
}
