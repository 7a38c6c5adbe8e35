package io.adskull.notifier.directory;

import io.adskull.access.Caller;
import io.adskull.access.Problem;
import io.adskull.contract.UnreadableEvent;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.Platform;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Severity;
import io.smallrye.common.annotation.Blocking;
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
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/// What a tenant wants to be heard where.
@Path("/api/routes")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Blocking
@Tag(name = "Routes")
public class RoutesResource {
    private static final int MOST = 100;
    private static final int MOST_VALUES = 500;
    private static final int LONGEST_NAME = 80;

    private final Caller caller;
    private final Directory directory;
    private final EntityManager entities;
    private final Clock clock;

    RoutesResource(Caller caller, Directory directory, EntityManager entities, Clock clock) {
        this.caller = caller;
        this.directory = directory;
        this.entities = entities;
        this.clock = clock;
    }

    @GET
    @Transactional
    @Operation(summary = "This tenant's routes. All that fit an incident send it on")
    public List<Route> list() {
        return directory.routesOf(caller.tenant()).stream().map(Route::of).toList();
    }

    @POST
    @Transactional
    @Operation(summary = "Add a route")
    public Response add(Route asked) {
        String tenant = caller.tenantToChange();
        if (directory.routesOf(tenant).size() >= MOST) {
            throw new BadRequest("A tenant has " + MOST + " routes at most. One route can name many accounts.");
        }
        var row = new RouteRow(tenant, clock.instant());
        write(row, asked, tenant);
        entities.persist(row);
        return Response.status(Response.Status.CREATED).entity(Route.of(row)).build();
    }

    @PUT
    @Path("/{id}")
    @Transactional
    @Operation(summary = "Replace a route")
    public Response change(String id, Route asked) {
        String tenant = caller.tenantToChange();
        Optional<RouteRow> row = find(id, tenant);
        row.ifPresent(found -> write(found, asked, tenant));
        return row.map(found -> Response.ok(Route.of(found)).build()).orElseGet(RoutesResource::missing);
    }

    @DELETE
    @Path("/{id}")
    @Transactional
    @Operation(summary = "Delete a route")
    public Response delete(String id) {
        Optional<RouteRow> row = find(id, caller.tenantToChange());
        row.ifPresent(entities::remove);
        return row.map(found -> Response.noContent().build()).orElseGet(RoutesResource::missing);
    }

    private Optional<RouteRow> find(String id, String tenant) {
        return Directory.id(id).map(key -> entities.find(RouteRow.class, key)).filter(row -> row.tenant()
                .equals(tenant));
    }

    private void write(RouteRow row, Route asked, String tenant) {
        String name = asked.name() == null ? "" : asked.name().strip();
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            throw new BadRequest("name has 1 to " + LONGEST_NAME + " characters: what you call this route.");
        }
        boolean taken = directory.routesOf(tenant).stream()
                .anyMatch(other -> other.name().equals(name) && !other.id().equals(row.id()));
        if (taken) {
            throw new BadRequest("There is a route \"" + name + "\" already. Give this one another name.");
        }
        Set<UUID> known = directory.destinationsOf(tenant).stream()
                .map(DestinationRow::id)
                .collect(Collectors.toSet());
        row.becomes(
                name,
                asked.asked(),
                destinations(asked, known),
                Escalation.asked(asked.escalateTo(), asked.escalateAfter(), known, Optional.empty()));
    }

    private static List<UUID> destinations(Route asked, Set<UUID> known) {
        Set<UUID> to = new LinkedHashSet<>(asked.destinations() == null ? List.of() : asked.destinations());
        Set<UUID> strange = new HashSet<>(to);
        strange.removeAll(known);
        if (to.isEmpty() || !strange.isEmpty()) {
            throw new BadRequest(
                    to.isEmpty()
                            ? "destinations is empty: name at least one, by its id, see GET /api/destinations."
                            : "There is no destination " + strange.iterator().next() + ", see GET /api/destinations.");
        }
        return List.copyOf(to);
    }

    private static Response missing() {
        return Problem.notFound("no such route");
    }

    /// One route. A list that is missing or empty asks for nothing: every value fits.
    ///
    /// @param id absent in a request
    /// @param platforms such as `tiktok`
    /// @param accounts such as `tiktok/7012345678901234567`
    /// @param labels such as `brand-a`; an account with one of them fits, see `/api/labels`
    /// @param causes such as `SCOPE_MISSING`
    /// @param actors who must act, such as `BILLING_OWNER`
    /// @param severities `CRITICAL`, `WARNING` or `INFO`
    /// @param destinations ids, at least one
    /// @param escalateTo destinations that hear of what nobody reacts to
    /// @param escalateAfter how long people have to react, such as `PT30M`
    public record Route(
            @Nullable UUID id,
            @Nullable String name,
            @Nullable List<String> platforms,
            @Nullable List<String> accounts,
            @Nullable List<String> labels,
            @Nullable List<String> causes,
            @Nullable List<String> actors,
            @Nullable List<String> severities,
            @Nullable List<UUID> destinations,
            @Nullable List<UUID> escalateTo,
            @Nullable String escalateAfter) {
        static Route of(RouteRow row) {
            Asked asked = row.asked();
            return new Route(
                    row.id(),
                    row.name(),
                    texts(asked.platforms(), Platform::id),
                    texts(asked.accounts(), AccountKey::toString),
                    texts(asked.labels(), Label::text),
                    texts(asked.causes(), Cause::name),
                    texts(asked.actors(), Actor::name),
                    texts(asked.severities(), Severity::name),
                    row.destinations(),
                    row.escalation().map(Escalation::to).orElse(null),
                    row.escalation().map(wanted -> wanted.after().toString()).orElse(null));
        }

        private Asked asked() {
            return new Asked(
                    values("platforms", platforms, Platform::of),
                    values("accounts", accounts, AccountKey::parse),
                    values("labels", labels, Label::parse),
                    values("causes", causes, name -> Cause.valueOf(name.toUpperCase(Locale.ROOT))),
                    values("actors", actors, name -> Actor.valueOf(name.toUpperCase(Locale.ROOT))),
                    values("severities", severities, name -> Severity.valueOf(name.toUpperCase(Locale.ROOT))));
        }

        private static <T> List<String> texts(Set<T> values, Function<T, String> text) {
            return values.stream().map(text).sorted().toList();
        }

        private static <T> Set<T> values(String field, @Nullable List<String> texts, Function<String, T> value) {
            if (texts == null) {
                return Set.of();
            }
            if (texts.size() > MOST_VALUES) {
                throw new BadRequest(field + " has " + MOST_VALUES + " values at most.");
            }
            Set<T> values = new HashSet<>();
            for (String text : texts) {
                try {
                    values.add(value.apply(text));
                } catch (IllegalArgumentException | UnreadableEvent | NullPointerException e) {
                    throw new BadRequest(field + " has a value that is none: \""
                            + String.valueOf(text)
                                    .codePoints()
                                    .limit(60)
                                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                            + "\".");
                }
            }
            return values;
        }
    }
}
