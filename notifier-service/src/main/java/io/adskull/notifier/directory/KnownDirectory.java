package io.adskull.notifier.directory;

import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tenants' destinations and routes, read once for each tenant in a transaction, however many incidents are decided on
/// in it.
@TransactionScoped
class KnownDirectory {
    private final EntityManager entities;
    private final Map<String, List<DestinationRow>> destinations = new HashMap<>();
    private final Map<String, List<RouteRow>> routes = new HashMap<>();

    KnownDirectory(EntityManager entities) {
        this.entities = entities;
    }

    List<DestinationRow> destinationsOf(String tenant) {
        if (!destinations.containsKey(tenant)) {
            know(Set.of(tenant));
        }
        return destinations.getOrDefault(tenant, List.of());
    }

    /// Reads those of many tenants at once.
    void know(Set<String> tenants) {
        tenants.forEach(tenant -> destinations.put(tenant, new ArrayList<>()));
        entities.createQuery("from DestinationRow where tenant in :tenants order by name", DestinationRow.class)
                .setParameter("tenants", tenants)
                .getResultStream()
                .forEach(row -> destinations
                        .computeIfAbsent(row.tenant(), unasked -> new ArrayList<>())
                        .add(row));
    }

    List<RouteRow> routesOf(String tenant) {
        return routes.computeIfAbsent(tenant, unread -> entities.createQuery(
                        "from RouteRow where tenant = :tenant order by name", RouteRow.class)
                .setParameter("tenant", tenant)
                .getResultList());
    }
}
