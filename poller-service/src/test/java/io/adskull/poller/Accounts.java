package io.adskull.poller;

import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectedAccount;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Platform;
import io.adskull.poller.accounts.WatchedAccount;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Accounts that tests watch.
public final class Accounts {
    public static final ConnectionId CONNECTION = new ConnectionId(new UUID(7, 7));
    public static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    private Accounts() {}

    public static AccountKey key(String id) {
        return new AccountKey(Platform.TIKTOK, id);
    }

    public static WatchedAccount watched(String id) {
        return WatchedAccount.of(advertiser(id));
    }

    public static WatchedAccount watched(String id, ConnectionId connection, Instant connectedAt) {
        return WatchedAccount.of(advertiser(id, connection, connectedAt));
    }

    public static WatchedAccount of(String tenant, String id) {
        return new WatchedAccount(key(id), tenant, CONNECTION, "advertiser", LONG_AGO, Map.of());
    }

    public static ConnectedAccount advertiser(String id) {
        return advertiser(id, CONNECTION, LONG_AGO);
    }

    public static ConnectedAccount advertiser(String id, ConnectionId connection, Instant connectedAt) {
        return new ConnectedAccount(
                key(id),
                "demo",
                connection,
                "advertiser",
                "Account " + id,
                "Agency",
                List.of("1", "2"),
                connectedAt,
                null);
    }

    /// @param callParameters what calls about it must say
    public static WatchedAccount elsewhere(Platform platform, String id, Map<String, String> callParameters) {
        return new WatchedAccount(
                new AccountKey(platform, id), "demo", CONNECTION, "advertiser", LONG_AGO, callParameters);
    }
}
