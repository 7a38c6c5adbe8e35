package io.adskull.notifier.preview;

import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Platform;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/// An ad account of a made-up business.
///
/// @param business what its people call the connection
record SampleAccount(Platform platform, String id, String name, String business) {

    AccountKey key() {
        return new AccountKey(platform, id);
    }

    /// The same at every run, so that messages can be compared.
    ConnectionId connection() {
        return new ConnectionId(UUID.nameUUIDFromBytes((platform + business).getBytes(StandardCharsets.UTF_8)));
    }
}
