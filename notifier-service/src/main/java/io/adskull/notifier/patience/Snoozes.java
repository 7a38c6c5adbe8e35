package io.adskull.notifier.patience;

import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Which incidents people do not want to hear of now, read once in a transaction: by then the caller has locked their
/// messages, so that none is snoozed meanwhile.
@TransactionScoped
public class Snoozes {
    private final EntityManager entities;
    private final Clock clock;
    private final Map<UUID, Optional<Instant>> known = new HashMap<>();

    Snoozes(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /// Reads many at once.
    public void know(Collection<UUID> leads) {
        List<UUID> unknown = leads.stream()
                .distinct()
                .filter(lead -> !known.containsKey(lead))
                .toList();
        if (unknown.isEmpty()) {
            return;
        }
        unknown.forEach(lead -> known.put(lead, Optional.empty()));
        List<?> rows = entities.createNativeQuery(
                        "select id, snoozed_until from incident where id in (:leads) and snoozed_until > :now",
                        Object[].class)
                .setParameter("leads", unknown)
                .setParameter("now", clock.instant())
                .getResultList();
        rows.stream().map(Object[].class::cast).forEach(row -> known.put((UUID) row[0], Optional.of((Instant) row[1])));
    }

    /// A lead that begins in this transaction is snoozed by nobody.
    public void begins(UUID lead) {
        known.put(lead, Optional.empty());
    }

    /// @return until when
    public Optional<Instant> of(UUID lead) {
        know(List.of(lead));
        return known.getOrDefault(lead, Optional.empty());
    }

    /// Somebody just said so.
    public void became(UUID lead, Optional<Instant> until) {
        known.put(lead, until);
    }
}
