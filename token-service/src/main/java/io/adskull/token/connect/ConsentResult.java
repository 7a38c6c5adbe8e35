package io.adskull.token.connect;

import io.adskull.contract.account.ConnectionId;

/// How a person's way through a consent page ended.
sealed interface ConsentResult {

    record Connected(ConnectionId connection) implements ConsentResult {}

    record Cancelled(String kind) implements ConsentResult {}

    record StateRejected(StateCheck check) implements ConsentResult {}

    /// @param reason the platform's words or ours
    record Refused(String kind, String reason) implements ConsentResult {}

    record NothingGranted(String kind, String businessName) implements ConsentResult {}
}
