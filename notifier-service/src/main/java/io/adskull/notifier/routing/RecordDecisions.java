package io.adskull.notifier.routing;

import io.adskull.contract.EventJson;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.Remediation;
import io.adskull.notifier.PlainSql;
import io.adskull.notifier.channel.Wording;
import io.adskull.notifier.delivery.Delivery;
import io.adskull.notifier.delivery.HoldBack;
import io.adskull.notifier.delivery.IncidentRecord;
import io.adskull.notifier.delivery.LookAgain;
import io.adskull.notifier.delivery.Outbox;
import io.adskull.notifier.directory.Hearing;
import io.adskull.notifier.patience.ComesAndGoes;
import io.adskull.notifier.patience.ComesAndGoes.Episode;
import io.adskull.notifier.patience.Snoozes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/// Writes what transitions lead to. The events' ids, the incidents and the messages commit together or not at all.
@ApplicationScoped
public class RecordDecisions {
    private static final Logger LOG = Logger.getLogger(RecordDecisions.class);

    private final EntityManager entities;
    private final PlainSql sql;
    private final OpenIncidents open;
    private final SeenEvents seen;
    private final Outbox outbox;
    private final HoldBack holdBack;
    private final LookAgain lookAgain;
    private final Groups groups;
    private final Snoozes snoozes;
    private final PastEpisodes episodes;
    private final Deciding deciding;
    private final Clock clock;

    RecordDecisions(
            EntityManager entities,
            PlainSql sql,
            OpenIncidents open,
            SeenEvents seen,
            Outbox outbox,
            HoldBack holdBack,
            LookAgain lookAgain,
            Groups groups,
            PastEpisodes episodes,
            Hearing hearing,
            Snoozes snoozes,
            PatienceConfig config,
            Clock clock) {
        this.entities = entities;
        this.sql = sql;
        this.open = open;
        this.seen = seen;
        this.outbox = outbox;
        this.holdBack = holdBack;
        this.lookAgain = lookAgain;
        this.groups = groups;
        this.snoozes = snoozes;
        this.episodes = episodes;
        this.deciding = new Deciding(config, hearing);
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
                .flatMap(incident -> Optional.ofNullable(incident.connection()).stream())
                .toList());
        Set<UUID> ids = news.stream()
                .map(event -> event.remediation().incident().id().value())
                .collect(Collectors.toSet());
        Set<String> keys = news.stream()
                .flatMap(event -> Groups.keyOf(event.remediation().incident()).stream())
                .collect(Collectors.toSet());
        List<IncidentRecord> stored = groups.ofThese(ids, keys);
        Map<UUID, IncidentRecord> incidents = stored.stream()
                .filter(record -> ids.contains(record.id()))
                .collect(Collectors.toMap(IncidentRecord::id, Function.identity()));
        Map<String, IncidentRecord> newest = Groups.newest(stored, keys);
        Set<UUID> leads = Stream.concat(incidents.values().stream(), newest.values().stream())
                .map(IncidentRecord::lead)
                .collect(Collectors.toSet());
        Map<UUID, List<Delivery>> deliveries = new HashMap<>(outbox.about(leads).stream()
                .collect(Collectors.groupingBy(Delivery::incident, Collectors.toCollection(ArrayList::new))));
        snoozes.know(leads);
        holdBack.know(Stream.concat(
                        news.stream()
                                .map(event -> event.remediation().incident().tenant()),
                        Stream.of(Incident.OPERATORS))
                .collect(Collectors.toSet()));
        Map<String, List<Episode>> past = episodes.of(news.stream()
                .filter(event -> event.remediation() instanceof Remediation.Opened)
                .map(event -> IncidentRecord.alike(event.remediation().incident()))
                .collect(Collectors.toSet()));
        Set<UUID> known = Set.copyOf(incidents.keySet());
        Set<Delivery> decided = new LinkedHashSet<>();
        for (Heard event : news) {
            IncidentRecord record = keep(event, incidents, newest, deliveries, past);
            if (record.leads() && !known.contains(record.id())) {
                snoozes.begins(record.id());
            }
            decided.addAll(apply(event, record, deliveries.computeIfAbsent(record.lead(), none -> new ArrayList<>())));
        }
        outbox.decided(
                decided,
                incidents.values().stream()
                        .filter(incident -> !known.contains(incident.id()))
                        .toList());
    }

    /// What is heard of a connection from two topics is decided on one after the other, until the transaction ends.
    @Transactional(Transactional.TxType.MANDATORY)
    void oneAtATime(List<ConnectionId> connections) {
        String[] names = connections.stream()
                .map(ConnectionId::toString)
                .distinct()
                .sorted()
                .toArray(String[]::new);
        if (names.length > 0) {
            sql.rows(
                    Long.class,
                    "select count(pg_advisory_xact_lock(hashtextextended(name, 2)))"
                            + " from (select name from unnest(?) with ordinality as each (name, place)"
                            + " order by place) as names",
                    (Object) names);
        }
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

    private IncidentRecord keep(
            Heard event,
            Map<UUID, IncidentRecord> incidents,
            Map<String, IncidentRecord> newest,
            Map<UUID, List<Delivery>> deliveries,
            Map<String, List<Episode>> past) {
        Instant now = clock.instant();
        Remediation remediation = event.remediation();
        byte[] asItCame = event.record().value();
        IncidentRecord known = incidents.get(remediation.incident().id().value());
        if (known == null) {
            var created = new IncidentRecord(remediation, asItCame, now);
            if (remediation instanceof Remediation.Opened opened) {
                ComesAndGoes.of(past.getOrDefault(IncidentRecord.alike(opened.incident()), List.of()))
                        .ifPresent(created::comesAndGoes);
                Groups.keyOf(opened.incident())
                        .ifPresent(key ->
                                newest.put(key, join(created, opened.incident(), key, newest.get(key), deliveries)));
            }
            entities.persist(created);
            incidents.put(created.id(), created);
            return created;
        }
        known.became(remediation, asItCame, now);
        return known;
    }

    private IncidentRecord join(
            IncidentRecord created,
            Incident incident,
            String key,
            @Nullable IncidentRecord newest,
            Map<UUID, List<Delivery>> deliveries) {
        Instant now = clock.instant();
        groups.join(
                created,
                incident,
                key,
                newest,
                lead -> told(
                        deliveries.computeIfAbsent(lead, unread -> new ArrayList<>(outbox.about(Set.of(unread)))),
                        now));
        return created;
    }

    /// @return messages that are new or were changed
    private List<Delivery> apply(Heard event, IncidentRecord record, List<Delivery> deliveries) {
        Instant now = clock.instant();
        Remediation remediation = event.remediation();
        List<Step> steps = saidOfTheConnection(remediation)
                ? List.of()
                : deciding.decide(remediation, groups.of(record, remediation), told(deliveries, now), now);
        List<Delivery> decided = new ArrayList<>();
        for (Step step : steps) {
            switch (step) {
                case Step.Tell tell -> {
                    var delivery = new Delivery(
                            leading(record, remediation.incident()),
                            tell.transition(),
                            tell.part(),
                            tell.to(),
                            remediation.at(),
                            tell.dueAt(),
                            tell.held(),
                            event.traceParent(),
                            now);
                    holdBack.hold(delivery, remediation.incident());
                    deliveries.add(delivery);
                    decided.add(delivery);
                }
                case Step.Release release -> {
                    Delivery held = one(deliveries, release.delivery());
                    held.release(release.dueAt());
                    holdBack.holdAgain(held, remediation.incident());
                    decided.add(held);
                }
                case Step.StaySilent silent ->
                    one(deliveries, silent.delivery()).cancel(now);
            }
        }
        if (!record.leads() && remediation instanceof Remediation.Opened) {
            lookAgain.joined(deliveries);
        }
        say(event, steps);
        return decided;
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
                            case Step.Release release -> "tell what was held";
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

    private Incident leading(IncidentRecord record, Incident incident) {
        return record.leads()
                ? incident
                : entities.find(IncidentRecord.class, record.lead())
                        .remediation()
                        .incident();
    }

    private static List<Told> told(List<Delivery> deliveries, Instant now) {
        return deliveries.stream()
                .map(delivery -> new Told(
                        delivery.id(),
                        delivery.destination(),
                        delivery.transition(),
                        delivery.part(),
                        stage(delivery, now)))
                .toList();
    }

    private static Told.Stage stage(Delivery delivery, Instant now) {
        return switch (delivery.state()) {
            case PENDING -> delivery.isHeld(now) ? Told.Stage.HELD : Told.Stage.CERTAIN;
            case SENDING, DELIVERED -> Told.Stage.LEFT;
            case CANCELLED, GAVE_UP -> Told.Stage.UNHEARD;
        };
    }
}
