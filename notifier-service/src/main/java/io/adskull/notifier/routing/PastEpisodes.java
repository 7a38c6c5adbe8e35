package io.adskull.notifier.routing;

import io.adskull.notifier.patience.ComesAndGoes;
import io.adskull.notifier.patience.ComesAndGoes.Episode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// How often the same thing broke and was well again lately.
@ApplicationScoped
class PastEpisodes {
    private final EntityManager entities;
    private final Clock clock;

    PastEpisodes(EntityManager entities, Clock clock) {
        this.entities = entities;
        this.clock = clock;
    }

    /// @param alike see [IncidentRecord#alike]
    @SuppressWarnings("unchecked")
    Map<String, List<Episode>> of(Collection<String> alike) {
        if (alike.isEmpty()) {
            return Map.of();
        }
        List<Object[]> rows = entities.createNativeQuery("""
                        select i.alike, i.opened_at,
                               exists (select 1 from delivery d
                                        where d.incident = coalesce(i.lead, i.id) and d.transition = 'OPENED'
                                          and d.state = 'DELIVERED')
                          from incident i
                         where i.alike = any (cast(:alike as text[])) and not i.open and i.changed_at > :since
                        """)
                .setParameter("alike", alike.toArray(String[]::new))
                .setParameter("since", clock.instant().minus(ComesAndGoes.MEMORY))
                .getResultList();
        return rows.stream()
                .collect(Collectors.groupingBy(
                        row -> (String) row[0],
                        Collectors.mapping(
                                row -> new Episode((Instant) row[1], (Boolean) row[2]), Collectors.toList())));
    }
}
