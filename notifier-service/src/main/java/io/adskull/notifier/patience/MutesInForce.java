package io.adskull.notifier.patience;

import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

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
        if (!known.containsKey(tenant)) {
            know(Set.of(tenant));
        }
        return known.getOrDefault(tenant, List.of());
    }

    /// Reads those of many tenants at once.
    public void know(Set<String> tenants) {
        tenants.forEach(tenant -> known.put(tenant, new ArrayList<>()));
        entities.createQuery("from MuteRow where tenant in :tenants and (until is null or until > :now)", MuteRow.class)
                .setParameter("tenants", tenants)
                .setParameter("now", clock.instant())
                .getResultStream()
                .forEach(row -> known.computeIfAbsent(row.tenant(), unasked -> new ArrayList<>())
                        .add(row.mute()));
    }
}
