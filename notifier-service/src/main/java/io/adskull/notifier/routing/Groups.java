package io.adskull.notifier.routing;

import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Cause.Reach;
import io.adskull.contract.remediation.Confidence;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.Remediation;
import io.adskull.notifier.channel.Wording;
import io.adskull.notifier.delivery.IncidentRecord;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Which incidents are told together: those of one connection that began for one reason.
@ApplicationScoped
class Groups {
    private final EntityManager entities;
    private final ReachedAccounts accounts;
    private final Clock clock;
    private final Duration window;
    private final boolean waiting;

    Groups(EntityManager entities, ReachedAccounts accounts, PatienceConfig config, Clock clock) {
        this.entities = entities;
        this.accounts = accounts;
        this.clock = clock;
        this.window = config.groupWindow();
        this.waiting = config.groupWait().isPositive();
    }

    /// What incidents that are told together have in common; empty where one is always told by itself.
    static Optional<String> keyOf(Incident incident) {
        ConnectionId connection = incident.connection();
        if (connection == null || incident.account().isWholePlatform() || Wording.isOfConnection(incident)) {
            return Optional.empty();
        }
        String resource = incident.cause().reach() == Reach.CONNECTION
                ? ""
                : incident.resource().name();
        // What nobody understands is the same only where the platform says the same.
        String code = incident.cause() == Cause.UNKNOWN ? String.valueOf(incident.code()) : "";
        return Optional.of(String.join(
                "\n", incident.tenant(), connection.toString(), incident.cause().name(), resource, code));
    }

    /// Whether it is certain that all accounts of the connection stop, also those that have not met it yet.
    private static boolean stopsAll(Incident incident) {
        return incident.cause().reach() == Reach.CONNECTION && incident.confidence() == Confidence.CERTAIN;
    }

    /// Incidents with these ids, and those that are open in these groups; those that joined last come last.
    List<IncidentRecord> ofThese(Collection<UUID> ids, Collection<String> keys) {
        return entities.createQuery(
                        "from IncidentRecord where id in :ids or (toldWith in :keys and open = true) order by joinedAt",
                        IncidentRecord.class)
                .setParameter("ids", ids)
                .setParameter("keys", keys)
                .getResultList();
    }

    /// The newest open incident of each of these groups.
    static Map<String, IncidentRecord> newest(Collection<IncidentRecord> stored, Collection<String> keys) {
        Map<String, IncidentRecord> newest = new HashMap<>();
        stored.stream()
                .filter(IncidentRecord::open)
                .forEach(record -> record.toldWith().filter(keys::contains).ifPresent(key -> newest.put(key, record)));
        return newest;
    }

    /// Puts an incident that began now beside those that it is told with, or first of those to come.
    ///
    /// @param key of the incident
    /// @param newest of those that have it, as last known; null when there is none
    /// @param told what the outbox holds about a lead
    void join(
            IncidentRecord created,
            Incident incident,
            String key,
            @Nullable IncidentRecord newest,
            Function<UUID, List<Told>> told) {
        Instant now = clock.instant();
        IncidentRecord before = newest == null || newest.open()
                ? newest
                : newest(ofThese(Set.of(), Set.of(key)), Set.of(key)).get(key);
        if (before == null || isPast(before, now) || !Deciding.isHeard(told.apply(before.lead()))) {
            created.leads(key, stopsAll(incident), now);
            return;
        }
        boolean named = before.stopsAll() || knows(before.lead(), created.account());
        created.joins(before, named ? 0 : Deciding.partOfNext(told.apply(before.lead())), now);
    }

    /// Where an incident stands after this transition.
    Group of(IncidentRecord record, Remediation transition) {
        if (transition instanceof Remediation.Resolved) {
            return after(record);
        }
        boolean waits = waiting
                && record.toldWith().isPresent()
                && !record.stopsAll()
                && record.connection().filter(accounts::reachesOne).isEmpty();
        return new Group(
                record.leads(), record.part(), waits, record.comesAndGoes().isPresent(), false, false);
    }

    private boolean isPast(IncidentRecord before, Instant now) {
        return !before.stopsAll() && before.joinedAt().plus(window).isBefore(now);
    }

    /// Whether an earlier incident of the group was of the same account: people know that it is among them.
    private boolean knows(UUID lead, String account) {
        return !entities.createQuery(
                        "select 1 from IncidentRecord where lead = :lead and account = :account", Integer.class)
                .setParameter("lead", lead)
                .setParameter("account", account)
                .setMaxResults(1)
                .getResultList()
                .isEmpty();
    }

    private Group after(IncidentRecord ended) {
        if (ended.toldWith().isEmpty()) {
            return Group.single(true);
        }
        var parts = entities.createQuery(
                        "select part from IncidentRecord where lead = :lead and open = true and id <> :id",
                        Integer.class)
                .setParameter("lead", ended.lead())
                .setParameter("id", ended.id())
                .getResultList();
        return new Group(ended.leads(), ended.part(), false, false, parts.isEmpty(), !parts.contains(ended.part()));
    }
}
