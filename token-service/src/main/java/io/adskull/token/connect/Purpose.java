package io.adskull.token.connect;

import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Platform;
import java.util.Optional;

/// Whose consent to what.
///
/// @param renews the connection that only the same business may renew; empty for a first consent
record Purpose(String tenant, Platform platform, String kind, Optional<ConnectionId> renews) {

    static Purpose first(String tenant, Platform platform, String kind) {
        return new Purpose(tenant, platform, kind, Optional.empty());
    }

    Purpose renewing(ConnectionId connection) {
        return new Purpose(tenant, platform, kind, Optional.of(connection));
    }
}
