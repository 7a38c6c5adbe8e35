package io.adskull.contract.account;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.Map;
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
/// @param callParameters what calls about this account must say besides the token, such as Google's
/// `login-customer-id`; empty where nothing is needed
public record ConnectedAccount(
        AccountKey account,
        String tenant,
        ConnectionId connection,
        String kind,
        String name,
        String businessName,
        List<String> grantedScopes,
        Instant connectedAt,
        @Nullable String connectedAs,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> callParameters) {
    public static final String EVENT_TYPE = "io.adskull.account.v1";

    /// An account for which calls need nothing besides the token.
    public ConnectedAccount(
            AccountKey account,
            String tenant,
            ConnectionId connection,
            String kind,
            String name,
            String businessName,
            List<String> grantedScopes,
            Instant connectedAt,
            @Nullable String connectedAs) {
        this(account, tenant, connection, kind, name, businessName, grantedScopes, connectedAt, connectedAs, Map.of());
    }

    public ConnectedAccount {
        grantedScopes = List.copyOf(grantedScopes);
        // Events of before this field was known have none.
        callParameters = callParameters == null ? Map.of() : Map.copyOf(callParameters);
    }
}
