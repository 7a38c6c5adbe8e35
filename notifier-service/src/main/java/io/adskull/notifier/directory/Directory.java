package io.adskull.notifier.directory;

import io.adskull.contract.remediation.Incident;
import io.adskull.notifier.channel.Audience;
import io.adskull.notifier.channel.Destination;
import io.adskull.notifier.channel.Destinations;
import io.adskull.notifier.patience.QuietHours;
import io.adskull.vault.Vault;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/// Who hears of what. All routes that fit send an incident to their destinations; what none sends anywhere goes to
/// those that hear the rest, and where a tenant has none of these, to those that are configured for everybody: an
/// incident that nobody hears of is the worst of all.
@ApplicationScoped
public class Directory implements Hearing {
    private static final Logger LOG = Logger.getLogger(Directory.class);

    private final EntityManager entities;
    private final KnownDirectory known;
    private final AccountLabels labels;
    private final Destinations configured;
    private final Vault vault;
    private final GoneReceivers gone;
    private final Unsubscribing unsubscribing;
    private final Clock clock;

    Directory(
            EntityManager entities,
            KnownDirectory known,
            AccountLabels labels,
            Destinations configured,
            Vault vault,
            GoneReceivers gone,
            Unsubscribing unsubscribing,
            Clock clock) {
        this.entities = entities;
        this.known = known;
        this.labels = labels;
        this.configured = configured;
        this.vault = vault;
        this.gone = gone;
        this.unsubscribing = unsubscribing;
        this.clock = clock;
    }

    @Override
    @Transactional
    public List<Destination> of(Audience audience, Incident incident) {
        String tenant = audience == Audience.OPERATORS ? Incident.OPERATORS : incident.tenant();
        List<DestinationRow> on =
                destinationsOf(tenant).stream().filter(DestinationRow::hears).toList();
        Set<UUID> sentTo = new HashSet<>();
        if (!on.isEmpty()) {
            fitting(tenant, incident).forEach(route -> sentTo.addAll(route.destinations()));
        }
        List<Destination> routed =
                opened(on.stream().filter(row -> sentTo.contains(row.id())).toList());
        if (!routed.isEmpty()) {
            return routed;
        }
        List<Destination> rest =
                opened(on.stream().filter(DestinationRow::hearsRest).toList());
        return rest.isEmpty() ? configured.of(audience) : rest;
    }

    @Override
    public Optional<Destination> named(String outboxName) {
        return isOfTenant(outboxName)
                ? QuarkusTransaction.joiningExisting()
                        .call(() ->
                                row(outboxName).filter(DestinationRow::hears).flatMap(this::opened))
                : configured.named(outboxName);
    }

    /// Reads who hears for many tenants at once, in the caller's transaction.
    @Transactional(Transactional.TxType.MANDATORY)
    public void know(Set<String> tenants) {
        known.know(tenants);
    }

    /// When nothing is told there. A configured destination always hears.
    @Transactional
    public Optional<QuietHours> quietHours(String outboxName) {
        return row(outboxName).flatMap(DestinationRow::quietHours);
    }

    /// Who hears of it when nobody reacts to what was told there, and how long after that.
    @Transactional
    public Map<Destination, Duration> escalations(String outboxName, Incident incident) {
        Map<Destination, Duration> soonest = new LinkedHashMap<>();
        row(outboxName).ifPresent(told -> {
            Stream<Escalation> byRoute = fitting(told.tenant(), incident)
                    .filter(route -> route.destinations().contains(told.id()))
                    .flatMap(route -> route.escalation().stream());
            Stream.concat(told.escalation().stream(), byRoute).forEach(escalation -> escalation.to().stream()
                    .filter(id -> !id.equals(told.id()))
                    .flatMap(id -> Optional.ofNullable(entities.find(DestinationRow.class, id)).stream())
                    .filter(DestinationRow::hears)
                    .flatMap(to -> opened(to).stream())
                    .forEach(to -> soonest.merge(
                            to, escalation.after(), (one, other) -> one.compareTo(other) < 0 ? one : other)));
        });
        return soonest;
    }

    /// Who hears there: whoever made it; of configured ones the operators, or the tenant whose incident it is.
    @Transactional
    public String tenantAt(String outboxName, String incidentsTenant) {
        return row(outboxName)
                .map(DestinationRow::tenant)
                .orElse(isConfiguredForOperators(outboxName) ? Incident.OPERATORS : incidentsTenant);
    }

    /// What the outbox calls a tenant's destination.
    public static String outboxName(UUID id) {
        return DestinationRow.outboxName(id);
    }

    /// What only this tenant hears at, as the outbox calls it.
    @Transactional
    public List<String> outboxNames(String tenant) {
        Stream<String> operators = tenant.equals(Incident.OPERATORS)
                ? configured.of(Audience.OPERATORS).stream().map(Destination::name)
                : Stream.empty();
        return Stream.concat(operators, destinationsOf(tenant).stream().map(DestinationRow::outboxName))
                .toList();
    }

    /// Sends nothing there any more, until a person says so. One that is configured stays on, for there is nobody to
    /// say so; that it takes nothing is told all the same.
    ///
    /// @param why the receiver's words
    @Transactional
    public void turnOff(String outboxName, String why) {
        Optional<DestinationRow> on = row(outboxName).filter(DestinationRow::hears);
        on.ifPresent(row -> {
            row.turnOff(why, clock.instant());
            LOG.warnf("destination \"%s\" of %s is switched off: %s", row.name(), row.tenant(), why);
        });
        if (on.isPresent() || !isOfTenant(outboxName)) {
            gone.remember(outboxName, why);
        }
    }

    private static boolean isConfiguredForOperators(String outboxName) {
        return outboxName.startsWith(Audience.OPERATORS.id() + "/");
    }

    /// A tenant's destination, by what a caller wrote as its id.
    Optional<DestinationRow> row(String id, String tenant) {
        return id(id).map(key -> entities.find(DestinationRow.class, key))
                .filter(row -> row.tenant().equals(tenant));
    }

    /// Also one that is switched off: a test shows whether it is mended.
    @Transactional
    Optional<Destination> toTest(String id, String tenant) {
        return row(id, tenant).flatMap(this::opened);
    }

    static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// Whether the outbox calls a tenant's destination so, rather than one that is configured.
    public static boolean isOfTenant(String outboxName) {
        return DestinationRow.idIn(outboxName).isPresent();
    }

    List<DestinationRow> destinationsOf(String tenant) {
        return known.destinationsOf(tenant);
    }

    List<RouteRow> routesOf(String tenant) {
        return known.routesOf(tenant);
    }

    /// Whom to tell that a destination takes nothing: what else its tenant has, else everybody's of that
    /// audience, and of a configured one also those who run AdSkull, who alone can mend it.
    @Transactional
    List<Destination> besides(String outboxName) {
        Optional<DestinationRow> broken = row(outboxName);
        List<Destination> own = broken.map(row -> opened(destinationsOf(row.tenant()).stream()
                        .filter(DestinationRow::hears)
                        .filter(other -> !other.id().equals(row.id()))
                        .toList()))
                .orElseGet(List::of);
        if (!own.isEmpty()) {
            return own;
        }
        boolean ofOperators = broken.map(row -> row.tenant().equals(Incident.OPERATORS))
                .orElseGet(() -> isConfiguredForOperators(outboxName));
        Stream<Audience> told = broken.isPresent()
                ? Stream.of(ofOperators ? Audience.OPERATORS : Audience.ADVERTISERS)
                : Stream.of(Audience.values()).filter(audience -> !ofOperators || audience == Audience.OPERATORS);
        return told.flatMap(audience -> configured.of(audience).stream())
                .filter(to -> !to.name().equals(outboxName))
                .toList();
    }

    Optional<DestinationRow> row(UUID id) {
        return Optional.ofNullable(entities.find(DestinationRow.class, id));
    }

    @Transactional
    Optional<DestinationRow> row(String outboxName) {
        return DestinationRow.idIn(outboxName).map(id -> entities.find(DestinationRow.class, id));
    }

    /// An account's labels are only looked for where a route asks for some.
    private Stream<RouteRow> fitting(String tenant, Incident incident) {
        List<RouteRow> routes = routesOf(tenant);
        Set<Label> known =
                routes.stream().anyMatch(RouteRow::asksForLabels) ? labels.of(tenant, incident.account()) : Set.of();
        return routes.stream().filter(route -> route.asked().fits(incident, known));
    }

    private List<Destination> opened(List<DestinationRow> rows) {
        return rows.stream().flatMap(row -> opened(row).stream()).toList();
    }

    private Optional<Destination> opened(DestinationRow row) {
        Optional<Destination> destination = row.destination(vault, () -> unsubscribing.link(row.id()));
        if (destination.isEmpty()) {
            LOG.errorf(
                    "no key of the vault opens the address of destination \"%s\" of %s; give its address anew",
                    row.name(), row.tenant());
        }
        return destination;
    }
}
