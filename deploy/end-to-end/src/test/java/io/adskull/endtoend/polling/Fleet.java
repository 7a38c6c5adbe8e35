package io.adskull.endtoend.polling;

import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectedAccount;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Platform;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;

/// Somebody at the simulator with any number of ad accounts on one platform.
///
/// @param kind as the poller's plan calls it
/// @param firstAccount as the simulator numbers them
record Fleet(Platform platform, String kind, String firstAccount, int size) {
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    static Fleet onTikTok(int size) {
        return new Fleet(Platform.TIKTOK, "advertiser", "7100000000000000001", size);
    }

    static Fleet onGoogle(int size) {
        return new Fleet(Platform.GOOGLE, "advertiser", "7100000001", size);
    }

    static Fleet onMeta(int size) {
        return new Fleet(Platform.META, "user", "2300000001", size);
    }

    static Fleet onReddit(int size) {
        return new Fleet(Platform.REDDIT, "advertiser", "a2_100001", size);
    }

    String login() {
        return "fleet-" + size;
    }

    ConnectionId connection() {
        return new ConnectionId(new UUID(7, platform.ordinal()));
    }

    /// As they would have been connected long ago: none is new, so none is looked at ahead of the others.
    List<ConnectedAccount> accounts() {
        int digits = firstAccount.indexOf('_') + 1;
        long first = Long.parseLong(firstAccount.substring(digits));
        return IntStream.range(0, size)
                .mapToObj(number -> new ConnectedAccount(
                        new AccountKey(platform, firstAccount.substring(0, digits) + (first + number)),
                        "demo",
                        connection(),
                        kind,
                        "Fleet " + (number + 1),
                        "Fleet of " + size,
                        List.of(),
                        LONG_AGO,
                        null))
                .toList();
    }
}
