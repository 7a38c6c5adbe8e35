package io.adskull.dashboard.overview;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
class AccountRepository implements PanacheRepositoryBase<AccountRow, String> {

    List<AccountRow> connected() {
        return list("disconnectedAt is null");
    }

    Optional<AccountRow> connected(String key) {
        return find("key = ?1 and disconnectedAt is null", key).firstResultOptional();
    }
}
