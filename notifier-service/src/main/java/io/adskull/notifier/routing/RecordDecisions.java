package io.adskull.notifier.routing;

import io.adskull.contract.EventJson;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.Remediation;
import io.adskull.notifier.channel.Destinations;
import io.adskull.notifier.channel.Wording;
import io.adskull.notifier.delivery.Delivery;
import io.adskull.notifier.delivery.IncidentRecord;
import io.adskull.notifier.delivery.Outbox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/// Writes what transitions lead to. The events' ids, the incidents and the messages commit together or not at all.
@ApplicationScoped
public class RecordDecisions {
    private static final Logger LOG = Logger.getLogger(RecordDecisions.class);

    private final EntityManager entities;
    private final OpenIncidents open;
    private final SeenEvents seen;
    private final Outbox outbox;
    private final Deciding deciding;
    private final Clock clock;

    RecordDecisions(
            EntityManager entities,
            OpenIncidents open,
            SeenEvents seen,
            Outbox outbox,
            Destinations destinations,
            PatienceConfig config,
            Clock clock) {
        this.entities = entities;
        this.open = open;
        this.seen = seen;
        this.outbox = outbox;
        this.deciding = new Deciding(config.patience(), destinations::of);
        this.clock = clock;
    }

    /// @param heard in the order of their partitions
    @Transactional
    void record(List<Heard> heard) {
        Set<String> fresh = seen.remember(heard.stream().map(Heard::eventId).toList());
        List<Heard> news =
                heard.stream().filter(event -> fresh.remove(event.eventId())).toList();
        if (news.isEmpty()) {
            return;
        }
        oneAtATime(news.stream()
                .map(event -> event.remediation().incident())
                .filter(incident -> RecordCredentials.SAME_THING.contains(incident.cause()))
                .flatMap(incident -> Optional.ofNullable(incident.connection()).stream())
                .toList());
        Set<UUID> ids = news.stream()
                .map(event -> event.remediation().incident().id().value())
                .collect(Collectors.toSet());
        Map<UUID, IncidentRecord> incidents = entities.createQuery(
                        "from IncidentRecord where id in :ids", IncidentRecord.class)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(Collectors.toMap(IncidentRecord::id, Function.identity()));
        Map<UUID, List<Delivery>> deliveries = new HashMap<>(outbox.about(ids).stream()
                .collect(Collectors.groupingBy(Delivery::incident, Collectors.toCollection(ArrayList::new))));
        for (Heard event : news) {
            UUID id = event.remediation().incident().id().value();
            keep(event, incidents);
            apply(event, deliveries.computeIfAbsent(id, none -> new ArrayList<>()));
        }
    }

    /// What is heard of a connection from two topics is decided on one after the other, until the transaction ends.
    @Transactional(Transactional.TxType.MANDATORY)
    void oneAtATime(List<ConnectionId> connections) {
        connections.stream()
                .map(ConnectionId::toString)
                .distinct()
                .sorted()
                .forEach(connection -> entities.createNativeQuery(
                                "select pg_advisory_xact_lock(hashtextextended(:connection, 2))", Object.class)
                        .setParameter("connection", connection)
                        .getSingleResult());
    }

    /// An incident that ends with nobody told.
    @Transactional
    void forget(Remediation.Resolved remediation) {
        Optional.ofNullable(entities.find(
                        IncidentRecord.class, remediation.incident().id().value()))
                .ifPresent(known -> known.became(remediation, EventJson.write(remediation), clock.instant()));
    }

    /// Whether the connection's own message already says what an account of it has met.
    private boolean saidOfTheConnection(Remediation remediation) {
        Incident incident = remediation.incident();
        return remediation instanceof Remediation.Opened
                && incident.connection() != null
                && RecordCredentials.SAME_THING.contains(incident.cause())
                && !Wording.isOfConnection(incident)
                && isDead(incident.connection());
    }

    /// An announced end alone says nothing of a token that is refused today.
    private boolean isDead(ConnectionId connection) {
        return open.of(connection).stream()
                .anyMatch(incident ->
                        incident.cause() == Cause.REFRESH_TOKEN_INVALID && Wording.isOfConnection(incident));
    }

    private void keep(Heard event, Map<UUID, IncidentRecord> incidents) {
        Instant now = clock.instant();
        Remediation remediation = event.remediation();
        byte[] asItCame = event.record().value();
        IncidentRecord known = incidents.get(remediation.incident().id().value());
        if (known == null) {
            var created = new IncidentRecord(remediation, asItCame, now);
            entities.persist(created);
            incidents.put(created.id(), created);
        } else {
            known.became(remediation, asItCame, now);
        }
    }

    private void apply(Heard event, List<Delivery> deliveries) {
        Instant now = clock.instant();
        Remediation remediation = event.remediation();
        List<Told> told = deliveries.stream().map(RecordDecisions::told).toList();
        List<Step> steps = saidOfTheConnection(remediation) ? List.of() : deciding.decide(remediation, told, now);
        for (Step step : steps) {
            switch (step) {
                case Step.Tell tell -> {
                    var delivery = new Delivery(
                            remediation.incident(),
                            tell.transition(),
                            tell.to(),
                            remediation.at(),
                            tell.dueAt(),
                            tell.held(),
                            event.traceParent(),
                            now);
                    outbox.write(delivery);
                    deliveries.add(delivery);
                }
                case Step.Release release -> {
                    one(deliveries, release.delivery()).release(now);
                    outbox.announceChange();
                }
                case Step.StaySilent silent ->
                    one(deliveries, silent.delivery()).cancel(now);
            }
        }
        say(event, steps);
    }

    private void say(Heard event, List<Step> steps) {
        Remediation remediation = event.remediation();
        boolean nobody = steps.isEmpty() && remediation instanceof Remediation.Opened;
        LOG.infof(
                "heard %s account=%s cause=%s: %s",
                event.eventId(),
                remediation.incident().account(),
                remediation.incident().cause(),
                nobody ? "nobody to tell, no destination is configured" : summary(steps));
    }

    private static String summary(List<Step> steps) {
        return steps.isEmpty()
                ? "nothing to tell"
                : steps.stream()
                        .map(step -> switch (step) {
                            case Step.Tell tell ->
                                (tell.held() ? "hold until " + tell.dueAt() + " for " : "tell ") + tell.to();
                            case Step.Release release -> "tell now what was held";
                            case Step.StaySilent silent -> "stay silent";
                        })
                        .collect(Collectors.joining(", "));
    }

    private static Delivery one(List<Delivery> deliveries, UUID id) {
        return deliveries.stream()
                .filter(delivery -> delivery.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Told told(Delivery delivery) {
        Told.Stage stage =
                switch (delivery.state()) {
                    case PENDING -> delivery.held() && delivery.attempts() == 0 ? Told.Stage.HELD : Told.Stage.CERTAIN;
                    case SENDING, DELIVERED -> Told.Stage.CERTAIN;
                    case CANCELLED, GAVE_UP -> Told.Stage.UNHEARD;
                };
        return new Told(delivery.id(), delivery.destination(), delivery.transition(), stage);
    }
}
