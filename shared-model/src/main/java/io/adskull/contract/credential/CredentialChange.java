package io.adskull.contract.credential;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Platform;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// What happened to a connection's credentials: value of the topic `credentials`, keyed by the connection. Never a
/// secret.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "change")
@JsonSubTypes({
    @JsonSubTypes.Type(value = CredentialChange.Refreshed.class, name = "REFRESHED"),
    @JsonSubTypes.Type(value = CredentialChange.RefreshFailed.class, name = "REFRESH_FAILED"),
    @JsonSubTypes.Type(value = CredentialChange.Expiring.class, name = "EXPIRING"),
    @JsonSubTypes.Type(value = CredentialChange.ReconnectRequired.class, name = "RECONNECT_REQUIRED"),
    @JsonSubTypes.Type(value = CredentialChange.Reconnected.class, name = "RECONNECTED"),
    @JsonSubTypes.Type(value = CredentialChange.Disconnected.class, name = "DISCONNECTED")
})
public sealed interface CredentialChange {
    String EVENT_TYPE = "io.adskull.credential.v1";

    ConnectionId connection();

    Platform platform();

    String tenant();

    Instant at();

    /// @param expiresAt when the new access token ends; null when it does not end by time
    record Refreshed(
            ConnectionId connection,
            Platform platform,
            String tenant,
            Instant at,
            @Nullable Instant expiresAt) implements CredentialChange {}

    /// A refresh failed in a way that may heal; it will be tried again.
    ///
    /// @param accessEndsAt when the present access token ends, or ended; null when that is not by time, and in
    /// events of before it was said
    /// @param businessName what people call the connection; null in events of before it was said
    record RefreshFailed(
            ConnectionId connection,
            Platform platform,
            String tenant,
            Instant at,
            String reason,
            @Nullable Instant accessEndsAt,
            @Nullable String businessName)
            implements CredentialChange {

        public RefreshFailed(ConnectionId connection, Platform platform, String tenant, Instant at, String reason) {
            this(connection, platform, tenant, at, reason, null, null);
        }
    }

    /// The access ends soon and no machine can renew it.
    ///
    /// @param businessName what people call the connection; null in events of before it was said
    record Expiring(
            ConnectionId connection,
            Platform platform,
            String tenant,
            Instant at,
            Instant expiresAt,
            @Nullable String businessName)
            implements CredentialChange {}

    /// Only the person's new consent helps.
    ///
    /// @param businessName what people call the connection; null in events of before it was said
    record ReconnectRequired(
            ConnectionId connection,
            Platform platform,
            String tenant,
            Instant at,
            String reason,
            @Nullable String businessName)
            implements CredentialChange {

        public ReconnectRequired(ConnectionId connection, Platform platform, String tenant, Instant at, String reason) {
            this(connection, platform, tenant, at, reason, null);
        }
    }

    record Reconnected(
            ConnectionId connection,
            Platform platform,
            String tenant,
            Instant at,
            @Nullable Instant expiresAt) implements CredentialChange {}

    record Disconnected(ConnectionId connection, Platform platform, String tenant, Instant at)
            implements CredentialChange {}
}
