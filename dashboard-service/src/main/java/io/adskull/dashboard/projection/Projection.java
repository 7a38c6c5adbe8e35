package io.adskull.dashboard.projection;

import java.sql.SQLException;
import java.util.Optional;

/// What one topic's records do to the read model. Runs again when its transaction failed.
@FunctionalInterface
interface Projection {

    /// @return what browsers should hear of; empty when the record was no news
    /// @throws io.adskull.contract.UnreadableEvent when the record breaks the contract
    Optional<Change> apply(Arrival arrival, ReadModel readModel) throws SQLException;
}
