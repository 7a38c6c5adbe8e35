package io.adskull.dashboard.history;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;

@ApplicationScoped
class WatchRepository implements PanacheRepositoryBase<WatchRow, String> {
    Optional<Instant> since(String account) {
        return find("account", account).firstResultOptional().map(row -> row.since);
    }
}
