package io.adskull.dashboard.connections;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class ReachedAccounts implements PanacheRepositoryBase<ReachedAccountRow, String> {

    List<ReachedAccountRow> all() {
        return list("disconnectedAt is null and connection is not null");
    }

    List<ReachedAccountRow> of(UUID connection) {
        return list("disconnectedAt is null and connection = ?1", connection);
    }
}
