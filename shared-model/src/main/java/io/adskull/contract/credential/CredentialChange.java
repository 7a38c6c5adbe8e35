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
    /// @param consentEndsAt after which only a person helps; null when no such end is known, and in
    /// events of before it was said
    record Refreshed(
            ConnectionId connection,
            Platform platform,
            String tenant,
            Instant at,
            @Nullable Instant expiresAt,
            @Nullable Instant consentEndsAt)
            implements CredentialChange {

        public Refreshed(
                ConnectionId connection, Platform platform, String tenant, Instant at, @Nullable Instant expiresAt) {
            this(connection, platform, tenant, at, expiresAt, null);
        }
    }

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

    /// A person consented, for the first time or again.
    ///
    /// @param expiresAt when the access token ends; null when it does not end by time
    /// @param consentEndsAt after which only a person helps; null when no such end is known, and in
    /// events of before it was said
    /// @param askedBy who was signed in where this consent was asked for, as people call them; null when that
    /// is not known, as with a link in a message. Somebody else may have followed the link
    /// @param businessName what people call the connection; null in events of before it was said
    record Reconnected(
            ConnectionId connection,
            Platform platform,
            String tenant,
            Instant at,
            @Nullable Instant expiresAt,
            @Nullable Instant consentEndsAt,
            @Nullable String askedBy,
            @Nullable String businessName)
            implements CredentialChange {

        public Reconnected(
                ConnectionId connection, Platform platform, String tenant, Instant at, @Nullable Instant expiresAt) {
            this(connection, platform, tenant, at, expiresAt, null, null, null);
        }
    }

    /// @param businessName what people call the connection; null in events of before it was said
    record Disconnected(
            ConnectionId connection,
            Platform platform,
            String tenant,
            Instant at,
            @Nullable String businessName) implements CredentialChange {

        public Disconnected(ConnectionId connection, Platform platform, String tenant, Instant at) {
            this(connection, platform, tenant, at, null);
        }
    }
}
