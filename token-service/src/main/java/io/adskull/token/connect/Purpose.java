package io.adskull.token.connect;

import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Platform;
import java.util.Optional;

/// Whose consent to what.
///
/// @param renews the connection that only the same business may renew; empty for a first consent
/// @param askedBy who was signed in where it was asked for; empty where that is not known
record Purpose(String tenant, Platform platform, String kind, Optional<ConnectionId> renews, Optional<String> askedBy) {

    static Purpose first(String tenant, Platform platform, String kind) {
        return new Purpose(tenant, platform, kind, Optional.empty(), Optional.empty());
    }

    Purpose renewing(ConnectionId connection) {
        return new Purpose(tenant, platform, kind, Optional.of(connection), askedBy);
    }

    Purpose askedBy(Optional<String> name) {
        return new Purpose(tenant, platform, kind, renews, name);
    }
}
