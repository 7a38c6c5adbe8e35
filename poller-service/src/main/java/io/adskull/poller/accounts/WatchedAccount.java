package io.adskull.poller.accounts;

import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectedAccount;
import io.adskull.contract.account.ConnectionId;
import java.time.Instant;
import java.util.Map;

/// What the poller must know of a connected account. There are hundreds of thousands, so names, scopes and
/// whatever else no call needs is left out, and texts that many accounts share are shared.
public record WatchedAccount(
        AccountKey account,
        String tenant,
        ConnectionId connection,
        String kind,
        Instant connectedAt,
        Map<String, String> callParameters) {

    public static WatchedAccount of(ConnectedAccount connected) {
        return new WatchedAccount(
                connected.account(),
                connected.tenant().intern(),
                connected.connection(),
                connected.kind().intern(),
                connected.connectedAt(),
                connected.callParameters());
    }
}
