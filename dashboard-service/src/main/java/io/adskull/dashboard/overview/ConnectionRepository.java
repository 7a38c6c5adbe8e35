package io.adskull.dashboard.overview;

import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;

@ApplicationScoped
class ConnectionRepository implements PanacheRepositoryBase<ConnectionRow, UUID> {
    /// Those of which something was heard.
    Map<UUID, ConnectionView> of(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : list("id in ?1", ids).stream().collect(toMap(row -> row.id, ConnectionView::of));
    }
}
