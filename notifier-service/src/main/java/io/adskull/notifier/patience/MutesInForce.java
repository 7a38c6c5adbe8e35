package io.adskull.notifier.patience;

import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionScoped;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The mutes that count now, read once for each tenant in a transaction, however many messages are written in it.
@TransactionScoped
public class MutesInForce {
    private final EntityManager entities;
    private final Clock clock;
    private final Map<String, List<Mute>> known = new HashMap<>();

    MutesInForce(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    public List<Mute> of(String tenant) {
        return known.computeIfAbsent(tenant, unread -> entities.createQuery(
                        "from MuteRow where tenant = :tenant and (until is null or until > :now)", MuteRow.class)
                .setParameter("tenant", tenant)
                .setParameter("now", clock.instant())
                .getResultStream()
                .map(MuteRow::mute)
                .toList());
    }
}
