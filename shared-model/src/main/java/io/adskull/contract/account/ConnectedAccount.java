package io.adskull.contract.account;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An ad account that somebody connected: value of the topic `accounts`. A tombstone says that it was
/// disconnected.
///
/// @param kind what the connection's token is good for, such as `advertiser` or `tiktok-account`; chooses the
/// probe plan
/// @param name what the platform calls the account; never trusted as markup
/// @param businessName what people call the connection, such as the agency's name
/// @param grantedScopes as the platform wrote them when the token was minted
/// @param connectedAt when the newest consent was given
/// @param connectedAs by what right the connection reaches the account: `MEMBER`, `PARTNER`, `SYSTEM_USER` or
/// `MANAGER`, which decides whose screens the steps are about; null when not known. A word that a reader does not know
/// counts as not known.
public record ConnectedAccount(
        AccountKey account,
        String tenant,
        ConnectionId connection,
        String kind,
        String name,
        String businessName,
        List<String> grantedScopes,
        Instant connectedAt,
        @Nullable String connectedAs) {
    public static final String EVENT_TYPE = "io.adskull.account.v1";

    public ConnectedAccount {
        grantedScopes = List.copyOf(grantedScopes);
    }
}
