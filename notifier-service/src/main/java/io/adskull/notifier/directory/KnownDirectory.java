package io.adskull.notifier.directory;

import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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
        return destinations.computeIfAbsent(tenant, unread -> entities.createQuery(
                        "from DestinationRow where tenant = :tenant order by name", DestinationRow.class)
                .setParameter("tenant", tenant)
                .getResultList());
    }

    List<RouteRow> routesOf(String tenant) {
        return routes.computeIfAbsent(tenant, unread -> entities.createQuery(
                        "from RouteRow where tenant = :tenant order by name", RouteRow.class)
                .setParameter("tenant", tenant)
                .getResultList());
    }
}
