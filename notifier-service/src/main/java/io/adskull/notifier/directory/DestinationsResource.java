package io.adskull.notifier.directory;

import io.adskull.access.Caller;
import io.adskull.access.Problem;
import io.adskull.notifier.channel.Untrusted;
import io.adskull.notifier.patience.DigestRhythm;
import io.adskull.notifier.patience.QuietHours;
import io.adskull.notifier.patience.QuietHoursChanged;
import io.adskull.vault.Vault;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// Where a tenant hears of incidents. No answer holds an address that is a secret.
@Path("/api/destinations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Destinations")
public class DestinationsResource {
    private static final int MOST = 100;
    private static final int LONGEST_NAME = 80;

    private final Caller caller;
    private final Directory directory;
    private final EntityManager entities;
    private final CheckAddress check;
    private final Vault vault;
    private final Confirmations confirmations;
    private final GoneReceivers gone;
    private final Event<QuietHoursChanged> quietHoursChanged;
    private final Clock clock;

    DestinationsResource(
            Caller caller,
            Directory directory,
            EntityManager entities,
            CheckAddress check,
            Vault vault,
            Confirmations confirmations,
            GoneReceivers gone,
            Event<QuietHoursChanged> quietHoursChanged,
            Clock clock) {
        this.caller = caller;
        this.directory = directory;
        this.entities = entities;
        this.check = check;
        this.vault = vault;
        this.confirmations = confirmations;
        this.gone = gone;
        this.quietHoursChanged = quietHoursChanged;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Operation(summary = "Where this tenant hears of incidents")
    public List<DestinationListed> list() {
        return directory.destinationsOf(caller.tenant()).stream()
                .map(row -> DestinationListed.of(row, null))
                .toList();
    }

    @POST
    @Transactional
    @Operation(
            summary = "Add a destination; a mailbox's reader is asked to confirm it, and a webhook's new signing"
                    + " secret is shown in this answer only")
    public Response add(DestinationAsked asked) {
        String tenant = caller.tenantToChange();
        List<DestinationRow> known = directory.destinationsOf(tenant);
        if (known.size() >= MOST) {
            throw new BadRequest("A tenant has " + MOST + " destinations at most. Delete one that nobody reads.");
        }
        Kind kind = required(asked.kind(), "kind", "slack, slack-bot, email or webhook");
        String name = name(asked, known, Optional.empty());
        Address address = check.of(
                kind,
                required(asked.address(), "address", "the incoming webhook, e-mail address or webhook"),
                Optional.ofNullable(asked.secret()));
        var row = new DestinationRow(tenant, kind, clock.instant());
        row.isCalled(name, asked.hearsRest() == null || asked.hearsRest());
        row.isAt(address, shown(asked, kind, CheckAddress.shown(kind, address)), vault);
        setTimes(row, asked);
        row.isEscalated(escalation(asked, row, known));
        entities.persist(row);
        if (!row.isConfirmed()) {
            confirmations.ask(row);
        }
        return Response.status(Response.Status.CREATED)
                .header("Cache-Control", "no-store")
                .entity(DestinationListed.of(row, kind == Kind.WEBHOOK ? address.secret() : null))
                .build();
    }

    @PUT
    @Path("/{id}")
    @Transactional
    @Operation(summary = "Change it; a new address or secret switches it on again, and what is left out stays")
    public Response change(String id, DestinationAsked asked) {
        String tenant = caller.tenantToChange();
        Optional<DestinationRow> found = directory.row(id, tenant);
        if (found.isEmpty()) {
            return missing();
        }
        DestinationRow row = found.get();
        String name = asked.name() == null
                ? row.name()
                : name(asked, directory.destinationsOf(tenant), Optional.of(row.id()));
        row.isCalled(name, asked.hearsRest() == null ? row.hearsRest() : asked.hearsRest());
        row.isEscalated(escalation(asked, row, directory.destinationsOf(tenant)));
        Optional<QuietHours> quiet = row.quietHours();
        setTimes(row, asked);
        if (!row.quietHours().equals(quiet)) {
            quietHoursChanged.fire(new QuietHoursChanged(row.outboxName()));
        }
        if (asked.address() != null || asked.secret() != null) {
            move(row, asked);
        } else if (asked.recipient() != null) {
            row.isShownAs(shown(asked, row.kind(), row.recipient()));
        }
        return Response.ok(DestinationListed.of(row, null)).build();
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @Operation(summary = "Nothing is sent there any more, also nothing that waits")
    public Response delete(String id) {
        String tenant = caller.tenantToChange();
        Optional<DestinationRow> found = directory.row(id, tenant);
        if (found.isEmpty()) {
            return missing();
        }
        directory.routesOf(tenant).forEach(route -> route.without(found.get().id()));
        directory.destinationsOf(tenant).forEach(row -> row.without(found.get().id()));
        entities.remove(found.get());
        return Response.noContent().build();
    }

    @POST
    @Path("/{id}/on")
    @Transactional
    @Operation(summary = "Switch it on again after its receiver was mended")
    public Response turnOn(String id) {
        Optional<DestinationRow> found = directory.row(id, caller.tenantToChange());
        found.ifPresent(this::turnOn);
        return found.map(row -> Response.ok(DestinationListed.of(row, null)).build())
                .orElseGet(DestinationsResource::missing);
    }

    /// To another address, with another secret, or both; what is left out stays.
    private void move(DestinationRow row, DestinationAsked asked) {
        Optional<Address> known = row.address(vault);
        String value = Optional.ofNullable(asked.address())
                .or(() -> known.map(Address::value))
                .orElseThrow(() -> new BadRequest("address is missing: no key opens the one that was given before."));
        Optional<String> secret = Optional.ofNullable(asked.secret())
                .or(() -> known.map(Address::secret).filter(text -> !text.isEmpty()));
        Address address = check.of(row.kind(), value, secret);
        String before = row.recipient();
        boolean stays = known.filter(old -> old.value().equals(address.value())).isPresent();
        row.isAt(address, shown(asked, row.kind(), stays ? before : CheckAddress.shown(row.kind(), address)), vault);
        turnOn(row);
        if (!row.isConfirmed() && !row.recipient().equals(before)) {
            confirmations.ask(row);
        }
    }

    private void setTimes(DestinationRow row, DestinationAsked asked) {
        Optional<ZoneId> before = row.zone();
        Optional<QuietHours> known = row.quietHours();
        row.isIn(Optional.ofNullable(asked.zone()).map(QuietHoursAsked::place).or(() -> before));
        row.isQuiet(asked.quietHours().over(known, row.zone()));
        DigestRhythm rhythm = asked.digest() == null ? row.digest() : asked.digest();
        if (rhythm != DigestRhythm.NONE && row.zone().isEmpty()) {
            throw QuietHoursAsked.missing("zone", "whose morning it is, such as Europe/Berlin");
        }
        if (rhythm != row.digest() || !row.zone().equals(before)) {
            row.hasDigest(rhythm, clock.instant());
        }
    }

    private static Optional<Escalation> escalation(
            DestinationAsked asked, DestinationRow row, List<DestinationRow> known) {
        Set<UUID> others = known.stream()
                .map(DestinationRow::id)
                .filter(id -> !id.equals(row.id()))
                .collect(Collectors.toSet());
        return Escalation.asked(asked.escalateTo(), asked.escalateAfter(), others, row.escalation());
    }

    /// If its receiver is still gone, that is news again.
    private void turnOn(DestinationRow row) {
        row.turnOn();
        gone.worksAgain(row.outboxName());
    }

    private static String name(DestinationAsked asked, List<DestinationRow> known, Optional<UUID> own) {
        String name = required(asked.name(), "name", "what you call it").strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new BadRequest("name has 1 to " + LONGEST_NAME + " characters.");
        }
        boolean taken = known.stream()
                .anyMatch(row ->
                        row.name().equals(name) && own.filter(row.id()::equals).isEmpty());
        if (taken) {
            throw new BadRequest("There is a destination \"" + name + "\" already. Give this one another name.");
        }
        return name;
    }

    /// @param usual where nobody gave it a name
    private static String shown(DestinationAsked asked, Kind kind, String usual) {
        String given = asked.recipient();
        return (kind == Kind.SLACK || kind == Kind.SLACK_BOT) && given != null && !given.isBlank()
                ? Untrusted.line(given, LONGEST_NAME)
                : usual;
    }

    private static <T> T required(@Nullable T value, String field, String what) {
        if (value == null) {
            throw new BadRequest(field + " is missing: " + what + ".");
        }
        return value;
    }

    private static Response missing() {
        return Problem.notFound("no such destination");
    }
}
