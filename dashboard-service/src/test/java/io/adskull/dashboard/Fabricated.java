package io.adskull.dashboard;

import io.adskull.contract.CloudEvent;
import io.adskull.contract.EventJson;
import io.adskull.contract.Topic;
import io.adskull.contract.account.AccountKey;
import io.adskull.contract.account.ConnectedAccount;
import io.adskull.contract.account.ConnectionId;
import io.adskull.contract.account.Platform;
import io.adskull.contract.account.Resource;
import io.adskull.contract.alert.AlertOutcome;
import io.adskull.contract.credential.CredentialChange;
import io.adskull.contract.remediation.Actor;
import io.adskull.contract.remediation.AutomaticAction;
import io.adskull.contract.remediation.Cause;
import io.adskull.contract.remediation.Confidence;
import io.adskull.contract.remediation.Incident;
import io.adskull.contract.remediation.IncidentId;
import io.adskull.contract.remediation.Remediation;
import io.adskull.contract.remediation.Severity;
import io.adskull.testing.TestTopics;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An account of a tenant of its own, and what the other services would tell about it.
public record Fabricated(String tenant, AccountKey account, String name) {
    public static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private static final ConnectionId CONNECTION = ConnectionId.parse("0d5bd2b5-6d4e-4c06-9d0c-3a3f4d0a7c11");

    public static Fabricated account(String name) {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        return new Fabricated("tenant-" + unique, new AccountKey(Platform.TIKTOK, "70" + unique), name);
    }

    public void connected(Instant at) {
        connectedBy(CONNECTION, at);
    }

    public void connectedBy(ConnectionId connection, Instant at) {
        TestTopics.current()
                .publish(
                        Topic.ACCOUNTS,
                        account.toString(),
                        envelope("account/" + account + "/" + at, ConnectedAccount.EVENT_TYPE, at),
                        EventJson.write(new ConnectedAccount(
                                account,
                                tenant,
                                connection,
                                "advertiser",
                                name,
                                "Northwind Agency",
                                List.of(),
                                at,
                                null)));
    }

    public void disconnected(Instant at) {
        TestTopics.current()
                .publish(
                        Topic.ACCOUNTS,
                        account.toString(),
                        envelope("account/" + account + "/gone/" + at, ConnectedAccount.EVENT_TYPE, at),
                        null);
    }

    public void told(Remediation remediation) {
        TestTopics.current()
                .publish(
                        Topic.REMEDIATIONS,
                        account.toString(),
                        remediation.envelope("/classifier-service").headers(),
                        EventJson.write(remediation));
    }

    /// Somebody was told of the incident, or could not be.
    ///
    /// @param transition such as `OPENED`
    /// @param refusal why the message was given up; null where it was delivered
    public void messaged(
            Incident incident, String transition, String channel, String recipient, @Nullable String refusal) {
        var message = new AlertOutcome.Message(
                incident.id() + "/" + transition + "/" + channel,
                incident.id(),
                account,
                tenant,
                transition,
                channel,
                recipient,
                "subject");
        AlertOutcome outcome = refusal == null
                ? new AlertOutcome.Delivered(message, NOON.plusSeconds(2), 1)
                : new AlertOutcome.GaveUp(message, NOON.plusSeconds(2), 4, refusal);
        TestTopics.current()
                .publish(
                        Topic.ALERTS,
                        account.toString(),
                        envelope("alert/" + message.deliveryId(), AlertOutcome.EVENT_TYPE, NOON),
                        EventJson.write(outcome));
    }

    /// Its platform renews the access no more.
    public void connectionDied(ConnectionId connection, Instant at) {
        var change = new CredentialChange.ReconnectRequired(
                connection, account.platform(), tenant, at, "invalid_grant", "Northwind Agency");
        TestTopics.current()
                .publish(
                        Topic.CREDENTIALS,
                        connection.toString(),
                        envelope(connection + "/reconnect-required/" + at, CredentialChange.EVENT_TYPE, at),
                        EventJson.write(change));
    }

    /// Somebody agreed again.
    public void reconnected(ConnectionId connection, Instant at) {
        var change = new CredentialChange.Reconnected(connection, account.platform(), tenant, at, null);
        TestTopics.current()
                .publish(
                        Topic.CREDENTIALS,
                        connection.toString(),
                        envelope(connection + "/reconnected/" + at, CredentialChange.EVENT_TYPE, at),
                        EventJson.write(change));
    }

    /// Its access ended a minute ago and was not renewed.
    public void renewalFailed(ConnectionId connection, Instant at) {
        var change = new CredentialChange.RefreshFailed(
                connection, account.platform(), tenant, at, "timeout", at.minusSeconds(60), "Northwind Agency");
        TestTopics.current()
                .publish(
                        Topic.CREDENTIALS,
                        connection.toString(),
                        envelope(connection + "/refresh-failed/" + at, CredentialChange.EVENT_TYPE, at),
                        EventJson.write(change));
    }

    public Map<String, String> envelope(String id, String type, Instant at) {
        return new CloudEvent(id, type, "/test", account.toString(), at, tenant).headers();
    }

    /// Automated Rules fail since noon, and this is who can do what about it.
    public Incident failing(Actor actor, Severity severity, AutomaticAction action) {
        return incident("e1", "words", 1, actor, severity, action);
    }

    /// Automated Rules are refused since noon; everything that a platform or person named is the given text.
    public Incident permissionMissing(String openedBy, String words, long occurrences) {
        return incident(
                openedBy, words, occurrences, Actor.BUSINESS_ADMIN, Severity.WARNING, AutomaticAction.RETEST_SLOWLY);
    }

    private Incident incident(
            String openedBy, String words, long occurrences, Actor actor, Severity severity, AutomaticAction action) {
        return new Incident(
                IncidentId.of(account, Cause.RESOURCE_PERMISSION_MISSING, Resource.AUTOMATED_RULES, openedBy),
                tenant,
                account,
                name,
                words,
                CONNECTION,
                Resource.AUTOMATED_RULES,
                Cause.RESOURCE_PERMISSION_MISSING,
                actor,
                severity,
                Confidence.CERTAIN,
                action,
                "Automated Rules are refused: " + words,
                words,
                List.of(words, "Press Re-test."),
                words,
                "javascript:alert(1)",
                words,
                words,
                List.of(words),
                "40001",
                words,
                "/open_api/v1.3/optimizer/rule/list/",
                200,
                NOON,
                NOON.plusSeconds(occurrences),
                occurrences,
                "4bf92f3577b34da6a3ce929d0e0e4736",
                null,
                null);
    }
}
