package io.adskull.dashboard.overview;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class AlertRepository implements PanacheRepositoryBase<AlertRow, String> {

    /// By incident, oldest first.
    Map<UUID, List<AlertView>> of(Collection<UUID> incidents) {
        if (incidents.isEmpty()) {
            return Map.of();
        }
        return find("incident in ?1", Sort.by("at").and("deliveryId"), incidents).stream()
                .collect(groupingBy(row -> row.incident, mapping(AlertView::of, toList())));
    }

    /// Newest first.
    List<AlertRow> newest(int limit) {
        return find("1 = 1 order by at desc, deliveryId").range(0, limit - 1).list();
    }

    /// Those that follow in the order of `newest`.
    List<AlertRow> before(AlertRow last, int limit) {
        return find("at < ?1 or (at = ?1 and deliveryId > ?2) order by at desc, deliveryId", last.at, last.deliveryId)
                .range(0, limit - 1)
                .list();
    }

    Optional<AlertRow> byId(String deliveryId) {
        return find("deliveryId", deliveryId).firstResultOptional();
    }
}
