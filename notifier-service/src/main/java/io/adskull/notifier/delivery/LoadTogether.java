package io.adskull.notifier.delivery;

import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.remediation.Remediation;
import io.adskull.notifier.channel.Affected;
import io.adskull.notifier.channel.Alert;
import io.adskull.notifier.channel.Alert.Transition;
import io.adskull.notifier.channel.FirstMessage;
import io.adskull.notifier.channel.Wording;
import io.adskull.notifier.patience.ComesAndGoes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Reads what messages are about at the moment they are sent.
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
class LoadTogether {
    private final EntityManager entities;
    private final Escalations escalations;
    private final Clock clock;

    LoadTogether(EntityManager entities, Escalations escalations, Clock clock) {
        this.entities = entities;
        this.escalations = escalations;
        this.clock = clock;
    }

    /// @param rows promised to this process
    List<Claimed> claimed(List<Delivery> rows) {
        Map<UUID, ToldTogether> incidents = about(rows);
        Map<UUID, String> receipts = receipts(rows);
        return rows.stream()
                .map(row -> claimed(
                        row,
                        Optional.ofNullable(incidents.get(row.incident())).orElseThrow(),
                        Optional.ofNullable(receipts.get(row.idOfFirst()))))
                .toList();
    }

    /// The first message about incidents that began in this transaction.
    Claimed claimed(Delivery first, List<IncidentRecord> begun) {
        IncidentRecord lead =
                begun.stream().filter(IncidentRecord::leads).findFirst().orElseThrow();
        List<IncidentRecord> joined =
                begun.stream().filter(record -> !record.leads()).toList();
        return claimed(first, new ToldTogether(lead, joined, stoppedWith(lead)), Optional.empty());
    }

    /// @return by the lead's id
    Map<UUID, ToldTogether> about(List<Delivery> messages) {
        if (messages.isEmpty()) {
            return Map.of();
        }
        List<UUID> leads = messages.stream().map(Delivery::incident).distinct().toList();
        Map<Boolean, List<IncidentRecord>> known = entities.createQuery(
                        "from IncidentRecord where id in :leads or lead in :leads order by joinedAt, id",
                        IncidentRecord.class)
                .setParameter("leads", leads)
                .getResultStream()
                .collect(Collectors.partitioningBy(IncidentRecord::leads));
        Map<UUID, List<IncidentRecord>> joined = Optional.ofNullable(known.get(false)).orElseThrow().stream()
                .collect(Collectors.groupingBy(IncidentRecord::lead));
        Map<UUID, ToldTogether> all = new HashMap<>();
        Optional.ofNullable(known.get(true))
                .orElseThrow()
                .forEach(lead -> all.put(
                        lead.id(),
                        new ToldTogether(lead, joined.getOrDefault(lead.id(), List.of()), stoppedWith(lead))));
        return all;
    }

    /// @return the receipts of the first messages of these' conversations, by the first messages' ids
    private Map<UUID, String> receipts(List<Delivery> messages) {
        Set<UUID> first = messages.stream()
                .filter(message -> message.transition() != Transition.OPENED)
                .map(Delivery::idOfFirst)
                .collect(Collectors.toSet());
        return first.isEmpty()
                ? Map.of()
                : entities.createQuery("from Delivery where id in :first and receipt is not null", Delivery.class)
                        .setParameter("first", first)
                        .getResultStream()
                        .collect(Collectors.toMap(
                                Delivery::id, message -> message.receipt().orElseThrow()));
    }

    private Claimed claimed(Delivery row, ToldTogether incidents, Optional<String> receipt) {
        var place = new Alert.Place(incidents.lead().incident().id(), row.transition(), row.part());
        Alert alert =
                switch (row.transition()) {
                    case OPENED, JOINED -> opened(incidents, incidents.in(row.part()), place);
                    case REMINDED -> opened(incidents, incidents.all(), place);
                    case ESCALATED -> {
                        Alert.Opened still = opened(incidents, incidents.all(), place);
                        yield new Alert.Opened(
                                still.incident(),
                                still.others(),
                                place,
                                Optional.of(escalations.note(row, clock.instant())));
                    }
                    case RESOLVED -> {
                        Remediation newest = incidents.lead().remediation();
                        yield new Alert.Resolved(
                                newest.incident(),
                                incidents.others(),
                                place,
                                row.occurredAt(),
                                newest instanceof Remediation.Resolved over ? over.reason() : "",
                                otherOpenIncident(incidents.lead()));
                    }
                };
        return new Claimed(
                row.id(),
                row.destination(),
                row.tenant(),
                row.channel(),
                row.transition(),
                row.attempts(),
                row.leaseUntil(),
                row.occurredAt(),
                row.held(),
                row.traceParent(),
                alert,
                row.message(Wording.subject(alert)),
                receipt.map(known -> new FirstMessage(known, now(incidents))));
    }

    /// What the first message would say today.
    private static Alert now(ToldTogether incidents) {
        var place = new Alert.Place(incidents.lead().incident().id(), Transition.OPENED, 0);
        return opened(incidents, incidents.all(), place);
    }

    private static Alert.Opened opened(ToldTogether incidents, List<IncidentRecord> told, Alert.Place place) {
        IncidentRecord shown = incidents.shownOf(told);
        return new Alert.Opened(
                shown.incident(),
                incidents.othersOf(told, shown),
                place,
                shown.comesAndGoes().map(ComesAndGoes::sentence));
    }

    private Optional<String> otherOpenIncident(IncidentRecord record) {
        return entities.createQuery(
                        "from IncidentRecord where account = :account and open and id <> :id order by changedAt desc",
                        IncidentRecord.class)
                .setParameter("account", record.account())
                .setParameter("id", record.id())
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .map(other -> other.incident().title());
    }

    private Optional<Affected> stoppedWith(IncidentRecord lead) {
        return lead.connection()
                .filter(connection -> lead.stopsAll())
                .map(connection -> otherAccounts(connection, lead.account()));
    }

    @SuppressWarnings("unchecked")
    private Affected otherAccounts(ConnectionId connection, String account) {
        List<Object[]> rows = entities.createNativeQuery("""
                        select name, account, count(*) over () from reached_account
                         where connection = :connection and account <> :account order by name, account limit :most
                        """)
                .setParameter("connection", connection.value())
                .setParameter("account", account)
                .setParameter("most", Affected.MOST_NAMED)
                .getResultList();
        List<Affected.Account> named = new ArrayList<>();
        for (Object[] row : rows) {
            named.add(new Affected.Account(
                    (String) row[0], AccountKey.parse((String) row[1]).accountId()));
        }
        int count = rows.isEmpty() ? 0 : ((Number) rows.getFirst()[2]).intValue();
        return new Affected(named, count - named.size());
    }
}
