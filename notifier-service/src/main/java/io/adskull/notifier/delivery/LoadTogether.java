package io.adskull.notifier.delivery;

import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectionId;
import io.adskull.notifier.channel.Affected;
import io.adskull.notifier.channel.Alert.Transition;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
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

    LoadTogether(EntityManager entities) {
        this.entities = entities;
    }

    /// @return by the lead's id
    Map<UUID, ToldTogether> about(List<Delivery> messages) {
        if (messages.isEmpty()) {
            return Map.of();
        }
        List<UUID> leads = messages.stream().map(Delivery::incident).distinct().toList();
        Map<UUID, List<IncidentRecord>> joined = entities.createQuery(
                        "from IncidentRecord where lead in :leads and id <> lead order by joinedAt, id",
                        IncidentRecord.class)
                .setParameter("leads", leads)
                .getResultStream()
                .collect(Collectors.groupingBy(IncidentRecord::lead));
        Map<UUID, ToldTogether> all = new HashMap<>();
        entities.createQuery("from IncidentRecord where id in :leads", IncidentRecord.class)
                .setParameter("leads", leads)
                .getResultStream()
                .forEach(lead -> all.put(
                        lead.id(),
                        new ToldTogether(lead, joined.getOrDefault(lead.id(), List.of()), stoppedWith(lead))));
        return all;
    }

    /// @return the receipts of the first messages of these' conversations, by the first messages' ids
    Map<UUID, String> receipts(List<Delivery> messages) {
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
