package io.adskull.notifier.attention;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// Which incidents people do not want to hear of now.
@ApplicationScoped
public class Snoozes {
    private final EntityManager entities;
    private final Clock clock;

    Snoozes(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /// @param leads whose messages the caller has locked, so that none is snoozed meanwhile
    /// @return until when, of those that are snoozed
    @Transactional(Transactional.TxType.MANDATORY)
    @SuppressWarnings("unchecked")
    public Map<UUID, Instant> of(Collection<UUID> leads) {
        if (leads.isEmpty()) {
            return Map.of();
        }
        List<Object[]> rows = entities.createNativeQuery(
                        "select id, snoozed_until from incident where id in (:leads) and snoozed_until > :now")
                .setParameter("leads", leads)
                .setParameter("now", clock.instant())
                .getResultList();
        return rows.stream().collect(Collectors.toMap(row -> (UUID) row[0], row -> (Instant) row[1]));
    }
}
