package io.adskull.dashboard.connections;

import io.adskull.contract.CloudEvent;
import io.adskull.contract.EventJson;
import io.adskull.contract.Topic;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectedAccount;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Platform;
import io.adskull.contract.credential.CredentialChange;
import io.adskull.testing.TestTopics;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A consent of a tenant's business, and what token-service would tell about it.
record Consented(String tenant, Platform platform, ConnectionId connection, String kind, String business) {

    static Consented by(String business, String tenant, Platform platform, String kind) {
        return new Consented(tenant, platform, new ConnectionId(UUID.randomUUID()), kind, business);
    }

    static String someTenant() {
        return "tenant-" + UUID.randomUUID().toString().substring(0, 8);
    }

    /// Told with the same words again, it is the same event.
    Consented reaches(List<String> scopes, Instant at, String... names) {
        Arrays.stream(names).forEach(name -> reaches(name, scopes, at));
        return this;
    }

    private void reaches(String name, List<String> scopes, Instant at) {
        var account = new AccountKey(platform, "70" + Integer.toHexString((connection + name).hashCode()));
        publish(
                Topic.ACCOUNTS,
                account.toString(),
                account + "/connected/" + at,
                ConnectedAccount.EVENT_TYPE,
                at,
                new ConnectedAccount(account, tenant, connection, kind, name, business, scopes, at, null));
    }

    Consented renewed(Instant at, @Nullable Instant until) {
        return told("renewed", new CredentialChange.Refreshed(connection, platform, tenant, at, until));
    }

    Consented consentedAgain(Instant at, @Nullable Instant until) {
        return told("again", new CredentialChange.Reconnected(connection, platform, tenant, at, until));
    }

    Consented connected(Instant at, Instant consentUntil, @Nullable String askedBy) {
        return told(
                "connected",
                new CredentialChange.Reconnected(
                        connection, platform, tenant, at, null, consentUntil, askedBy, business));
    }

    Consented notRenewed(Instant at, String reason, Instant accessUntil) {
        return told(
                "not-renewed",
                new CredentialChange.RefreshFailed(connection, platform, tenant, at, reason, accessUntil, business));
    }

    Consented ends(Instant at, Instant end) {
        return told("ends", new CredentialChange.Expiring(connection, platform, tenant, at, end, business));
    }

    Consented lost(Instant at, String reason) {
        return told("lost", new CredentialChange.ReconnectRequired(connection, platform, tenant, at, reason, business));
    }

    Consented ended(Instant at) {
        return told("ended", new CredentialChange.Disconnected(connection, platform, tenant, at, business));
    }

    private Consented told(String what, CredentialChange change) {
        publish(
                Topic.CREDENTIALS,
                connection.toString(),
                connection + "/" + what + "/" + change.at(),
                CredentialChange.EVENT_TYPE,
                change.at(),
                change);
        return this;
    }

    private void publish(Topic topic, String key, String id, String type, Instant at, Object value) {
        TestTopics.current()
                .publish(
                        topic,
                        key,
                        new CloudEvent(id, type, "/test", key, at, tenant).headers(),
                        EventJson.write(value));
    }
}
